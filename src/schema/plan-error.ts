import { must } from "../number/invariant.js";
import type { IssueCode } from "./issue-code.js";
import { pathText, type Issue } from "./issue.js";

/** What the errors of all copies of this package have in common. */
const BRAND = Symbol.for("reverse-funnel/PlanError");

/** How many issues the error's own message prints; `issues` has them all. */
const PRINTED = 50;

/**
 * Thrown when a plan cannot be read, or asks for counts beyond 2^53 − 1. It carries every issue at once; `code` is the
 * first issue's code. Tell it from other errors by `name === "PlanError"`. `instanceof` works too, also where the error
 * comes from another copy of this package.
 */
export class PlanError extends Error {
  /** Whether a value is such an error, whichever copy of this package has thrown it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class that extends this one judges as classes do.
    if (this !== PlanError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return isPlanError(value);
  }

  /** What tells it from other errors. */
  override readonly name = "PlanError";
  /** The code of the first issue. */
  readonly code: IssueCode;
  /** Everything that is wrong, at once. */
  readonly issues: readonly Issue[];

  /** Marks the error for other copies of this package. */
  readonly [BRAND] = true;

  constructor(issues: readonly Issue[]) {
    super(sentences(issues));
    this.code = must(issues[0], "the first issue of an error").code;
    this.issues = issues;
  }
}

function sentences(issues: readonly Issue[]): string {
  const printed = issues.slice(0, PRINTED).map(({ path, message }) => `${pathText(path)}: ${message}`);
  if (issues.length > PRINTED) printed.push(`… and ${issues.length - PRINTED} more`);
  return printed.join("\n");
}

/** Whether something that was thrown is such an error, from whichever copy of this package. */
export function isPlanError(error: unknown): error is PlanError {
  return typeof error === "object" && error !== null && BRAND in error;
}
