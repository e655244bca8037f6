import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, describe, expect, test } from "vitest";

// The built command as a process: what a test in memory cannot show, that is streams, files, exit codes and pipes.

const main = fileURLToPath(new URL("../../dist/node/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "reverse-funnel-command-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function command(words: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    cwd: folder,
    encoding: "utf8",
    input,
  });
  return { status, stdout, stderr };
}

describe("the built command", () => {
  test("writes a starter plan, solves it and explains a number of it", () => {
    expect(command(["init", "services", "-o", "plan.yaml"])).toMatchObject({ status: 0, stdout: "" });
    expect(readFileSync(join(folder, "plan.yaml"), "utf8")).toMatch(/^goal:/m);
    const solved = command(["solve", "plan.yaml"]);
    expect(solved).toMatchObject({ status: 0, stderr: "" });
    expect(solved.stdout).not.toContain("\u001b");
    expect(command(["explain", "plan.yaml", "wins"]).stdout).toContain("What it is for");
    expect(command(["init", "-o", "plan.yaml"])).toMatchObject({ status: 2, stdout: "" });
  });

  test("reads standard input and prints JSON", () => {
    const plan =
      "{ goal: { metric: customers, amount: 3, period: 2026-01 }, funnel: [{ stage: demo, rate: 50% }] }";
    const { status, stdout } = command(["solve", "-", "--json"], plan);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: "feasible", targets: { wins: 3 } });
  });

  test("prints issues of bad input with their place on standard error, and exits with 2", () => {
    writeFileSync(
      join(folder, "bad.yaml"),
      "goal: { metric: customers, amount: x, period: 2026-01 }\nfunnel: []\n",
    );
    const { status, stdout, stderr } = command(["solve", "bad.yaml"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^bad\.yaml:1:36 goal\.amount: /m);
  });

  test("exits with 1 when the answer is no", () => {
    const plan =
      "{ goal: { metric: customers, amount: 3, period: 2026-01 }, funnel: [{ stage: demo, rate: 0% }] }";
    expect(command(["solve", "-"], plan).status).toBe(1);
  });

  test("prints the same schema that the package ships, and its version", () => {
    const shipped = readFileSync(new URL("../../dist/plan.schema.json", import.meta.url), "utf8");
    expect(JSON.parse(command(["schema"]).stdout)).toEqual(JSON.parse(shipped));
    expect(command(["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.skipIf(process.platform === "win32")("ends quietly when nobody reads its output any more", () => {
    const pipe = `"${process.execPath}" "${main}" schema | head -c 1`;
    const { status, stdout, stderr } = spawnSync("sh", ["-c", pipe], { encoding: "utf8" });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "{", stderr: "" });
  });
});
