import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

// The package is packed, installed in an empty project and used there: what is tested is what is shipped. Its types are
// tested by npm run test:runtimes, with each TypeScript.
// Origin of 15 and 30: worked by hand. 10,000 of net new MRR and five lost customers at 1,000 are 15 wins,
// and half of the demo requests are won.

const root = fileURLToPath(new URL("../..", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "reverse-funnel-consumer-"));
const installed = join(project, "node_modules/reverse-funnel");

function run(command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(" ")} failed:\n${stdout ?? ""}${stderr ?? ""}`, { cause: error });
  }
}

beforeAll(() => {
  cpSync(fileURLToPath(new URL("consumer", import.meta.url)), project, { recursive: true });
  run("npm", "pack", root, "--ignore-scripts", "--silent", "--pack-destination", project);
  const tarball = readdirSync(project).find((file) => file.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack made no tarball");
  run("npm", "install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`);
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

describe("the packed package in an empty project", () => {
  const answer = { status: "feasible", wins: 15, demoRequests: 30, schema: "string" };

  test("is used by import", () => {
    expect(JSON.parse(run(process.execPath, "--no-warnings", "import.mjs"))).toEqual(answer);
  });

  test("is used by require", () => {
    expect(JSON.parse(run(process.execPath, "require.cjs"))).toEqual(answer);
  });

  test("brings its command", () => {
    expect(run("npx", "reverse-funnel", "--help")).toMatch(/reverse-funnel/);
    expect(run("npx", "reverse-funnel", "solve", "plan.yaml")).toMatch(/demo request/);
  });

  test("brings nothing but what it needs at run time", () => {
    const packages = readdirSync(join(project, "node_modules")).filter((name) => !name.startsWith("."));
    expect(packages.sort()).toEqual(["decimal.js", "reverse-funnel", "zod"]);
  });

  test("ships licences, also of what it has bundled, and no sources or tests", () => {
    expect(readFileSync(join(installed, "LICENSE"), "utf8")).toMatch(/^MIT License/);
    const licences = readFileSync(join(installed, "dist/THIRD-PARTY-LICENSES.txt"), "utf8");
    expect([...licences.matchAll(/^(\S+) \d+\.\d+\.\d+$/gm)].map(([, name]) => name)).toEqual([
      ...["fflate", "papaparse", "read-excel-file", "tsup", "yaml", "zod"],
    ]);
    expect(
      ["src", "test", ".ci", "examples"].filter((folder) => existsSync(join(installed, folder))),
    ).toEqual([]);
  });

  test("can import every door that package.json names, both ways", () => {
    const { exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
      exports: Record<string, unknown>;
    };
    const doors = Object.keys(exports).filter((door) => !door.endsWith(".json"));
    const names = JSON.stringify(doors.map((door) => `reverse-funnel${door.slice(1)}`));
    const imported = run(
      process.execPath,
      "--input-type=module",
      "--eval",
      // Node adds these to what a CommonJS module says of itself.
      `const added = ["default", "module.exports", "__esModule"];
       for (const name of ${names})
         console.log(name, Object.keys(await import(name)).filter((name) => !added.includes(name)).sort().join())`,
    );
    const required = run(
      process.execPath,
      "--eval",
      `for (const name of ${names}) console.log(name, Object.keys(require(name)).sort().join())`,
    );
    expect(
      imported
        .trim()
        .split("\n")
        .filter((line) => /^\S+ \w/.test(line)),
    ).toHaveLength(doors.length);
    expect(required).toBe(imported);
  });
});
