import { at } from "../number/invariant.js";
import { divide, isZero, larger, multiply, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { firstShare, unitsBrought, type FlowStage } from "./flow.js";

/** A stage, with the share of the units that channels bring to it which is won in time. */
export interface FedStage extends FlowStage {
  /** 1 where time plays no part, and at stages to which channels bring no fixed units. */
  readonly unitsLanding: Ratio;
}

/** Turns the exact need of a stage into what is asked for: itself, or a whole number that is handed on. */
export type Division = (need: Ratio) => Ratio;

/** What must enter each stage, by its index, and the stages that no number of entries helps. */
export interface Needs {
  readonly entries: readonly Ratio[];
  /** Of these, the ones that must be there for the first time: all of them where no unit comes back. */
  readonly first: readonly Ratio[];
  readonly blocked: readonly number[];
}

const exactly: Division = (need) => need;

/**
 * How many units must enter each stage so that so many wins leave the last one: what must leave a stage ÷ its rate, and
 * at a merge each channel's part of the stage's need; of a stage to which units come back, what must arrive from before is
 * its need × the share that is new. A rate of 0 blocks a stage that must pass units on; its entries are
 * then given as 0. `hand` is what becomes of each quotient and each part; without it they stay exact.
 */
export function computeNeeds(flow: readonly FedStage[], wins: Ratio, hand: Division = exactly): Needs {
  const leaving: Ratio[] = flow.map(() => ZERO);
  const entries: Ratio[] = flow.map(() => ZERO);
  const first: Ratio[] = flow.map(() => ZERO);
  const blocked: number[] = [];
  if (flow.length > 0) leaving[flow.length - 1] = hand(wins);
  for (const stage of [...flow].reverse()) {
    const out = at(leaving, stage.index);
    if (isZero(stage.rate) && !isZero(out)) blocked.unshift(stage.index);
    const quotient = isZero(stage.rate) ? ZERO : divide(out, stage.rate);
    const need = hand(quotient);
    entries[stage.index] = need;
    // What comes back is part of the need: it is taken off before that is rounded up, not after.
    const fresh = stage.comesBack === null ? need : hand(multiply(quotient, firstShare(stage)));
    first[stage.index] = fresh;
    askFeeders(stage, fresh, leaving, hand);
  }
  return { entries, first, blocked };
}

/** Of what must enter a stage, what must arrive from before; the rest are the same units that come back. */
export function arriving({ entriesEach }: FlowStage, need: Ratio): Ratio {
  return divide(need, entriesEach);
}

function askFeeders(stage: FedStage, need: Ratio, leaving: Ratio[], hand: Division): void {
  if (stage.isSource) return;
  if (stage.feeders.length === 0) {
    leaving[stage.index - 1] = need;
    return;
  }
  const missing = larger(ZERO, subtract(need, unitsBrought(stage, stage.unitsLanding)));
  for (const { last, units, share } of stage.feeders) leaving[last] = hand(units ?? multiply(share, missing));
}

/** Units that units channels bring beyond what their stage needs. */
export function surplusAt(stage: FedStage, need: Ratio): Ratio {
  return stage.feeders.length === 0
    ? ZERO
    : larger(ZERO, subtract(unitsBrought(stage, stage.unitsLanding), arriving(stage, need)));
}
