import type { Ratio, Whole } from "../number/ratio.js";
import { needsFor } from "../model/flow.js";
import type { PlanModel } from "../model/model.js";
import { roundingOf } from "./rounding/roundings.js";

/** What so many wins ask of each stage, by index from the sources to the win. */
export interface Volumes {
  readonly wins: Whole;
  /** Exact entries. */
  readonly exact: readonly Ratio[];
  /** Whole entries under the plan's rounding. */
  readonly whole: readonly Whole[];
  /** What effort is measured by: the exact entries, or under `handover` the whole ones. */
  readonly effort: readonly Ratio[];
  /** Stages with a rate of 0 that would have to pass units on. */
  readonly blocked: readonly number[];
}

/** How many units must enter each stage so that so many wins leave the last one. */
export function volumesFor({ plan, flow }: PlanModel, wins: Whole): Volumes {
  const target: Ratio = { num: wins, den: 1 };
  const { entries, blocked } = needsFor(flow, target);
  const whole = roundingOf(plan)({ flow, exact: entries, wins: target });
  const effort =
    plan.rounding === "handover" ? whole.map((units): Ratio => ({ num: units, den: 1 })) : entries;
  return { wins, exact: entries, whole, effort, blocked };
}
