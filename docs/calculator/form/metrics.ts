import type { Metric } from "reverse-funnel";

/** Parts of a plan that one goal needs and another does not. */
export type Part =
  | "unit"
  | "money"
  | "value"
  | "per"
  | "contract"
  | "margin"
  | "commission"
  | "lifetime"
  | "base"
  | "mrr"
  | "churn"
  | "movement"
  | "repeat";

interface MetricWords {
  readonly metric: Metric;
  readonly label: string;
  readonly parts: readonly Part[];
}

const RECURRING: readonly Part[] = ["money", "value", "per", "base", "mrr", "churn", "movement"];

/** The goals, as people call them, with the parts of a plan that each looks at. */
export const METRIC_WORDS: readonly MetricWords[] = [
  { metric: "net-new-mrr", label: "Net new MRR (won minus lost)", parts: RECURRING },
  { metric: "new-mrr", label: "New MRR (won only)", parts: ["money", "value", "per"] },
  { metric: "ending-mrr", label: "MRR at the end", parts: RECURRING },
  { metric: "net-new-arr", label: "Net new ARR (won minus lost)", parts: RECURRING },
  { metric: "new-arr", label: "New ARR (won only)", parts: ["money", "value", "per"] },
  { metric: "ending-arr", label: "ARR at the end", parts: RECURRING },
  { metric: "customers", label: "New customers", parts: [] },
  { metric: "net-new-customers", label: "Net new customers (won minus lost)", parts: ["base", "churn"] },
  { metric: "revenue", label: "Revenue", parts: ["money", "value", "per", "contract", "repeat"] },
  {
    metric: "revenue-earned",
    label: "Revenue earned in the period",
    parts: ["money", "value", "per", "contract"],
  },
  {
    metric: "gross-profit",
    label: "Gross profit",
    parts: ["money", "value", "per", "contract", "margin", "repeat"],
  },
  {
    metric: "profit",
    label: "Profit, all work paid",
    parts: ["money", "value", "per", "contract", "margin", "repeat"],
  },
  {
    metric: "commission",
    label: "My commission",
    parts: ["money", "value", "per", "contract", "commission"],
  },
  {
    metric: "lifetime-value",
    label: "Lifetime value won",
    parts: ["money", "value", "per", "margin", "lifetime", "churn"],
  },
  { metric: "units", label: "Something else that is counted", parts: ["unit", "value"] },
];

/** Whether a goal looks at a part of the plan; an unknown goal hides nothing. */
export function looksAt(metric: unknown, part: Part): boolean {
  return METRIC_WORDS.find((words) => words.metric === metric)?.parts.includes(part) ?? true;
}
