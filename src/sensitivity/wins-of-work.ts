import { unitsBrought } from "../model/flow.js";
import { stagesOfUnitsChannels } from "../model/pipeline-wins.js";
import { add, multiply, ratio, sum, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import type { Prepared } from "../schedule/prepared.js";

/** Work that is started at a stage: on these days, weighted so; without days it is spread as if everything landed. */
export interface StartedWork {
  readonly stage: number;
  readonly amount: Ratio;
  readonly days: readonly number[];
  /** Whole-number weights, one for each day; the amount is spread by them. */
  readonly weights: readonly Whole[];
}

/** The expected wins within the period of work, of what channels with fixed units bring, and of open work. */
export function winsOfWork(prepared: Prepared, works: readonly StartedWork[]): Ratio {
  return add(winsBeside(prepared), sum(works.map((work) => countWins(prepared, work))));
}

/** Expected wins within the period that need no new work: of open work, and of channels with fixed units. */
function winsBeside(prepared: Prepared): Ratio {
  const own = stagesOfUnitsChannels(prepared.flow);
  const brought = prepared.flow.map((stage, index) =>
    own[index] === true
      ? ZERO
      : multiply(unitsBrought(stage, prepared.unitsLanding[index]), prepared.perUnit[index] ?? ZERO),
  );
  return add(prepared.pipelineWins.wins, sum(brought));
}

/** The expected wins of one piece of work; none for work inside a channel that brings fixed units. */
export function countWins(prepared: Prepared, work: StartedWork): Ratio {
  if (stagesOfUnitsChannels(prepared.flow)[work.stage] === true) return ZERO;
  return multiply(multiply(work.amount, prepared.perUnit[work.stage] ?? ZERO), landingShare(prepared, work));
}

/** The share of the work that, if it converts, is won within the period. */
function landingShare({ time }: Prepared, { stage, days, weights }: StartedWork): Ratio {
  const landing = time?.landing[stage];
  if (time === undefined || landing === undefined) return ratio(1);
  let [landed, whole] = [0n, 0n];
  days.forEach((day, index) => {
    const weight = BigInt(weights[index] ?? 0);
    landed += weight * BigInt(landing.values[day - time.mover.axis.first] ?? 0);
    whole += weight;
  });
  return whole === 0n ? ZERO : ratio(landed, whole * BigInt(landing.scale));
}
