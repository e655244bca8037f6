import { amountShort, type Asked } from "../../chance/amount-short.js";
import { lossChances, type Losses } from "../../chance/losses.js";
import { afterLosses, winsNeeded } from "../../chance/wins-needed.js";
import { ceiling } from "../../number/ceiling.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { add, divide, isPositive, multiply, ratio } from "../../number/ratio.js";
import type { AmountInputs, InputLosses } from "./amount-inputs.js";
import { winValue, type OwnValue } from "./win-value.js";

/** For each number of wins, the chance that it is not enough. */
export interface NeededWins {
  readonly notEnough: readonly number[];
  /** The whole wins that must come, where that is certain; null where values or losses are uncertain. */
  readonly certain: number | null;
  /** How far the estimate of values may be off. */
  readonly error: number;
}

/** What is asked of `neededWins`. */
interface NeededQuestion {
  readonly amount: AmountInputs;
  /** Values of open units that have one of their own; empty where there are none. */
  readonly own: readonly OwnValue[];
  /** Wins expected of everything else. */
  readonly others: number;
  /** More wins than that are not worked out. */
  readonly most: number;
}

/** Values that had to be rounded to a thousandth of the amount: measured within 8e-4. */
const LATTICE_ERROR = 1e-3;

/**
 * How many wins are enough, and how surely?
 *
 * Whole wins where each brings the same and what is lost is fixed. Losses by chance: Σ P(lost) · wins needed then. Values
 * that differ: how likely so many of them together stay below the amount.
 *
 * @returns undefined where more than `most` wins are needed
 */
export function neededWins({ amount, own, others, most }: NeededQuestion): NeededWins | undefined {
  const { worth, losses } = amount;
  const needed = (lost: number): number => {
    const short = losses === null ? amount.amount : add(amount.amount, multiply(losses.each, ratio(lost)));
    return isPositive(short) ? Number(ceiling(divide(short, worth))) : 0;
  };
  const lost = losses === null ? [1] : lossChances(asLosses(losses));
  if (needed(lost.length - 1) > most) return undefined;
  const usual = needed(Math.min(lost.length - 1, Math.round(lost.length / 2)));
  const found = winValue(amount, { own, others }, usual);
  if (found === null) {
    if (losses === null) return { notEnough: winsNeeded(needed(0)), certain: needed(0), error: 0 };
    return { notEnough: afterLosses(lost, needed), certain: null, error: 1e-14 };
  }
  const asked = lost.flatMap((chance, count): Asked[] => {
    const short = losses === null ? amount.amount : add(amount.amount, multiply(losses.each, ratio(count)));
    return chance > 0 ? [{ amount: nearestNumber(short), chance }] : [];
  });
  const short = amountShort(found.value, asked, { mostWins: Math.max(10_000, 4 * most), bounds: false });
  return {
    notEnough: short.notEnough,
    certain: null,
    error: short.exact && found.isExact ? 1e-12 : LATTICE_ERROR,
  };
}

function asLosses(losses: InputLosses): Losses {
  if ("expected" in losses) return { expected: nearestNumber(losses.expected) };
  return { of: losses.of, rate: nearestNumber(losses.rate) };
}
