import type { Path } from "../plan/issue.js";

/**
 * Something the answer rests on that the plan does not say: a default that changes a number (`default`), what a churned
 * customer is worth (`churn-value`), or a part that the goal's metric does not use (`part-unused`).
 */
export interface Assumption {
  readonly kind: "default" | "churn-value" | "part-unused" | "open-age" | "loss-lag" | "cut-tail";
  readonly path: Path;
  readonly text: string;
}
