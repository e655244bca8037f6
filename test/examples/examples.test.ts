import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { describe, expect, test } from "vitest";

// Every folder of examples/ is run the way its README says, against the build. What it must print is frozen in
// `expected.txt` and, for the command on its plan, in `expected-solve.txt`: a change of either is a change that users see.

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const folders = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(folders)("examples/%s", (name) => {
  const folder = join(root, "examples", name);
  const has = (file: string) => existsSync(join(folder, file));

  test("has a script, what it prints and a README that shows how to run it", () => {
    expect(["script.ts", "expected.txt", "README.md"].filter((file) => !has(file))).toEqual([]);
    expect(readFileSync(join(folder, "README.md"), "utf8")).toContain(`npx tsx examples/${name}/script.ts`);
  });

  test("the script prints what is expected", async () => {
    const { stdout, stderr } = await node("--import", "tsx", `examples/${name}/script.ts`);
    expect(stderr).toBe("");
    await expect(stdout).toMatchFileSnapshot(join(folder, "expected.txt"));
  });

  if (!has("expected-solve.txt")) return;
  test("the command solves the plan as expected", async () => {
    const { stdout } = await node("dist/node/main.cjs", "solve", `examples/${name}/plan.yaml`);
    await expect(stdout).toMatchFileSnapshot(join(folder, "expected-solve.txt"));
  });
});

/** Runs Node in the package's folder, without colour and without settings of the test run. */
async function node(...args: string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const { PATH = "" } = process.env;
  return run(process.execPath, args, { cwd: root, env: { PATH, NO_COLOR: "1" } });
}
