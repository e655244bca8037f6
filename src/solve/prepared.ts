import { ZERO, type Ratio } from "../number/ratio.js";
import { winsPerUnit } from "../model/flow.js";
import { modelOf, type PlanModel } from "../model/model.js";
import type { PlanTime } from "../model/plan-time.js";
import { rateOf } from "../plan/rate.js";
import { ratio } from "../number/ratio.js";
import type { Plan } from "../plan/plan.js";
import { unitsLanding, windowsOf, type StageWindow } from "./windows.js";

/** How a plan is solved. */
export interface SolveOptions {
  /**
   * Which working days belong to a stage's window: those on which the chance to land in the period is at least this share
   * of the best day's chance. A rate above 0 to 1 (included); default 1/2.
   */
  readonly lands?: number | string | undefined;
}

/** A model with everything that does not depend on how many wins are asked for. */
export interface Prepared extends PlanModel {
  readonly lands: Ratio;
  readonly perUnit: readonly Ratio[];
  /** By stage. */
  readonly windows: readonly StageWindow[];
  /** By stage that channels feed: the share of units, brought level over the period, that lands in it. */
  readonly unitsLanding: readonly Ratio[];
}

const HALF = ratio(1, 2);

/** Prepares a validated plan for solving; `time` as in {@link modelOf}. */
export function prepare(plan: Plan, lands: Ratio, time?: PlanTime): Prepared {
  const model = modelOf(plan, time);
  return {
    ...model,
    lands,
    perUnit: winsPerUnit(model.flow),
    windows: windowsOf(model, lands),
    unitsLanding: unitsLanding(model),
  };
}

/** Reads the option that says which days belong to a window. */
export function landsOf({ lands }: SolveOptions = {}): Ratio {
  if (lands === undefined) return HALF;
  const read = typeof lands === "number" || typeof lands === "string" ? safeRate(lands) : undefined;
  if (read === undefined || read.num === 0)
    throw new RangeError(`solve requires lands above 0 to 1; got ${lands}`);
  return read;
}

function safeRate(lands: number | string): Ratio | undefined {
  try {
    const read = rateOf(lands as never);
    return read.num === 0 ? ZERO : read;
  } catch {
    return undefined;
  }
}
