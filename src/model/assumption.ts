import type { Path } from "../schema/issue.js";

/**
 * Something the answer rests on that the plan does not say: a default that changes a number (`default`), what a churned
 * customer is worth (`churn-value`), a part that the goal's metric does not use (`part-unused`); of time, the age of open
 * work (`open-age`), its chance taken to twelve digits (`open-chance`), when units are lost (`loss-lag`), and the end of a
 * lag's table (`cut-tail`); of the base's rates, what they compound to in the period (`compounding`), and that a root which was
 * rounded to twelve digits decides how many wins there are (`rounded-root`). Of a chance that is asked for: rates that are taken as known
 * (`rate-known`), one whose sample is so small that its mean moves (`rate-mean`), periods that differ by luck only
 * (`spread-none`), wins that bring the same (`value-known`) or what open units do (`value-mixed`), and losses that are
 * fixed (`losses-fixed`).
 */
export interface Assumption {
  /** What sort of thing was taken for granted. */
  readonly kind:
    | "default"
    | "churn-value"
    | "part-unused"
    | "open-age"
    | "open-chance"
    | "loss-lag"
    | "cut-tail"
    | "compounding"
    | "rounded-root"
    | "rate-known"
    | "rate-mean"
    | "spread-none"
    | "value-known"
    | "value-mixed"
    | "losses-fixed";
  /** Where in the plan it would be said. */
  readonly path: Path;
  /** The assumption in a sentence, with its figures. */
  readonly text: string;
}
