import type { Solution } from "reverse-funnel";

/** What the worker answers to a plan; `problem` is a fault of ours, since a plan that was read has an answer. */
export interface Reply {
  readonly answer?: Solution;
  readonly problem?: string;
}
