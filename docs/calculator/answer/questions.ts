import type { Plan, Solution } from "reverse-funnel";

/** What the page asks the worker. */
export interface Question {
  readonly number: number;
  readonly plan: Plan;
}

/** What the worker answers; `problem` is a fault of ours, since a plan that was read has an answer. */
export interface Reply {
  readonly number: number;
  readonly answer?: Solution;
  readonly problem?: string;
}
