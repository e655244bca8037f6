import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import ts from "typescript";
import { expect, test } from "vitest";

import { fromMarkdown, missingNames } from "./extract.js";

// The TypeScript of README and guides compiles, strictly, against the types that the package ships. Names that an example
// does not import come from the doors, as when it is run.

const root = fileURLToPath(new URL("../..", import.meta.url));
const workshop = join(root, ".tmp/docs-types");
const doors = ["", "/adapters", "/report", "/yaml"];

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  types: ["node"],
};

/** What each door offers, types included. */
function offered(): ReadonlyMap<string, readonly string[]> {
  const files = doors.map((door) => join(root, `dist${door}/index.d.ts`));
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  return new Map(
    files.map((file, index) => {
      const source = program.getSourceFile(file);
      const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
      const names = symbol === undefined ? [] : checker.getExportsOfModule(symbol).map(({ name }) => name);
      return [`reverse-funnel${doors[index] ?? ""}`, names];
    }),
  );
}

function withImports(code: string, from: ReadonlyMap<string, readonly string[]>): string {
  const lines = [...from].map(([door, names]) => {
    const missing = missingNames(code, names);
    return missing.length === 0 ? "" : `import { ${missing.join(", ")} } from "${door}"; `;
  });
  return `${lines.join("")}export {};\n${code}`;
}

test("the examples of README and guides compile", { timeout: 180_000 }, () => {
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  const guides = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
  const pages = ["README.md", ...guides.filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];
  const examples = pages.flatMap((page) => fromMarkdown(page, readFileSync(join(root, page), "utf8")));
  const from = offered();
  const files = examples.map(({ code }, index) => {
    const file = join(workshop, `example-${index}.mts`);
    writeFileSync(file, withImports(code, from));
    return file;
  });
  const faults = ts.getPreEmitDiagnostics(ts.createProgram(files, options)).map((fault) => {
    const example = examples[files.indexOf(fault.file?.fileName ?? "")];
    const line = fault.file?.getLineAndCharacterOfPosition(fault.start ?? 0).line ?? 0;
    const text = ts.flattenDiagnosticMessageText(fault.messageText, " ");
    return `${example?.file ?? "?"}:${(example?.line ?? 0) + line - 1} ${text}`;
  });
  expect(examples.length).toBeGreaterThan(30);
  expect(faults).toEqual([]);
});
