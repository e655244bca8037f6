import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { beforeAll, describe, expect, test } from "vitest";

import type { Example } from "./extract.js";
import { fromMarkdown, fromSource, missingNames, toModule } from "./extract.js";

// Every TypeScript example of the README, the guides and the docblocks is run against the built package,
// imported by its own name. Names that an example does not import come from the doors, in a docblock also from
// the module that it documents.

const root = fileURLToPath(new URL("../..", import.meta.url));
const workshop = join(root, ".tmp/docs-examples");

function filesUnder(folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);
}

const markdown = ["README.md", ...filesUnder("docs", ".md")].filter((file) => existsSync(join(root, file)));
const sources = filesUnder("src", ".ts").filter((file) => !file.startsWith("src/cli/"));
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const examples: Example[] = [
  ...markdown.flatMap((file) => fromMarkdown(file, read(file))),
  ...sources.flatMap((file) => fromSource(file, read(file))),
];

function doorNames(): string[] {
  const { exports } = JSON.parse(read("package.json")) as { exports: Record<string, unknown> };
  return Object.keys(exports)
    .filter((door) => !door.endsWith(".json"))
    .map((door) => `reverse-funnel${door.slice(1)}`);
}

const namesOf = async (from: string): Promise<string[]> => {
  const file = join(workshop, "names.mjs");
  writeFileSync(file, `export const names = async (from) => Object.keys(await import(from));`);
  const { names } = (await import(pathToFileURL(file).href)) as {
    names: (from: string) => Promise<string[]>;
  };
  return names(from);
};

async function imports({ where, code }: Example): Promise<string> {
  const own = /^src\/(.+)\.ts:/.exec(where)?.[1];
  const module = own === undefined ? [] : [pathToFileURL(join(root, `dist/${own}.js`)).href];
  const lines: string[] = [];
  const taken = new Set<string>();
  for (const from of [...module, ...doorNames()]) {
    const names = missingNames(code, await namesOf(from)).filter((name) => !taken.has(name));
    names.forEach((name) => taken.add(name));
    if (names.length > 0) lines.push(`import { ${names.join(", ")} } from "${from}";`);
  }
  return lines.join("\n");
}

beforeAll(() => {
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
});

describe("an example of the documentation gives what it says", () => {
  test.each(examples.map((example, index) => ({ ...example, index })))(
    "$where",
    async ({ index, ...example }) => {
      const file = join(workshop, `example-${index}.mjs`);
      mkdirSync(dirname(file), { recursive: true });
      const body = `import { expect } from "vitest";\n${await imports(example)}\n${toModule(example.code)}`;
      writeFileSync(file, body);
      await expect(import(pathToFileURL(file).href)).resolves.toBeDefined();
    },
  );
});

describe("the reader of examples", () => {
  test("turns an announced value into an expectation", () => {
    expect(toModule("f(1); // => 2")).toBe("expect(f(1)).toEqual(2);\n");
    expect(toModule("f(1); // => { a: 1, … }")).toBe("expect(f(1)).toMatchObject({ a: 1 });\n");
    expect(toModule("f(0); // throws no zero")).toBe('expect(() => { f(0); }).toThrow("no zero");\n');
  });

  test("goes on where an example stopped, and passes over what is only shown", () => {
    const text = "```ts\na;\n```\n\n```ts continue\nb;\n```\n\n```ts no-run\nc;\n```\n";
    expect(fromMarkdown("x.md", text)).toEqual([{ where: "x.md:1", code: "a;\nb;\n" }]);
  });

  test("reads a docblock's examples up to its next tag", () => {
    const text = "\n/**\n * Text.\n *\n * @example\n * a; // => 1\n * @throws never\n */\n";
    expect(fromSource("x.ts", text)).toEqual([{ where: "x.ts:2", code: "\na; // => 1\n" }]);
  });
});
