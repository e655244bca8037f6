import { choice } from "../schema/choice.js";

/** The outcomes a plan can aim at; the bridge of each is one equation. */
export const METRICS = [
  "customers",
  "net-new-customers",
  "revenue",
  "revenue-earned",
  "gross-profit",
  "profit",
  "commission",
  "new-mrr",
  "new-arr",
  "net-new-mrr",
  "net-new-arr",
  "ending-mrr",
  "ending-arr",
  "lifetime-value",
  "units",
] as const;

/** The name of an outcome. */
export type Metric = (typeof METRICS)[number];

/** The metric of a goal. */
export const metricSchema = choice("a metric", METRICS);
