import { isScalar, type LineCounter, type Node } from "yaml";
import { issueAt, type Issue, type Path, type Problem } from "../schema/issue.js";
import { compose, type Composed, type YamlDocument } from "./compose.js";
import { placeOf } from "./position.js";
import { syntaxIssue } from "./syntax-issue.js";
import { toData, type PlacedIssue } from "./to-data.js";

/** A place in a text: line and column, both from 1. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** What a YAML or JSON text holds, what is wrong with the text itself, and where in it each value is. */
export interface YamlReading {
  /** Plain data; undefined where the text could not be read to its end. */
  readonly data: unknown;
  /** What is wrong with the text; empty where it could be read. */
  readonly issues: readonly Issue[];
  /** Where the value (or the key) at a path stands; where there is none, what would hold it. */
  readonly positionOf: (path: Path, what?: "value" | "key") => Position;
  /** How the scalar at a path is written, if it is one. */
  readonly sourceOf: (path: Path) => string | undefined;
}

/**
 * Reads one YAML document as plain data; JSON is YAML. Dates stay text, `yes` and `no` stay text, keys are text, and
 * nothing in the text is run. Whatever is doubtful (a key that stands twice, a value cut by a comma, aliases that
 * multiply) is an issue, never a guess.
 *
 * @example
 * ```ts
 * const { data, positionOf } = readYaml("goal:\n  amount: 10");
 * data; // => { goal: { amount: 10 } }
 * positionOf(["goal", "amount"]); // => { line: 2, column: 11 }
 * ```
 */
export function readYaml(text: string): YamlReading {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const composed = compose(source);
  const early = textIssues(composed, source);
  const root = composed.documents[0]?.contents ?? null;
  if (early.length > 0 || root === null) return unreadable(early);
  const { data, issues, anchors } = toData(root);
  const place = (path: Path) => placeOf(root, path, anchors);
  return {
    data,
    issues: issues.map((placed) => withPosition(placed, composed.lines)),
    positionOf: (path, what) => {
      const { key, value } = place(path);
      return positionAt(startOf((what === "key" ? key : value) ?? key ?? value), composed.lines);
    },
    sourceOf: (path) => {
      const { value } = place(path);
      return value !== undefined && "source" in value ? value.source : undefined;
    },
  };
}

function unreadable(issues: readonly Issue[]): YamlReading {
  const first: Position = { line: 1, column: 1 };
  return { data: undefined, issues, positionOf: () => first, sourceOf: () => undefined };
}

/** What keeps a text from being one document of YAML. */
function textIssues({ documents, lines, refused }: Composed, text: string): Issue[] {
  if (refused !== undefined) {
    const problem = refused.why === "depth" ? TOO_DEEP : TOO_LONG;
    return [{ ...issueAt([], refused.received, problem), ...positionAt(refused.at, lines) }];
  }
  const errors = documents.flatMap((document) => [...document.errors, ...document.warnings]);
  const syntax = errors
    .slice(0, MOST_ERRORS)
    .map((error) => ({ ...syntaxIssue(error, text), ...positionAt(error.pos[0], lines) }));
  if (syntax.length > 0) return syntax;
  const [, second] = documents;
  if (second !== undefined)
    return [
      {
        ...issueAt([], documents.length, SEVERAL),
        ...positionAt(second.range[0], lines),
      },
    ];
  return isEmpty(documents[0]) ? [{ ...issueAt([], undefined, EMPTY), line: 1, column: 1 }] : [];
}

/** The contents of an empty document are nothing, or a null that nobody wrote. */
function isEmpty(document: YamlDocument | undefined): boolean {
  const contents: Node | null = document?.contents ?? null;
  return contents === null || (isScalar(contents) && contents.source === "");
}

function withPosition({ issue, node }: PlacedIssue, lines: LineCounter): Issue {
  return { ...issue, ...positionAt(startOf(node), lines) };
}

function startOf(node: Node | undefined): number {
  return node?.range?.[0] ?? 0;
}

function positionAt(offset: number, lines: LineCounter): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** A text that is not YAML at all may have an error in every line. */
const MOST_ERRORS = 100;

const TOO_DEEP: Problem = {
  code: "data.too-deep",
  expected: "at most 100 levels, one inside another",
  advice: "nest it less deeply",
};
const TOO_LONG: Problem = {
  code: "data.too-large",
  expected: "at most 500,000 words and signs",
  advice: "shorten it, or read it with JSON.parse and hand the data to parsePlan",
};
const SEVERAL: Problem = {
  code: "yaml.documents",
  expected: "one document",
  advice: "leave out the line --- that begins another, or put it in a file of its own",
};
const EMPTY: Problem = {
  code: "yaml.empty",
  expected: "a text that holds something",
  advice: "write at least a goal and a funnel",
};
