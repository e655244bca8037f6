import ts from "typescript";

/** One example of the documentation: the file and line on which its code starts, and the code. */
export interface Example {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

const fence = /^([ \t]*)```ts([^\n]*)\n([\s\S]*?)^\1```/gm;

const linesIn = (text: string): number => text.split("\n").length - 1;

/**
 * Which TypeScript examples does a Markdown text hold? The fences marked `ts`, one example each; one marked
 * `ts continue` goes on where the one before it stopped, one marked `ts no-run` is only shown.
 *
 * Between two parts of one example stand as many empty lines as there are lines between them in the text, so that a
 * line of the example is a line of the file.
 */
export function fromMarkdown(file: string, text: string, firstLine = 1): Example[] {
  const examples: Example[] = [];
  for (const match of text.matchAll(fence)) {
    const [, , info = "", code = ""] = match;
    if (info.includes("no-run")) continue;
    const line = firstLine + linesIn(text.slice(0, match.index)) + 1;
    const before = info.includes("continue") ? examples.pop() : undefined;
    const gap = before === undefined ? "" : "\n".repeat(line - before.line - linesIn(before.code));
    examples.push({ file, line: before?.line ?? line, code: `${before?.code ?? ""}${gap}${code}` });
  }
  return examples;
}

/** Which examples do the docblocks of a source hold? The text of each `@example`, fenced or bare. */
export function fromSource(file: string, text: string): Example[] {
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((block) => {
    const lines = block[0].replace(/^\/\*\*|\*\/$/g, "").replace(/^[ \t]*\* ?/gm, "");
    const firstLine = linesIn(text.slice(0, block.index)) + 1;
    return [...lines.matchAll(/^@example\b([\s\S]*?)(?=^@\w|(?![\s\S]))/gm)].flatMap((match) => {
      const [, body = ""] = match;
      const line = firstLine + linesIn(lines.slice(0, match.index));
      return body.includes("```") ? fromMarkdown(file, body, line) : [{ file, line, code: body }];
    });
  });
}

/** What an example cannot be read for, with the line to mend. */
function unreadable({ file, line, code }: Example, position: number, why: string): SyntaxError {
  return new SyntaxError(`${file}:${line + linesIn(code.slice(0, position))} ${why}`);
}

/**
 * Turns `expression; // => value` into an expectation and drops the types; the value may also stand alone on the next
 * line. A `…` in the value stands for what is not shown: of a number right before it, its other digits, else of an
 * object; `// throws text` expects an error whose message holds the text.
 *
 * @throws SyntaxError, naming file and line, when a value is not one expression, when nothing stands before it, or when
 *   the code is no TypeScript
 */
export function toModule(example: Example): string {
  const { code } = example;
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const announced = new Set([...code.matchAll(/\/\/ (?:=>|throws) /g)].map(({ index }) => index));
  const statements = source.statements.map((statement) => {
    const comment = /^[ \t]*(?:\n[ \t]*)?(?=\/\/)\/\/ (=>|throws) (.+)/.exec(code.slice(statement.end));
    if (comment === null) return statement.getText();
    const [whole, kind, value = ""] = comment;
    const position = statement.end + whole.indexOf("//");
    announced.delete(position);
    if (kind === "throws")
      return `expect(() => { ${statement.getText()} }).toThrow(${JSON.stringify(value.trim())});`;
    const subject = subjectOf(statement);
    if (subject === undefined) throw unreadable(example, position, "requires a value to announce before it");
    if (!isOneExpression(shown(value)))
      throw unreadable(example, position, `requires one value after "=>"; got ${value}`);
    const match = withDigits(value).includes("…") ? "toMatchObject" : "toEqual";
    const expectation = `expect(${subject}).${match}(${shown(value)});`;
    return ts.isExpressionStatement(statement) ? expectation : `${statement.getText()}\n${expectation}`;
  });
  for (const position of announced) throw unreadable(example, position, "requires a statement before it");
  return toJavaScript(example, statements.join("\n"));
}

/** A number whose last digits are not shown is as near as those that are. */
const withDigits = (value: string): string =>
  value.replace(
    /(-?\d+\.(\d+))…/g,
    (_, number: string, { length }: string) => `expect.closeTo(${number}, ${length - 1})`,
  );

/** What is left of a value when its ellipses are gone. */
const shown = (value: string): string => withDigits(value).replace(/,?\s*…/g, "");

function toJavaScript(example: Example, code: string): string {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText, diagnostics } = ts.transpileModule(code, {
    compilerOptions: options,
    reportDiagnostics: true,
  });
  const [fault] = diagnostics ?? [];
  if (fault !== undefined)
    throw unreadable(
      example,
      0,
      `is no TypeScript: ${ts.flattenDiagnosticMessageText(fault.messageText, " ")}`,
    );
  return outputText.replace(/^"use strict";\n/, "");
}

/** `3, for 0.125` is prose, and as code it would be a loop without an end. */
function isOneExpression(value: string): boolean {
  const text = `(${value}\n);`;
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
  const [statement, ...others] = ts.createSourceFile("value.ts", text, ts.ScriptTarget.ES2022).statements;
  if (diagnostics.length > 0 || others.length > 0) return false;
  if (statement === undefined || !ts.isExpressionStatement(statement)) return false;
  if (!ts.isParenthesizedExpression(statement.expression)) return false;
  const { expression } = statement.expression;
  return !(ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.CommaToken);
}

function subjectOf(statement: ts.Statement): string | undefined {
  if (ts.isExpressionStatement(statement)) return statement.expression.getText();
  if (!ts.isVariableStatement(statement)) return undefined;
  return statement.declarationList.declarations[0]?.name.getText();
}

/** Which names does the code use without importing or declaring them? (Any name it mentions counts as used.) */
export function missingNames(code: string, offered: readonly string[]): string[] {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text);
    if (isDeclaration(node) && node.name !== undefined && ts.isIdentifier(node.name))
      declared.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return offered.filter((name) => used.has(name) && !declared.has(name));
}

function isDeclaration(
  node: ts.Node,
): node is
  | ts.ImportSpecifier
  | ts.ImportClause
  | ts.NamespaceImport
  | ts.VariableDeclaration
  | ts.BindingElement
  | ts.ParameterDeclaration
  | ts.FunctionDeclaration {
  return (
    ts.isImportSpecifier(node) ||
    ts.isImportClause(node) ||
    ts.isNamespaceImport(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isBindingElement(node) ||
    ts.isParameter(node) ||
    ts.isFunctionDeclaration(node)
  );
}

/** Which files of ours does a source import? Their paths without `.ts`, such as `src/number/ratio`. */
export function importedFiles(file: string, text: string): string[] {
  const { importedFiles: imports } = ts.preProcessFile(text, true, false);
  return imports
    .filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => new URL(fileName, `file:///${file}`).pathname.slice(1).replace(/\.js$/, ""));
}
