import type { IssueCode } from "./issue-code.js";

/** The way to one place in a plan, an answer or a snapshot: keys and list positions from the root. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with what was written, and what to write instead. */
export interface Issue {
  /** What kind of fault it is; stable, for programs. `docs/codes.md` lists every code. */
  readonly code: IssueCode;
  /** Where it is; empty for the whole plan. */
  readonly path: Path;
  /** What should stand there. */
  readonly expected: string;
  /** What does, quoted and cut to 80 characters. */
  readonly received: string;
  /** All of it in a sentence for people, with what to write instead. */
  readonly message: string;
  /** From 1; known when the plan was text. */
  readonly line?: number;
  /** From 1; known when the plan was text. */
  readonly column?: number;
}

/** What a reader of one value found wrong: the parts of an {@link Issue} that it alone knows. */
export interface Problem {
  readonly code: IssueCode;
  readonly expected: string;
  /** What to write instead, without a full stop: `write "25%"`. */
  readonly advice: string;
  /** The part of the value that is wrong, where that is not all of it: its way from there, and what stands there. */
  readonly part?: { readonly path: Path; readonly received: unknown };
}

/** So many issues of one kind are put into words; nobody reads more, and each costs a search for what was meant. */
export const MOST_ISSUES = 1000;

const LONGEST_QUOTE = 80;

/** Shows a received value in at most about 80 characters, whatever it is. */
export function quote(value: unknown): string {
  if (typeof value === "string") return cut(JSON.stringify(value.slice(0, LONGEST_QUOTE + 1)));
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value !== null && typeof value === "object") {
    const keys = Object.keys(value);
    return keys.length === 0 ? "an empty object" : cut(`an object with ${keys.slice(0, 8).join(", ")}`);
  }
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return cut(String(value));
  return value === null ? "null" : `a ${typeof value}`;
}

function cut(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`;
}

/** Makes the full issue for a problem found in `received` at `path`. */
export function issueAt(path: Path, received: unknown, problem: Problem): Issue {
  const shown = quote(received);
  const { code, expected, advice } = problem;
  return {
    code,
    path,
    expected,
    received: shown,
    message: `expected ${expected}, but got ${shown}: ${advice}.`,
  };
}

/**
 * Prints a path for people: `funnel[0].rate`, `open["v2.0 demo"]`, and `plan` for the root.
 *
 * @example
 * ```ts
 * pathText(["funnel", 0, "rate"]); // => "funnel[0].rate"
 * pathText(["pipeline", "v2.0 demo"]); // => 'pipeline["v2.0 demo"]'
 * ```
 */
export function pathText(path: Path): string {
  if (path.length === 0) return "plan";
  return path.map(stepText).join("").replace(/^\./, "");
}

function stepText(step: string | number): string {
  if (typeof step === "number") return `[${step}]`;
  return /^[A-Za-z_$][\w$]*$/.test(step)
    ? `.${step}`
    : `[${cut(JSON.stringify(step.slice(0, LONGEST_QUOTE + 1)))}]`;
}
