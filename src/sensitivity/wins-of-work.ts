import type { CompiledPlan } from "../model/compile.js";
import { unitsBrought } from "../model/flow.js";
import { valueOn } from "../model/mover.js";
import { at } from "../number/invariant.js";
import { add, multiply, ratio, sum, ZERO, type Ratio, type Whole } from "../number/ratio.js";

/** Work that is started at a stage: on these days, weighted so; without days it is spread as if everything landed. */
export interface StartedWork {
  readonly stage: number;
  readonly amount: Ratio;
  readonly days: readonly number[];
  /** Whole-number weights, one for each day; the amount is spread by them. */
  readonly weights: readonly Whole[];
}

/** The expected wins within the period of work, of what channels with fixed units bring, and of open work. */
export function winsOfWork(compiled: CompiledPlan, works: readonly StartedWork[]): Ratio {
  return add(winsBeside(compiled), sum(works.map((work) => countWins(compiled, work))));
}

/** Expected wins within the period that need no new work: of open work, and of channels with fixed units. */
function winsBeside({ flow, pipelineWins }: CompiledPlan): Ratio {
  const brought = flow.map((stage) =>
    stage.inUnitsChannel ? ZERO : multiply(unitsBrought(stage, stage.unitsLanding), stage.winsPerUnit),
  );
  return add(pipelineWins.wins, sum(brought));
}

/** The expected wins of one piece of work; none for work inside a channel that brings fixed units. */
function countWins(compiled: CompiledPlan, work: StartedWork): Ratio {
  const stage = at(compiled.flow, work.stage);
  if (stage.inUnitsChannel) return ZERO;
  return multiply(multiply(work.amount, stage.winsPerUnit), landingShare(compiled, work));
}

/** The share of the work that, if it converts, is won within the period. */
function landingShare({ time, flow }: CompiledPlan, { stage, days, weights }: StartedWork): Ratio {
  const { landing } = at(flow, stage);
  if (time === undefined || landing === undefined) return ratio(1);
  let [landed, whole] = [0n, 0n];
  days.forEach((day, index) => {
    const weight = BigInt(at<Whole>(weights, index));
    landed += weight * BigInt(valueOn(landing, time.mover.axis, day));
    whole += weight;
  });
  return whole === 0n ? ZERO : ratio(landed, whole * BigInt(landing.scale));
}
