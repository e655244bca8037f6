import { must } from "../number/invariant.js";
import type { IssueCode } from "./issue-code.js";
import { pathText, type Issue } from "./issue.js";

/** How many issues the error's own message prints; `issues` has them all. */
const PRINTED = 50;

/**
 * Thrown when a plan cannot be read, or asks for counts beyond 2^53 − 1. It carries every issue at once; `code` is the
 * first issue's code. Tell it from other errors by `name === "PlanError"`, not by `instanceof`: the ES module and the
 * CommonJS build are two copies.
 */
export class PlanError extends Error {
  /** What tells it from other errors. */
  override readonly name = "PlanError";
  /** The code of the first issue. */
  readonly code: IssueCode;
  /** Everything that is wrong, at once. */
  readonly issues: readonly Issue[];

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
