import { pathText, type Issue } from "./issue.js";

/**
 * Thrown when a plan cannot be read, or asks for counts beyond 2^53 − 1. It carries every issue at once; `code` is the
 * first issue's code. Tell it from other errors by `name === "PlanError"`, not by `instanceof`: the ES module and the
 * CommonJS build are two copies.
 */
export class PlanError extends Error {
  override readonly name = "PlanError";
  readonly code: string;
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => `${pathText(issue.path)}: ${issue.message}`).join("\n"));
    this.code = issues[0]?.code ?? "plan.invalid";
    this.issues = issues;
  }
}
