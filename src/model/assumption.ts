import type { Path } from "../schema/issue.js";

/**
 * Something the answer rests on that the plan does not say: a default that changes a number (`default`), what a churned
 * customer is worth (`churn-value`), or a part that the goal's metric does not use (`part-unused`).
 */
export interface Assumption {
  /** What sort of thing was taken for granted. */
  readonly kind: "default" | "churn-value" | "part-unused" | "open-age" | "loss-lag" | "cut-tail";
  /** Where in the plan it would be said. */
  readonly path: Path;
  /** The assumption in a sentence, with its figures. */
  readonly text: string;
}
