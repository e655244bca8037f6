import { readFileSync } from "node:fs";

import ts from "typescript";

const root = new URL("../../", import.meta.url);

function parse(file: string): ts.SourceFile {
  const text = readFileSync(new URL(file, root), "utf8");
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
}

/** The sentence above a node, without its line breaks; empty where there is none. */
function sentenceOf(node: ts.Node): string {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(comment?.comment) ?? "").replace(/\s+/g, " ").trim();
}

const nameOf = (member: ts.TypeElement): string =>
  member.name !== undefined && (ts.isStringLiteral(member.name) || ts.isIdentifier(member.name))
    ? member.name.text
    : "";

/** The codes of issues in their order: under each heading of the source, the codes with what they mean. */
export function issueMeanings(): readonly (readonly [heading: string, codes: ReadonlyMap<string, string>])[] {
  const source = parse("src/schema/issue-code.ts");
  const codes = source.statements
    .filter(ts.isInterfaceDeclaration)
    .find(({ name }) => name.text === "IssueCodes");
  const groups: [string, Map<string, string>][] = [];
  for (const member of codes?.members ?? []) {
    const before = source.text.slice(member.getFullStart(), member.getStart());
    const heading = /^\s*\/\/ (.+)$/m.exec(before)?.[1];
    if (heading !== undefined) groups.push([heading, new Map<string, string>()]);
    groups.at(-1)?.[1].set(nameOf(member), sentenceOf(member));
  }
  return groups;
}

/** What each figure of an answer's code says: by code, the figures with their sentences. */
export type Figures = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The figures of the members of a union type, such as `FixKind`, by the codes that a member has. */
export function figuresOfUnion(file: string, type: string): Figures {
  const found = new Map<string, ReadonlyMap<string, string>>();
  const alias = parse(file)
    .statements.filter(ts.isTypeAliasDeclaration)
    .find(({ name }) => name.text === type);
  if (alias === undefined || !ts.isUnionTypeNode(alias.type)) return found;
  for (const member of alias.type.types.filter(ts.isTypeLiteralNode)) {
    const properties = member.members.filter(ts.isPropertySignature);
    const figures = new Map(
      properties.filter((each) => nameOf(each) !== "code").map((each) => [nameOf(each), sentenceOf(each)]),
    );
    const code = properties.find((each) => nameOf(each) === "code")?.type;
    for (const text of code === undefined ? [] : literals(code)) found.set(text, figures);
  }
  return found;
}

/** The figures of interfaces that extend `base<"code">`, such as those of the reasons. */
export function figuresOfInterfaces(file: string, base: string): Figures {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const each of parse(file).statements.filter(ts.isInterfaceDeclaration)) {
    const [heritage] = each.heritageClauses?.flatMap(({ types }) => types) ?? [];
    const [code] = heritage?.typeArguments ?? [];
    if (heritage?.expression.getText() !== base || code === undefined) continue;
    const figures = new Map(each.members.map((member) => [nameOf(member), sentenceOf(member)]));
    for (const text of literals(code)) found.set(text, figures);
  }
  return found;
}

function literals(type: ts.TypeNode): string[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(literals);
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [];
}
