import { withFacts, plainFormat, type Format, type FormatFacts } from "../format/format.js";
import { yearOf } from "../calendar/day.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import { parsePeriod } from "../plan/period.js";
import type { PlanInput } from "../plan/plan.js";
import { tryQuantity } from "../schema/quantity.js";

/** The way to write figures of a plan: its currency, whether it counts cents, and the year that its dates are in. */
export function planFormat(plan: PlanInput, format: Format = plainFormat): Format {
  return withFacts(format, planFacts(plan));
}

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
  const period = parsePeriod(plan.goal.period);
  const year = period.kind === "dated" ? yearOf(period.first) : null;
  return {
    currency: plan.currency ?? null,
    hasCents: moneyOf(plan).some((amount) => (tryQuantity(amount)?.den ?? 1) !== 1),
    year: period.kind === "dated" && yearOf(period.last) === year ? year : null,
  };
}

/** Every amount of money that is written in a plan. */
function moneyOf(plan: PlanInput): readonly unknown[] {
  const { kind } = METRIC_FACTS[plan.goal.metric];
  const isMoney = kind === "one-off money" || kind === "recurring money";
  const { deal, churn, base } = plan;
  return [
    ...(isMoney ? [plan.goal.amount] : []),
    ...(kind === "units" ? [] : [deal?.value, ...(deal?.upsells ?? []).map(({ value }) => value)]),
    ...[churn?.mrr, churn?.valueEach, base?.mrr],
    ...costsIn(plan.funnel),
    ...costsIn(deal?.activities),
  ];
}

function costsIn(data: unknown): readonly unknown[] {
  if (data === null || typeof data !== "object") return [];
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) =>
    key === "cost" ? [value] : costsIn(value),
  );
}
