import ts from "typescript";

/** One example of the documentation: where it stands and what it says. */
export interface Example {
  readonly where: string;
  readonly code: string;
}

const fence = /^([ \t]*)```ts([^\n]*)\n([\s\S]*?)^\1```/gm;

/**
 * Which TypeScript examples does a Markdown text hold? The fences marked `ts`, one example each; one marked
 * `ts continue` goes on where the one before it stopped, one marked `ts no-run` is only shown.
 */
export function fromMarkdown(file: string, text: string): Example[] {
  const examples: Example[] = [];
  for (const match of text.matchAll(fence)) {
    const [, , info = "", code = ""] = match;
    const line = text.slice(0, match.index).split("\n").length;
    const before = info.includes("continue") ? examples.pop() : undefined;
    if (info.includes("no-run")) continue;
    examples.push({ where: before?.where ?? `${file}:${line}`, code: `${before?.code ?? ""}${code}` });
  }
  return examples;
}

/** Which examples do the docblocks of a source hold? The text of each `@example`, fenced or bare. */
export function fromSource(file: string, text: string): Example[] {
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((block) => {
    const lines = block[0].replace(/^\/\*\*|\*\/$/g, "").replace(/^[ \t]*\* ?/gm, "");
    const parts = lines.split(/^@example\b/m).slice(1);
    const line = text.slice(0, block.index).split("\n").length;
    return parts.flatMap((part, index) => {
      const body = part.split(/^@\w/m)[0] ?? "";
      const where = `${file}:${line}${index > 0 ? ` (${index + 1})` : ""}`;
      return body.includes("```")
        ? fromMarkdown(where, body).map(({ code }) => ({ where, code }))
        : [{ where, code: body }];
    });
  });
}

/**
 * Turns `expression; // => value` into an expectation and drops the types. A `…` in the value stands for what is
 * not shown of an object; `// throws text` expects an error whose message holds the text.
 */
export function toModule(code: string): string {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const statements = source.statements.map((statement) => {
    const text = statement.getText();
    const comment = /^[ \t]*\/\/ (=>|throws) (.+)/.exec(code.slice(statement.end));
    if (comment === null) return text;
    const [, kind, value = ""] = comment;
    if (kind === "throws") return `expect(() => { ${text} }).toThrow(${JSON.stringify(value.trim())});`;
    const subject = subjectOf(statement);
    const match = value.includes("…") ? "toMatchObject" : "toEqual";
    const expected = `(${value.replace(/,?\s*…/g, "")})`;
    const expectation = (actual: string) => `expect(${actual}).${match}${expected};`;
    return ts.isExpressionStatement(statement) ? expectation(subject) : `${text}\n${expectation(subject)}`;
  });
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(statements.join("\n"), { compilerOptions: options });
  return outputText.replace(/^"use strict";\n/, "");
}

function subjectOf(statement: ts.Statement): string {
  if (ts.isExpressionStatement(statement)) return statement.expression.getText();
  const declaration = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]
    : undefined;
  if (declaration === undefined) throw new SyntaxError(`an example gives a value to: ${statement.getText()}`);
  return declaration.name.getText();
}

/** Which names does the code use without importing or declaring them? (Any name it mentions counts as used.) */
export function missingNames(code: string, offered: readonly string[]): string[] {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text);
    if ("name" in node && ts.isIdentifier(node.name as ts.Node) && isDeclaration(node)) {
      declared.add((node.name as ts.Identifier).text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return offered.filter((name) => used.has(name) && !declared.has(name));
}

function isDeclaration(node: ts.Node): boolean {
  return ts.isImportSpecifier(node) || ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node);
}
