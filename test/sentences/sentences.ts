import { fileURLToPath } from "node:url";

import ts from "typescript";

/** The sentence of each key by its path (`funnel[].rate`, `teams.*.headcount`), as the editor shows it on hover. */
export type Sentences = Readonly<Record<string, string>>;

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Reads the sentences of a type's keys, at every depth, with the compiler's own eyes: what stands here is what a person
 * sees who writes such a value in an editor. A key without a sentence has an empty one.
 */
export function readSentences(file: string, name: string): Sentences {
  const { checker, source } = programOf(file);
  const module = checker.getSymbolAtLocation(source);
  const symbol = (module === undefined ? [] : checker.getExportsOfModule(module)).find(
    (each) => each.name === name,
  );
  if (symbol === undefined) throw new Error(`readSentences requires ${name} in ${file}`);
  const found: Record<string, string> = {};
  walk(checker, checker.getDeclaredTypeOfSymbol(symbol), "", [], found);
  return found;
}

const programs = new Map<string, { checker: ts.TypeChecker; source: ts.SourceFile }>();

function programOf(file: string) {
  const known = programs.get(file);
  if (known !== undefined) return known;
  const path = root + file;
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.json`,
    { noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  const program = ts.createProgram([path], config?.options ?? {});
  const source = program.getSourceFile(path);
  if (source === undefined) throw new Error(`readSentences requires a file; got ${file}`);
  const made = { checker: program.getTypeChecker(), source };
  programs.set(file, made);
  return made;
}

/** Objects that hold themselves (a stage in a channel in a stage) are walked once. */
function walk(
  checker: ts.TypeChecker,
  type: ts.Type,
  at: string,
  inside: readonly string[],
  found: Record<string, string>,
): void {
  for (const part of type.isUnion() ? type.types : [type]) {
    if ((part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) continue;
    const item = checker.isArrayType(part)
      ? checker.getTypeArguments(part as ts.TypeReference)[0]
      : undefined;
    if (item !== undefined) {
      walk(checker, item, `${at}[]`, inside, found);
      continue;
    }
    const named = checker.getIndexTypeOfType(part, ts.IndexKind.String);
    if (named !== undefined) walk(checker, named, `${at}.*`, inside, found);
    const properties = checker
      .getPropertiesOfType(part)
      .filter(({ name }) => /^\w+$/.test(name) && !name.startsWith("__"));
    const keys = properties.map(({ name }) => name).join();
    if (keys === "" || inside.includes(keys)) continue;
    for (const property of properties) {
      const path = at === "" ? property.name : `${at}.${property.name}`;
      const sentence = ts.displayPartsToString(property.getDocumentationComment(checker)).split("\n")[0];
      found[path] ||= sentence ?? "";
      walk(checker, checker.getTypeOfSymbol(property), path, [...inside, keys], found);
    }
  }
}
