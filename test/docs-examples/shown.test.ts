import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { beforeAll, describe, expect, test } from "vitest";

import { fencesOf, isShownBy, shownCommands } from "./shown.js";

// What README and guides show of files and of the terminal: a fence that names a file of the examples is that file;
// one that names another file is saved for the commands of its page; a fence right behind one of `sh` is what these
// commands print, both streams, in a folder in which the examples lie.

const root = fileURLToPath(new URL("../..", import.meta.url));
const workshop = join(root, ".tmp/docs-shown");
const main = join(root, "dist/node/main.cjs");

const guides = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
const examples = readdirSync(join(root, "examples"), { recursive: true, encoding: "utf8" });
const pages = [
  "README.md",
  ...guides.filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`),
  ...examples.filter((name) => name.endsWith(".md")).map((name) => `examples/${name}`),
].sort();
const fences = new Map(pages.map((page) => [page, fencesOf(readFileSync(join(root, page), "utf8"))]));
const folderOf = (page: string): string => join(workshop, page.replaceAll(/[^\w-]/g, "-"));
const isExample = (file: string): boolean => file.startsWith("examples/");

beforeAll(() => {
  rmSync(workshop, { recursive: true, force: true });
  for (const [page, those] of fences) {
    mkdirSync(folderOf(page), { recursive: true });
    symlinkSync(join(root, "examples"), join(folderOf(page), "examples"));
    for (const { names, code } of those) {
      if (names === null || isExample(names)) continue;
      mkdirSync(dirname(join(folderOf(page), names)), { recursive: true });
      writeFileSync(join(folderOf(page), names), code);
    }
  }
});

/** What a terminal shows of these commands. */
function terminal(commands: string, cwd: string): string {
  const script = `npx() { "$@"; }\nreverse-funnel() { "$NODE" "$MAIN" "$@"; }\n{\n${commands}\n} 2>&1`;
  const env = { PATH: process.env["PATH"] ?? "", NODE: process.execPath, MAIN: main, TZ: "UTC" };
  const { stdout, error } = spawnSync("bash", ["-c", script], { cwd, encoding: "utf8", env });
  if (error !== undefined) throw error;
  // A page ends its lines as text does, CSV ends them with CR and LF.
  return stdout.replaceAll("\r\n", "\n");
}

const all = [...fences].flatMap(([page, those]) => those.map((fence) => ({ page, ...fence })));

describe("a file that a page shows is the file", () => {
  const shown = all.flatMap(({ names, ...fence }) =>
    names !== null && isExample(names) ? [{ ...fence, names }] : [],
  );
  test.each(shown)("$page:$line $names", ({ names, code }) => {
    const actual = readFileSync(join(root, names), "utf8");
    if (!isShownBy(actual, code)) expect(code).toBe(actual);
  });
});

describe("a plan that a page shows can be read", () => {
  // Those with a name are read by the commands of their page.
  const plans = all.filter(
    ({ language, names, code }) =>
      language === "yaml" && names === null && /^goal:/m.test(code) && /^funnel:/m.test(code),
  );
  test.each(plans)("$page:$line", ({ code }) => {
    const printed = execFileSync(process.execPath, [main, "check", "-"], { input: code, encoding: "utf8" });
    expect(printed).toContain("All is well");
  });
});

describe("a command prints what a page says", () => {
  const shown = [...fences].flatMap(([page, those]) => shownCommands(those).map((one) => ({ page, ...one })));
  test.each(shown)("$page:$line", ({ page, commands, prints }) => {
    const actual = terminal(commands, folderOf(page));
    if (!isShownBy(actual, prints)) expect(prints).toBe(actual);
  });
});

describe("a command that a page shows is one that there is", () => {
  const lines = all
    .filter(({ language }) => language === "sh")
    .flatMap(({ page, line, code }) => code.split("\n").map((text, at) => ({ page, line: line + at, text })))
    .map(({ text, ...place }) => ({ ...place, command: text.replace(/\s#.*/, "").replace(/^npx /, "") }))
    .filter(({ command }) => command.startsWith("reverse-funnel "));
  const help = new Map<string, string>();
  const helpOf = (verb: string): string => {
    const known =
      help.get(verb) ?? execFileSync(process.execPath, [main, verb, "--help"], { encoding: "utf8" });
    help.set(verb, known);
    return known;
  };
  test.each(lines)("$page:$line $command", ({ command }) => {
    const [, verb = "", ...words] = command.split(/\s+/);
    const text = helpOf(verb);
    const unknown = words.filter((word) => /^--?[a-z]/.test(word)).filter((option) => !text.includes(option));
    expect(unknown).toEqual([]);
  });
});

describe("a link of a page leads to something", () => {
  const slug = (heading: string): string =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-");
  const headings = (file: string): string[] =>
    [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => slug(heading));
  const others = ["CONTRIBUTING.md", "CHANGELOG.md", "test/corpus/README.md"];
  const links = [...pages, ...others].flatMap((page) => {
    const prose = readFileSync(join(root, page), "utf8").replace(/^```[\s\S]*?^```$/gm, "");
    return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => ({ page, link }));
  });
  test.each(links.filter(({ link }) => !/^[a-z]+:/.test(link)))("$page $link", ({ page, link }) => {
    const [path = "", anchor] = link.split("#");
    const file = path === "" ? join(root, page) : join(root, dirname(page), path);
    expect(existsSync(file)).toBe(true);
    if (anchor !== undefined) expect(headings(file)).toContain(anchor);
  });
});

describe("the reader of what is shown", () => {
  test("pairs commands with what stands right behind them", () => {
    const text = "```sh\na\n```\n\n```text\nb\n```\n\n```sh\nc\n```\n\nProse.\n\n```text\nd\n```\n";
    expect(shownCommands(fencesOf(text))).toEqual([{ line: 2, commands: "a\n", prints: "b\n" }]);
  });

  test("reads the file that a fence names", () => {
    const text = "```yaml examples/a/plan.yaml\nb: 1\n```\n\n```ts no-run\nc;\n```\n";
    expect(fencesOf(text).map(({ names }) => names)).toEqual(["examples/a/plan.yaml", null]);
  });

  test("holds what is shown to the letter, but for what is left out", () => {
    expect(isShownBy("a\nb  \nc\n", "a\nb\nc")).toBe(true);
    expect(isShownBy("a\nb\nc\n", "a\n…\n")).toBe(true);
    expect(isShownBy("a\nb\nc\n", "…\nc\n")).toBe(true);
    expect(isShownBy("a\nb\nc\n", "a\n# …\nc\n")).toBe(true);
    expect(isShownBy("a\nb\nc\n", "a\nc\n")).toBe(false);
    expect(isShownBy("a\nb\nc\n", "a\nb\n")).toBe(false);
    expect(isShownBy("a.c\n", "abc\n")).toBe(false);
  });
});
