import type { Issue } from "../schema/issue.js";
import { copyPlainData } from "../schema/plain-data.js";
import { withEmptyFunnel } from "./habits-alone.js";
import type { Plan, PlanInput } from "./plan.js";
import { dataOrThrow, parseResult, type ParseResult } from "../schema/parse-result.js";
import { planShape } from "./plan-schema.js";
import { ruleIssues } from "./rules/rules.js";
import { shapeIssues } from "../schema/shape-issues.js";

/**
 * Reads a plan from data of any origin: parsed JSON, a form, a database. Nothing is guessed and nothing is lost: the
 * plan is the same data, validated and frozen, and reading it again gives the same; only a plan that has habits and no
 * funnel gets an empty one. All issues come at once.
 *
 * @example
 * ```ts
 * const result = safeParsePlan({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: 25 }] });
 * result.success; // => false
 * result.error?.issues.map(({ message }) => message); // => ['expected a rate from 0 to 1 (included), but got 25: write "25%".']
 * ```
 */
export function safeParsePlan(data: unknown): ParseResult<Plan> {
  const copy = copyPlainData(data);
  const plan = withEmptyFunnel(copy.data);
  const found = [...copy.issues, ...withoutPlaces(shapeIssues(planShape, plan), copy.issues)];
  const issues = [...found, ...withoutPlaces(ruleIssues(plan as PlanInput, found), copy.issues)];
  return parseResult(plan as Plan, issues);
}

/**
 * Reads a plan from data of any origin.
 *
 * @throws PlanError with every issue
 *
 * @example
 * ```ts
 * const plan = parsePlan(JSON.parse('{"goal":{"metric":"customers","amount":10,"period":"2026-01"},"funnel":[{"stage":"demo","rate":"25%"}]}'));
 * plan.goal.amount; // => 10
 * ```
 */
export function parsePlan(data: unknown): Plan {
  return dataOrThrow(safeParsePlan(data));
}

/** A place that was refused as data is missing from the copy; that it is missing need not be said again. */
function withoutPlaces(issues: readonly Issue[], refused: readonly Issue[]): readonly Issue[] {
  if (refused.length === 0) return issues;
  const places = new Set(refused.map(({ path }) => JSON.stringify(path)));
  return issues.filter(({ path }) => !places.has(JSON.stringify(path)));
}
