import { ceiling } from "../number/ceiling.js";
import { at } from "../number/invariant.js";
import {
  divide,
  isZero,
  multiply,
  ONE,
  ratio,
  smaller,
  subtract,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import { greater } from "../number/whole.js";
import { firstShare } from "../model/flow.js";
import { totalInflow, type Inflow } from "../model/inflow.js";
import type { CompiledPlan, CompiledStage } from "../model/compile.js";
import { goneOn } from "../model/onward-inflow.js";
import { computeLevelEffort } from "../model/started-units.js";
import { enteredThrough, countEntries } from "../model/entries-by-day.js";
import type { StageVolume } from "./volumes.js";

/**
 * Of all that enters a stage, how many units are there for the first time, in whole ones?
 *
 * Behind other stages they are what arrives from there. At a source, where all entries are work of its days, they are the
 * entries less what comes back while the work is done: what comes back later is nobody's work any more.
 *
 * @returns undefined for a stage to which no unit comes back
 */
export function firstEntries(
  compiled: CompiledPlan,
  stage: CompiledStage,
  volume: StageVolume,
  inflows: readonly Inflow[],
): Whole | undefined {
  const { comesBack, isSource, window } = stage;
  if (comesBack === null) return undefined;
  const { first, exact } = volume;
  if (!isSource) {
    const arrived = isZero(exact) ? first : multiply(totalInflow(inflows), divide(first, exact));
    return greater(ceiling(arrived), ceiling(first));
  }
  const entries = computeLevelEffort(divide(first, firstShare(stage)), window);
  const back = multiply(comesBack.share, shareInTime(compiled, stage, inflows));
  return ceiling(multiply(entries, subtract(ONE, back)));
}

/** Of what comes back to a source, the share that does so up to the last day of its work. */
function shareInTime(compiled: CompiledPlan, stage: CompiledStage, inflows: readonly Inflow[]): Ratio {
  const { time, flow } = compiled;
  const { comesBack, window } = stage;
  const last = window.days.at(-1);
  const [work] = inflows;
  if (comesBack === null || time === undefined || last === undefined || work?.series === undefined)
    return ONE;
  const passed = flow.slice(stage.index, comesBack.from).map(({ lag }) => lag);
  const lags = [...passed, at(flow, comesBack.from).backLag];
  const unit: Inflow = { ...work, amount: ONE };
  const back = lags.reduce((inflow, lag) => goneOn(compiled, inflow, { rate: ONE, lag }), unit);
  const { num, den } = enteredThrough(countEntries([back]), last - time.mover.axis.first);
  return smaller(ONE, ratio(num, den));
}
