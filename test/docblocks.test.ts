import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import ts from "typescript";
import { expect, test } from "vitest";

// Who points at a name in their editor sees what it throws and an example. The examples themselves are run by
// test/docs-examples.

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const doors = [
  "index",
  "adapters/index",
  "charts/index",
  "report/index",
  "rows/index",
  "sql/index",
  "xlsx/index",
  "yaml/index",
].map((door) => join(root, `src/${door}.ts`));

function readProgram(): ts.Program {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram([...doors, join(root, "src/cli/main.ts")], { ...options, noEmit: true });
}

const program = readProgram();
const checker = program.getTypeChecker();

/** A function, or a value that one is made of, as a file of ours declares it. */
interface Declared {
  readonly where: string;
  readonly symbol: ts.Symbol;
  readonly body: ts.Node;
  readonly isExported: boolean;
}

function declaredIn(source: ts.SourceFile): Declared[] {
  const where = (name: string): string => `${relative(root, source.fileName)} ${name}`;
  return source.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) && !ts.isVariableStatement(statement)) return [];
    const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
    const named = ts.isFunctionDeclaration(statement)
      ? [{ name: statement.name, body: statement.body }]
      : statement.declarationList.declarations.map(({ name, initializer: body }) => ({ name, body }));
    return named.flatMap(({ name, body }) => {
      const symbol = name === undefined ? undefined : checker.getSymbolAtLocation(name);
      if (symbol === undefined || body === undefined) return [];
      return [{ where: where(symbol.name), symbol, body, isExported }];
    });
  });
}

const declared = program
  .getSourceFiles()
  .filter(({ fileName }) => fileName.startsWith(join(root, "src/")))
  .flatMap(declaredIn);

const hasTag = ({ symbol }: Declared, tag: string): boolean =>
  symbol.getJsDocTags(checker).some(({ name }) => name === tag);

/** Every node below one; what stands where its errors are caught is left out on demand. */
function walk(node: ts.Node, visit: (node: ts.Node) => void, throughCaught: boolean): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    const isCaught = ts.isTryStatement(node) && node.catchClause !== undefined && child === node.tryBlock;
    if (throughCaught || !isCaught) walk(child, visit, throughCaught);
  });
}

/** The names of the errors that a function throws by itself. */
function thrownBy({ body }: Declared): string[] {
  const thrown: string[] = [];
  walk(
    body,
    (node) => {
      if (!ts.isThrowStatement(node)) return;
      thrown.push(checker.typeToString(checker.getTypeAtLocation(node.expression)));
    },
    true,
  );
  return thrown;
}

/** The functions that one names outside of what it catches. */
function calledBy({ body }: Declared): ReadonlySet<ts.Symbol> {
  const called = new Set<ts.Symbol>();
  walk(
    body,
    (node) => {
      const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
      if (symbol !== undefined) called.add(resolved(symbol));
    },
    false,
  );
  return called;
}

const resolved = (symbol: ts.Symbol): ts.Symbol =>
  (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);

const bySymbol = new Map(declared.map((each) => [each.symbol, each]));

/** Whether a plan, a snapshot or an option that is not valid may come out of a function as a PlanError. */
function refuses(start: Declared): boolean {
  const seen = new Set([start]);
  for (const each of seen) {
    if (thrownBy(each).includes("PlanError")) return true;
    for (const symbol of calledBy(each)) {
      const called = bySymbol.get(symbol);
      if (called !== undefined) seen.add(called);
    }
  }
  return false;
}

const offered = doors.flatMap((door) => {
  const source = program.getSourceFile(door);
  const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  const names = symbol === undefined ? [] : checker.getExportsOfModule(symbol);
  return names.flatMap((name) => bySymbol.get(resolved(name)) ?? []);
});

// 200 before the doors to workbooks and warehouses; a name more is a promise more.
test("the doors hand on fewer than 228 names", () => {
  const names = doors.flatMap((door) => {
    const source = program.getSourceFile(door);
    const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    return symbol === undefined ? [] : checker.getExportsOfModule(symbol).map(({ name }) => name);
  });
  expect(names).toContain("solve");
  expect(new Set(names).size).toBeLessThan(228);
});

const isCallable = ({ symbol }: Declared): boolean =>
  checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0;

test("an exported function that throws says what and when", () => {
  const silent = declared.filter(
    (each) => each.isExported && thrownBy(each).length > 0 && !hasTag(each, "throws"),
  );
  // It throws again what no plan has caused.
  expect(silent.map(({ where }) => where)).toEqual(["src/track/check.ts check"]);
});

test("a function of a door that refuses what it is given says so", () => {
  const refusing = offered.filter((each) => isCallable(each) && refuses(each));
  expect(refusing.map(({ symbol }) => symbol.name)).toContain("solve");
  expect(refusing.map(({ symbol }) => symbol.name)).not.toContain("safeParsePlan");
  expect(refusing.filter((each) => !hasTag(each, "throws")).map(({ where }) => where)).toEqual([]);
});

test("a function of a door has an example", () => {
  const verbs = offered.filter(isCallable);
  expect(verbs.map(({ symbol }) => symbol.name)).toContain("toSvg");
  expect(verbs.filter((each) => !hasTag(each, "example")).map(({ where }) => where)).toEqual([]);
});
