import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { beforeAll, describe, expect, test } from "vitest";

import type { Example } from "./extract.js";
import { fromMarkdown, fromSource, importedFiles, missingNames, toModule } from "./extract.js";

// Every TypeScript example of the README, the guides and the docblocks is run against the built package,
// imported by its own name. Names that an example does not import come from the doors; in a docblock also, and
// first, from the module that it documents, and last from the modules which that one imports and from its room.

const root = fileURLToPath(new URL("../..", import.meta.url));
const workshop = join(root, ".tmp/docs-examples");

function filesUnder(folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);
}

const markdown = ["README.md", ...filesUnder("docs", ".md").sort()];
const sources = filesUnder("src", ".ts").sort();
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const examples: Example[] = [
  ...markdown.flatMap((file) => fromMarkdown(file, read(file))),
  // The command's own files are no part of the package that a program can import.
  ...sources.filter((file) => !file.startsWith("src/cli/")).flatMap((file) => fromSource(file, read(file))),
];

function doorNames(): string[] {
  const { exports } = JSON.parse(read("package.json")) as { exports: Record<string, unknown> };
  return Object.keys(exports)
    .filter((door) => !door.endsWith(".json"))
    .map((door) => `reverse-funnel${door.slice(1)}`);
}

const withoutEnding = (file: string): string => file.replace(/\.ts$/, "");
/** What was built of a file; nothing of a module that holds types only, or that no door leads to. */
function built(file: string): string[] {
  const path = join(root, `${file.replace(/^src/, "dist")}.js`);
  return existsSync(path) ? [pathToFileURL(path).href] : [];
}

/** Where the names of an example may come from, the likeliest first. */
function offering({ file }: Example): string[] {
  if (!file.endsWith(".ts")) return doorNames();
  const imported = importedFiles(file, read(file)).filter((path) => existsSync(join(root, `${path}.ts`)));
  const room = sources.filter((path) => dirname(path) === dirname(file)).map(withoutEnding);
  return [...built(withoutEnding(file)), ...doorNames(), ...[...imported, ...room].flatMap(built)];
}

/** Node's own import, from a file in the workshop: what is offered is what a user's program would get. */
async function namesOf(from: string): Promise<string[]> {
  const { names } = (await import(pathToFileURL(join(workshop, "names.mjs")).href)) as {
    names: (from: string) => Promise<string[]>;
  };
  return names(from);
}

async function imports(example: Example): Promise<string> {
  const lines: string[] = [];
  const taken = new Set<string>();
  for (const from of offering(example)) {
    const names = missingNames(example.code, await namesOf(from)).filter((name) => !taken.has(name));
    names.forEach((name) => taken.add(name));
    if (names.length > 0) lines.push(`import { ${names.join(", ")} } from "${from}";`);
  }
  return lines.join("\n");
}

beforeAll(() => {
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  writeFileSync(
    join(workshop, "names.mjs"),
    "export const names = async (from) => Object.keys(await import(from));\n",
  );
});

const titled = examples.map((example, index) => ({
  ...example,
  index,
  where: `${example.file}:${example.line}`,
}));

describe("an example of the documentation gives what it says", () => {
  test.each(titled)("$where", async ({ index, ...example }) => {
    const file = join(workshop, `example-${index}.mjs`);
    writeFileSync(file, `import { expect } from "vitest";\n${await imports(example)}\n${toModule(example)}`);
    await expect(import(pathToFileURL(file).href)).resolves.toBeDefined();
  });
});

describe("the reader of examples", () => {
  const module = (code: string): string => toModule({ file: "x.md", line: 7, code });

  test("turns an announced value into an expectation", () => {
    expect(module("f(1); // => 2")).toBe("expect(f(1)).toEqual(2);\n");
    expect(module("f(1);\n// => 2")).toBe("expect(f(1)).toEqual(2);\n");
    expect(module("f(1); // => { a: 1, … }")).toBe("expect(f(1)).toMatchObject({ a: 1 });\n");
    expect(module("f(1); // => [0.57…, 1]")).toBe("expect(f(1)).toEqual([expect.closeTo(0.57, 1), 1]);\n");
    expect(module("f(0); // throws no zero")).toBe('expect(() => { f(0); }).toThrow("no zero");\n');
  });

  // `// => 3, for 0.125` once became `for (0.125;;);`, and the run never ended.
  test.each([
    ["a;\nf(8); // => 3, for 0.125", 'x.md:8 requires one value after "=>"; got 3, for 0.125'],
    ["f(8); // => 3, 4", 'x.md:7 requires one value after "=>"; got 3, 4'],
    ["if (a) {\n  f(8); // => 3\n}", "x.md:8 requires a statement before it"],
    ["if (a) {}\n// => 3", "x.md:8 requires a value to announce before it"],
    ["f(8;", "x.md:7 is no TypeScript: ')' expected."],
  ])("refuses what it cannot hold to its word, by file and line: %j", (code, message) => {
    expect(() => module(code)).toThrow(message);
  });

  test("finds the names that an example neither imports nor declares", () => {
    const code = 'import b, { c } from "x";\nexport default a(b, c, (d) => d);\nconst { e } = a();\nf(e);';
    expect(missingNames(code, ["a", "b", "c", "d", "e", "f", "g"])).toEqual(["a", "f"]);
  });

  test("goes on where an example stopped, and passes over what is only shown", () => {
    const text = "```ts\na;\n```\n\n```ts continue\nb;\n```\n\n```ts no-run\nc;\n```\n";
    expect(fromMarkdown("x.md", text)).toEqual([{ file: "x.md", line: 2, code: "a;\n\n\n\nb;\n" }]);
  });

  test("reads a docblock's examples up to its next tag", () => {
    const bare = "\n/**\n * Text.\n *\n * @example\n * a; // => 1\n * @throws never\n */\n";
    expect(fromSource("x.ts", bare)).toEqual([{ file: "x.ts", line: 5, code: "\na; // => 1\n" }]);
    const fenced = "/**\n * @example\n * ```ts\n * a; // => 1\n * ```\n */\n";
    expect(fromSource("x.ts", fenced)).toEqual([{ file: "x.ts", line: 4, code: "a; // => 1\n" }]);
  });

  test("knows which files of ours a source imports", () => {
    const text = 'import { a } from "../b/a.js";\nimport type { c } from "./c.js";\nimport z from "zod";\n';
    expect(importedFiles("src/d/e.ts", text)).toEqual(["src/b/a", "src/d/c"]);
  });
});
