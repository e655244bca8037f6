import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, describe, expect, test } from "vitest";

// The built command as a process: what a test in memory cannot show, that is streams, files, exit codes and pipes.

const main = fileURLToPath(new URL("../../dist/node/main.cjs", import.meta.url));
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

const PLAN =
  "{ goal: { metric: customers, amount: 3, period: 2026-01 }, funnel: [{ stage: demo, rate: 50% }] }";

// A report that was forced over the plan by another of its names left no plan: links, linked folders, standard input.
describe.skipIf(process.platform === "win32")("a plan is never replaced by its own report", () => {
  const kept = (line: string) => {
    const at = mkdtempSync(join(folder, "kept-"));
    mkdirSync(join(at, "real"));
    writeFileSync(join(at, "real", "plan.json"), PLAN);
    symlinkSync(join("real", "plan.json"), join(at, "link.json"));
    linkSync(join(at, "real", "plan.json"), join(at, "hard.json"));
    symlinkSync("real", join(at, "folder"));
    const script = line.replaceAll("reverse-funnel", `"${process.execPath}" "${main}"`);
    const { status, stderr } = spawnSync("sh", ["-c", script], { cwd: at, encoding: "utf8" });
    return { status, stderr, plan: readFileSync(join(at, "real", "plan.json"), "utf8") };
  };

  test.each([
    ["its own name", "reverse-funnel report real/plan.json -o real/plan.json --force"],
    ["a link", "reverse-funnel report real/plan.json -o link.json --force"],
    ["a hard link", "reverse-funnel report real/plan.json -o hard.json --force"],
    ["a linked folder", "reverse-funnel report real/plan.json -o folder/plan.json --force"],
    ["what a link that is read leads to", "reverse-funnel report link.json -o real/plan.json --force"],
    ["the file behind standard input", "reverse-funnel report - -o real/plan.json --force < real/plan.json"],
    [
      "a link to the file behind standard input",
      "reverse-funnel report - -o link.json --force < real/plan.json",
    ],
  ])("by %s", (_, line) => {
    const { status, stderr, plan } = kept(line);
    expect([status, plan]).toEqual([2, PLAN]);
    expect(stderr).toMatch(
      /^reverse-funnel: cannot write \S+: the report is made of it; name another file\n/,
    );
  });

  test("and another file is still replaced", () => {
    const line =
      "echo old > other.json; reverse-funnel report - -o other.json --force < real/plan.json; cat other.json >&2";
    const { status, stderr } = kept(line);
    expect(status).toBe(0);
    expect(stderr).not.toContain("old");
  });
});

describe("an answer that cannot be written", () => {
  // It used to end with the stack trace of an error that nobody caught, and with 1, which means "no".
  test.skipIf(!existsSync("/dev/full"))("to standard output is one sentence, and exits with 3", () => {
    const full = openSync("/dev/full", "w");
    const stdio: ["pipe", number, "pipe"] = ["pipe", full, "pipe"];
    for (const words of [["solve", "-"], ["solve", "-", "--json"], ["report", "-"], ["schema"], ["--help"]]) {
      const { status, stderr } = spawnSync(process.execPath, [main, ...words], {
        input: PLAN,
        encoding: "utf8",
        stdio,
      });
      expect([words, status, stderr]).toEqual([
        words,
        3,
        "reverse-funnel: cannot write the answer: there is no space left\n",
      ]);
    }
    closeSync(full);
  });

  // `ulimit -f` stands for a disk that is full: files may have so many blocks of 512 bytes and no more.
  test.skipIf(process.platform === "win32").each([["--force"], [""]])(
    "to a new file leaves none, and none beside it %s",
    (force) => {
      const at = mkdtempSync(join(folder, "full-"));
      const line = `trap "" XFSZ; ulimit -f 2; "${process.execPath}" "${main}" report - -o page.html ${force}`;
      const { status, stderr } = spawnSync("sh", ["-c", line], { cwd: at, encoding: "utf8", input: PLAN });
      expect([status, readdirSync(at)]).toEqual([2, []]);
      expect(stderr).toMatch(/^reverse-funnel: cannot write page\.html: it may not become that large\n/);
    },
  );

  test("to a file that is there leaves that file as it is", () => {
    writeFileSync(join(folder, "there.html"), "mine");
    const { status, stderr } = command(["report", "-", "-o", "there.html"], PLAN);
    expect([status, readFileSync(join(folder, "there.html"), "utf8")]).toEqual([2, "mine"]);
    expect(stderr).toContain("it is there already (--force replaces it)");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
