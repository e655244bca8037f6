import { ceiling } from "../../number/ceiling.js";
import {
  divide,
  isZero,
  larger,
  multiply,
  subtract,
  ZERO,
  type Ratio,
  type Whole,
} from "../../number/ratio.js";
import { unitsBrought, type FlowStage } from "../../model/flow.js";
import type { Rounding } from "./rounding.js";

/**
 * Rounds up at every step, so that each team's whole number feeds the next one's: the wins, each division by a rate, and
 * at a merge each channel's exact part of the stage's whole number by itself.
 */
export const cascade: Rounding = ({ flow, wins, unitsLanding }) => {
  const leaving: Whole[] = flow.map(() => 0);
  const entries: Whole[] = flow.map(() => 0);
  const blocked: number[] = [];
  leaving[flow.length - 1] = ceiling(wins);
  for (let index = flow.length - 1; index >= 0; index -= 1) {
    const stage = flow[index];
    if (stage === undefined) continue;
    const out: Ratio = { num: leaving[index] ?? 0, den: 1 };
    if (isZero(stage.rate) && !isZero(out)) blocked.unshift(index);
    const need = isZero(stage.rate) ? 0 : ceiling(divide(out, stage.rate));
    entries[index] = need;
    askWhole(flow, index, stage, need, leaving, unitsLanding[index]);
  }
  return { entries, blocked };
};

function askWhole(
  flow: readonly FlowStage[],
  index: number,
  stage: FlowStage,
  need: Whole,
  leaving: Whole[],
  landing: Ratio | undefined,
): void {
  if (stage.feeders.length === 0) {
    if (flow[index - 1]?.next === index) leaving[index - 1] = need;
    return;
  }
  const missing = larger(ZERO, subtract({ num: need, den: 1 }, unitsBrought(stage, landing)));
  for (const { last, units, share } of stage.feeders)
    leaving[last] = ceiling(units ?? multiply(share, missing));
}
