import { Composer, Lexer, LineCounter, Parser, type Document, type ParsedNode } from "yaml";

/** A YAML document as its library composes it: nodes with their places in the text. */
export type YamlDocument = Document.Parsed<ParsedNode, false>;

/** What a text holds: its documents, and where its lines begin. */
export interface Composed {
  readonly documents: readonly YamlDocument[];
  readonly lines: LineCounter;
  /** What kept the text from being composed to its end, and at which offset. */
  readonly refused?: { readonly why: "depth" | "length"; readonly at: number; readonly received: number };
}

/** Far deeper than any plan is; deeper text would exhaust the stack of whoever walks it. */
const DEEPEST = 300;
/** About a megabyte of stages; a text that is one long string may be as long as it likes. */
const MOST_LEXEMES = 500_000;

/** Composes the documents of a text. Brackets are counted while they are read, because composing them needs the stack. */
export function compose(text: string): Composed {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  // Keys that stand twice are found by our own walk, which needs no comparison of each with each.
  const composer = new Composer<ParsedNode, false>({
    schema: "core",
    uniqueKeys: false,
    prettyErrors: false,
  });
  const documents: YamlDocument[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    lexemes += 1;
    const why = parser.stack.length > DEEPEST ? "depth" : lexemes > MOST_LEXEMES ? "length" : undefined;
    if (why !== undefined)
      return {
        documents,
        lines,
        refused: { why, at: parser.offset, received: why === "depth" ? parser.stack.length : lexemes },
      };
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  return { documents, lines };
}
