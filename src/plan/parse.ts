import type { Issue } from "../schema/issue.js";
import { copyPlainData } from "../schema/plain-data.js";
import type { Plan, PlanInput } from "./plan.js";
import { PlanError } from "../schema/plan-error.js";
import { planShape } from "./plan-schema.js";
import { ruleIssues } from "./rules/rules.js";
import { shapeIssues } from "../schema/shape-issues.js";

/** A plan, or every issue that keeps what was read from being one. */
export type PlanParseResult =
  | {
      /** It can be solved. */
      readonly ok: true;
      /** The plan, validated and frozen. */
      readonly plan: Plan;
    }
  | {
      /** Something is wrong with it. */
      readonly ok: false;
      /** Everything that is wrong, at once. */
      readonly issues: readonly Issue[];
    };

const validated = new WeakSet();

/**
 * Reads a plan from data of any origin: parsed JSON, a form, a database. Nothing is guessed and nothing is lost: the
 * plan is the same data, validated and frozen, and reading it again gives it back. All issues come at once.
 *
 * @example
 * ```ts
 * const reading = safeParsePlan({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: 25 }] });
 * reading.ok; // => false
 * ```
 */
export function safeParsePlan(data: unknown): PlanParseResult {
  if (typeof data === "object" && data !== null && validated.has(data))
    return { ok: true, plan: data as Plan };
  const copy = copyPlainData(data);
  const found = [...copy.issues, ...withoutPlaces(shapeIssues(planShape, copy.data), copy.issues)];
  const issues = [...found, ...ruleIssues(copy.data as PlanInput, found)];
  if (issues.length > 0) return { ok: false, issues };
  validated.add(copy.data as object);
  return { ok: true, plan: copy.data as Plan };
}

/**
 * Reads a plan from data of any origin, and throws one {@link PlanError} that carries every issue.
 *
 * @example
 * ```ts
 * const plan = parsePlan(JSON.parse('{"goal":{"metric":"customers","amount":10,"period":"2026-01"},"funnel":[{"stage":"demo","rate":"25%"}]}'));
 * plan.goal.amount; // => 10
 * ```
 */
export function parsePlan(data: unknown): Plan {
  const reading = safeParsePlan(data);
  if (!reading.ok) throw new PlanError(reading.issues);
  return reading.plan;
}

/** A place that was refused as data is missing from the copy; that it is missing need not be said again. */
function withoutPlaces(issues: readonly Issue[], refused: readonly Issue[]): readonly Issue[] {
  if (refused.length === 0) return issues;
  const places = new Set(refused.map(({ path }) => JSON.stringify(path)));
  return issues.filter(({ path }) => !places.has(JSON.stringify(path)));
}
