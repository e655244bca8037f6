import { withFacts, plainFormat, type Format, type FormatFacts } from "../format/format.js";
import { yearOf } from "../calendar/day.js";
import { encodeExact } from "../number/exact-string.js";
import { parseGoalAmount } from "../plan/goal-amount.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import { planPeriod } from "../plan/plan-period.js";
import type { PlanInput } from "../plan/plan.js";
import { tryQuantity } from "../schema/quantity.js";

/**
 * The way to write figures of a plan: its currency, whether it counts cents, and the year that its dates are in.
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 10, period: "2026-01" }, currency: "EUR", funnel: [{ stage: "demo", rate: "25%" }] } as const;
 * planFormat(plan).money("1500"); // => "1,500 EUR"
 * ```
 */
export function planFormat(plan: PlanInput, format: Format = plainFormat): Format {
  return withFacts(format, planFacts(plan));
}

/** The way to write figures of several plans: with the currency and the year that they have in common. */
export function plansFormat(plans: readonly PlanInput[], format: Format = plainFormat): Format {
  const all = plans.map(planFacts);
  const common = <Fact>(facts: readonly (Fact | null)[]): Fact | null => {
    const [first = null] = facts;
    return facts.every((fact) => fact === first) ? first : null;
  };
  return withFacts(format, {
    currency: common(all.map(({ currency }) => currency)),
    hasCents: all.some(({ hasCents }) => hasCents),
    year: common(all.map(({ year }) => year)),
  });
}

/** The way to write figures of something that goes on from one day to another: their year, where it is one. */
export function periodFormat(
  { start, end }: { readonly start: string; readonly end: string },
  format: Format,
): Format {
  const [first, last] = [start, end].map((day) => day.slice(0, YEAR_DIGITS));
  return withFacts(format, { year: first === last ? Number(first) : null });
}

const YEAR_DIGITS = 4;

type PlanFacts = Omit<FormatFacts, "exact">;

/** Every sentence about a plan asks for them, and they take a look at all of it. */
const known = new WeakMap<object, PlanFacts>();

/** What a plan says of how its figures are written. */
export function planFacts(plan: PlanInput): PlanFacts {
  const facts = known.get(plan) ?? readFacts(plan);
  if (Object.isFrozen(plan)) known.set(plan, facts);
  return facts;
}

function readFacts(plan: PlanInput): PlanFacts {
  const period = planPeriod(plan);
  const year = period.kind === "dated" ? yearOf(period.first) : null;
  return {
    currency: plan.currency ?? null,
    hasCents: moneyOf(plan).some((amount) => (tryQuantity(amount)?.den ?? 1) !== 1),
    year: period.kind === "dated" && yearOf(period.last) === year ? year : null,
  };
}

/** Every amount of money that is written in a plan. */
function moneyOf(plan: PlanInput): readonly unknown[] {
  const goals = (plan.goals ?? [plan.goal]).map(({ metric, amount }) => ({
    kind: METRIC_FACTS[metric].kind,
    amount,
  }));
  const inMoney = goals.filter(({ kind }) => kind === "one-off money" || kind === "recurring money");
  const { deal, churn, base } = plan;
  return [
    ...inMoney.map(({ amount }) => encodeExact(parseGoalAmount(amount).amount)),
    ...(goals.some(({ kind }) => kind === "units")
      ? []
      : [...valuesOf(deal?.value), ...(deal?.upsells ?? []).map(({ value }) => value)]),
    ...[churn?.mrr, churn?.valueEach, base?.mrr],
    ...costsIn(plan.funnel),
    ...costsIn(deal?.activities),
  ];
}

function valuesOf(value: NonNullable<PlanInput["deal"]>["value"]): readonly unknown[] {
  if (value === undefined || typeof value !== "object") return [value];
  return "mean" in value ? [value.mean] : value;
}

function costsIn(data: unknown): readonly unknown[] {
  if (data === null || typeof data !== "object") return [];
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) =>
    key === "cost" ? [value] : costsIn(value),
  );
}
