import type { Issue } from "../schema/issue.js";
import { copyPlainData } from "../schema/plain-data.js";
import { withEmptyFunnel } from "./habits-alone.js";
import type { Plan, PlanInput } from "./plan.js";
import { readLimits, type LimitsInput } from "./plan-limits.js";
import { dataOrThrow, parseResult, type ParseResult } from "../schema/parse-result.js";
import { planShape } from "./plan-schema.js";
import { ruleIssues } from "./rules/rules.js";
import { shapeIssues } from "../schema/shape-issues.js";

/** How a plan is read. */
export interface ParseOptions {
  /**
   * How large it may be: `"untrusted"` for plans of strangers, or limits of your own; what is larger is refused by name
   * before any work is done.
   */
  readonly limits?: LimitsInput | undefined;
}

/**
 * Reads a plan from data of any origin: parsed JSON, a form, a database. Nothing is guessed and nothing is lost: the
 * plan is the same data, validated and frozen, and reading it again gives the same; only a plan that has habits and no
 * funnel gets an empty one. All issues come at once.
 *
 * @param options `limits`: how large it may be
 * @throws RangeError for limits that there are not
 *
 * @example
 * ```ts
 * const result = safeParsePlan({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: 25 }] });
 * result.success; // => false
 * result.error?.issues.map(({ message }) => message); // => ['expected a rate from 0 to 1 (included), but got 25: write "25%".']
 * ```
 */
export function safeParsePlan(data: unknown, { limits }: ParseOptions = {}): ParseResult<Plan> {
  if (limits === undefined && isAccepted(data)) return parseResult(data, []);
  const most = readLimits(limits);
  const copy = copyPlainData(data, most);
  const plan = withEmptyFunnel(copy.data);
  const found = [...copy.issues, ...withoutPlaces(shapeIssues(planShape, plan), copy.issues)];
  const issues = [...found, ...withoutPlaces(ruleIssues(plan as PlanInput, found, most), copy.issues)];
  const result = parseResult(plan as Plan, issues);
  if (result.success) ACCEPTED.add(result.data);
  return result;
}

/** Plans that were read: frozen, so that each is for ever what its limits let pass, also where these are larger than the default. */
const ACCEPTED = new WeakSet();

function isAccepted(data: unknown): data is Plan {
  return typeof data === "object" && data !== null && ACCEPTED.has(data);
}

/**
 * Reads a plan from data of any origin.
 *
 * @param options `limits`: how large it may be
 * @throws PlanError with every issue
 * @throws RangeError for limits that there are not
 *
 * @example
 * ```ts
 * const plan = parsePlan(JSON.parse('{"goal":{"metric":"customers","amount":10,"period":"2026-01"},"funnel":[{"stage":"demo","rate":"25%"}]}'));
 * plan.goal.amount; // => 10
 * ```
 */
export function parsePlan(data: unknown, options: ParseOptions = {}): Plan {
  return dataOrThrow(safeParsePlan(data, options));
}

/** `parsePlan` of a plan in TypeScript, whose stages and teams keep their names in its type. */
export function parseNamedPlan<Stage extends string, Team extends string>(
  plan: PlanInput<Stage, Team>,
): Plan<Stage, Team> {
  return parsePlan(plan) as Plan<Stage, Team>;
}

/** A place that was refused as data is missing from the copy; that it is missing need not be said again. */
function withoutPlaces(issues: readonly Issue[], refused: readonly Issue[]): readonly Issue[] {
  if (refused.length === 0) return issues;
  const places = new Set(refused.map(({ path }) => JSON.stringify(path)));
  return issues.filter(({ path }) => !places.has(JSON.stringify(path)));
}
