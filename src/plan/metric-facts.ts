import type { DealInput } from "./plan.js";
import type { Metric } from "./metric.js";
import type { DealPer } from "./recurrence.js";

/** What kind of quantity a metric counts in. */
type MetricKind = "count" | "one-off money" | "recurring money" | "units";

/** A part of the deal that a metric may need. */
type DealPart = "value" | "margin" | "commission";

interface MetricFacts {
  readonly kind: MetricKind;
  /** Parts of the deal without which no win can be valued. */
  readonly deal: readonly DealPart[];
  /** Whether the base moves the metric: churn, expansion, contraction. */
  readonly parts: readonly MovingPart[];
  readonly per: DealPer;
}

/** The parts of a plan that move the base, or come from it. */
export const MOVING_PARTS = ["churn", "expansion", "contraction", "repeat"] as const;

/** One of the parts that move the base. */
export type MovingPart = (typeof MOVING_PARTS)[number];

const BASE_PARTS = ["churn", "expansion", "contraction"] as const;
const NEW_MRR: MetricFacts = { kind: "recurring money", deal: ["value"], parts: [], per: "month" };
const NEW_ARR: MetricFacts = { ...NEW_MRR, per: "year" };

/** What each metric is, what it needs and which parts of the base enter its equation. */
export const METRIC_FACTS: Readonly<Record<Metric, MetricFacts>> = {
  customers: { kind: "count", deal: [], parts: [], per: "deal" },
  "net-new-customers": { kind: "count", deal: [], parts: ["churn"], per: "deal" },
  revenue: { kind: "one-off money", deal: ["value"], parts: ["repeat"], per: "deal" },
  "revenue-earned": { kind: "recurring money", deal: ["value"], parts: [], per: "month" },
  "gross-profit": { kind: "one-off money", deal: ["value", "margin"], parts: ["repeat"], per: "deal" },
  profit: { kind: "one-off money", deal: ["value", "margin"], parts: ["repeat"], per: "deal" },
  commission: { kind: "one-off money", deal: ["value", "commission"], parts: [], per: "deal" },
  "new-mrr": NEW_MRR,
  "new-arr": NEW_ARR,
  "net-new-mrr": { ...NEW_MRR, parts: BASE_PARTS },
  "net-new-arr": { ...NEW_ARR, parts: BASE_PARTS },
  "ending-mrr": { ...NEW_MRR, parts: BASE_PARTS },
  "ending-arr": { ...NEW_ARR, parts: BASE_PARTS },
  "lifetime-value": { kind: "recurring money", deal: ["value", "margin"], parts: [], per: "month" },
  units: { kind: "units", deal: [], parts: [], per: "deal" },
};

/** Says whether a metric counts in annual recurring revenue. */
export function isAnnual(metric: Metric): boolean {
  return metric.endsWith("-arr");
}

/** Says whether a metric counts the margin on what is sold, before or after the plan's costs. */
export function isProfit(metric: Metric): boolean {
  return metric === "gross-profit" || metric === "profit";
}

/** Says whether a metric starts from what the base is worth on the first day. */
export function startsFromBase(metric: Metric): boolean {
  return metric === "ending-mrr" || metric === "ending-arr";
}

/** What the deal's value is paid for: as written, or the metric's default. */
export function dealPer(metric: Metric, deal: DealInput | undefined): DealPer {
  return deal?.per ?? METRIC_FACTS[metric].per;
}
