import type { Issue } from "./issue.js";
import { METRIC_FACTS } from "./metric-needs.js";
import { nearestName } from "./nearest.js";
import { copyPlainData } from "./plain-data.js";
import type { Plan, PlanInput } from "./plan.js";
import { PlanError } from "./plan-error.js";
import { planShape } from "./plan-schema.js";
import { baseRules } from "./rules-base.js";
import { calendarRules } from "./rules-calendar.js";
import { funnelRules } from "./rules-funnel.js";
import { goalRules } from "./rules-goal.js";
import { peopleRules } from "./rules-people.js";
import { workRules } from "./rules-work.js";
import { shapeIssues } from "./shape-issues.js";

/** A plan, or every issue that keeps what was read from being one. */
export type PlanReading =
  { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly issues: readonly Issue[] };

type Part = keyof PlanInput;

/** The rules between parts, each with the parts it looks at: it is only asked when those have the right shape. */
const RULES: readonly { readonly looksAt: readonly Part[]; readonly issues: (plan: PlanInput) => Issue[] }[] =
  [
    { looksAt: ["funnel"], issues: funnelRules },
    { looksAt: ["goal", "deal", "base", "churn", "expansion", "contraction", "repeat"], issues: goalRules },
    { looksAt: ["goal", "churn", "expansion", "contraction", "repeat"], issues: baseRules },
    { looksAt: ["goal", "funnel", "calendar", "open", "teams"], issues: calendarRules },
    { looksAt: ["teams", "funnel", "deal", "churn", "habits", "needs"], issues: peopleRules },
    { looksAt: ["open", "funnel", "habits", "needs"], issues: workRules },
  ];

const PARTS = Object.keys(planShape._zod.def.shape);
const validated = new WeakSet<object>();

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
export function safeParsePlan(data: unknown): PlanReading {
  if (typeof data === "object" && data !== null && validated.has(data))
    return { ok: true, plan: data as Plan };
  const copy = copyPlainData(data);
  const shape =
    copy.issues.length > 0
      ? withoutPlaces(shapeIssues(planShape, copy.data), copy.issues)
      : shapeIssues(planShape, copy.data);
  const found = [...copy.issues, ...shape];
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
function withoutPlaces(issues: readonly Issue[], refused: readonly Issue[]): Issue[] {
  const places = new Set(refused.map(({ path }) => JSON.stringify(path)));
  return issues.filter(({ path }) => !places.has(JSON.stringify(path)));
}

function ruleIssues(plan: PlanInput, found: readonly Issue[]): Issue[] {
  const broken = new Set(found.map(({ path }) => partOf(path[0])));
  if (broken.has("plan")) return [];
  const inCalendarUse = plan.goal?.metric in METRIC_FACTS;
  return RULES.flatMap(({ looksAt, issues }) =>
    inCalendarUse && !looksAt.some((part) => broken.has(part)) ? issues(plan) : [],
  );
}

/** A misspelt part counts as the part that was meant, so that it is not also reported missing. */
function partOf(key: string | number | undefined): string {
  if (key === undefined) return "plan";
  return nearestName(String(key), PARTS) ?? String(key);
}
