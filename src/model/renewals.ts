import type { DateRange } from "../calendar/date-range.js";
import { multiply, ONE, ratio, subtract, sum, type Ratio } from "../number/ratio.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import type { Period } from "../plan/period.js";
import type { GoalPlan } from "../plan/plan.js";
import { planFiscalYears } from "../plan/plan-period.js";
import { parseRate } from "../plan/rate.js";
import { parseDue } from "../plan/renewals.js";
import { parseQuantity } from "../schema/quantity.js";

/** Contracts of the base that end within the period. */
export interface CompiledRenewal {
  /** What it is written in. */
  readonly key: "customers" | "mrr";
  readonly written: Ratio;
  /** In what the base counts in under the metric: customers, or monthly recurring revenue. */
  readonly due: Ratio;
  /** The share that is renewed. */
  readonly rate: Ratio;
  /** What is not renewed, in the same. */
  readonly lost: Ratio;
  /** The days on which they end; null for evenly through the period. */
  readonly days: DateRange | null;
}

/** Reads the renewals of a validated plan; none where the base does not move the metric. `each` is what a customer pays a month. */
export function compileRenewals(plan: GoalPlan, each: () => Ratio): readonly CompiledRenewal[] {
  const { parts, kind } = METRIC_FACTS[plan.goal.metric];
  if (!parts.includes("churn")) return [];
  const fiscal = planFiscalYears(plan.calendar);
  return (plan.base?.renewals ?? []).map(({ due, customers, mrr, rate }): CompiledRenewal => {
    const key = customers === undefined ? "mrr" : "customers";
    const written = parseQuantity(customers ?? mrr ?? 0);
    const share = parseRate(rate);
    const inBase = kind === "count" || key === "mrr" ? written : multiply(written, each());
    const lost = multiply(inBase, subtract(ONE, share));
    return { key, written, due: inBase, rate: share, lost, days: parseDue(due, fiscal) ?? null };
  });
}

/** What is not renewed by the end of a day, in what the base counts in. */
export function lostAtRenewal(
  renewals: readonly CompiledRenewal[],
  period: Period,
  day: number,
  lost: (renewal: CompiledRenewal) => Ratio = (renewal) => renewal.lost,
): Ratio {
  return sum(renewals.map((renewal) => multiply(lost(renewal), sharePast(renewal, period, day))));
}

/** The share of the days of a renewal that have passed by the end of a day. */
export function sharePast({ days }: Pick<CompiledRenewal, "days">, period: Period, day: number): Ratio {
  const range = days ?? (period.kind === "dated" ? period : undefined);
  if (range === undefined) return ONE;
  const length = range.last - range.first + 1;
  return ratio(Math.min(length, Math.max(0, day - range.first + 1)), length);
}
