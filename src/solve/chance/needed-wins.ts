import { amountShort, type Asked, type WinValue } from "../../chance/amount-short.js";
import type { WeightedValue } from "../../chance/lattice.js";
import { lossChances, type Losses } from "../../chance/losses.js";
import { afterLosses, winsNeeded } from "../../chance/wins-needed.js";
import { ceiling } from "../../number/ceiling.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { add, divide, isPositive, multiply, ratio, type Ratio } from "../../number/ratio.js";
import type { AmountInputs, Extra, InputLosses } from "./amount-inputs.js";

/** For each number of wins, the chance that it is not enough. */
export interface NeededWins {
  readonly notEnough: readonly number[];
  /** The whole wins that must come, where that is certain; null where values or losses are uncertain. */
  readonly certain: number | null;
  /** How far the estimate of values may be off. */
  readonly error: number;
}

/** An open unit that brings a value of its own when it is won, and how often that is expected among all wins. */
export interface OwnValue {
  /** In wins of the average worth. */
  readonly worth: Ratio;
  /** The wins expected of such units. */
  readonly weight: number;
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

/** More than this many different sums of what is sold on top are one distribution of the same mean and spread. */
const MOST_EXTRAS = 6;
/** More values than this, times the wins that are needed, are taken as a Gamma distribution of the same mean and spread. */
const MOST_VALUES = 20_000;
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
  const values = valuesOf(amount, own, others);
  if (values === null) {
    if (losses === null) return { notEnough: winsNeeded(needed(0)), certain: needed(0), error: 0 };
    return { notEnough: afterLosses(lost, needed), certain: null, error: 1e-14 };
  }
  const asked = lost.flatMap((chance, count): Asked[] => {
    const short = losses === null ? amount.amount : add(amount.amount, multiply(losses.each, ratio(count)));
    return chance > 0 ? [{ amount: nearestNumber(short), chance }] : [];
  });
  const mean = needed(Math.min(lost.length - 1, Math.round(lost.length / 2)));
  const value = values.length * mean > MOST_VALUES ? momentsOf(values) : values;
  const short = amountShort(value, asked, { mostWins: Math.max(10_000, 4 * most) });
  const exact = short.low === short.notEnough && !("mean" in value);
  return { notEnough: short.notEnough, certain: null, error: exact ? 1e-12 : LATTICE_ERROR };
}

function asLosses(losses: InputLosses): Losses {
  if ("expected" in losses) return { expected: nearestNumber(losses.expected) };
  return { of: losses.of, rate: nearestNumber(losses.rate) };
}

/** What a win may bring; null where all bring the same. */
function valuesOf(
  { worth, extras }: AmountInputs,
  own: readonly OwnValue[],
  others: number,
): WeightedValue[] | null {
  const differ = own.filter(({ weight }) => weight > 0);
  if (extras.length === 0 && differ.length === 0) return null;
  const each = nearestNumber(worth);
  const usual = withExtras(each, extras).map(({ value, weight }) => ({
    value,
    weight: weight * Math.max(others, 1e-9),
  }));
  return [
    ...usual,
    ...differ.map((one) => ({ value: nearestNumber(multiply(one.worth, worth)), weight: one.weight })),
  ];
}

/** The value of a win without anything on top, and with each combination of what is. */
function withExtras(mean: number, extras: readonly Extra[]): WeightedValue[] {
  if (extras.length > MOST_EXTRAS) return [{ value: mean, weight: 1 }];
  const bare = extras.reduce(
    (rest, { rate, worth }) => rest - nearestNumber(rate) * nearestNumber(worth),
    mean,
  );
  let values: WeightedValue[] = [{ value: Math.max(0, rounded(bare)), weight: 1 }];
  for (const extra of extras) {
    const [rate, worth] = [nearestNumber(extra.rate), nearestNumber(extra.worth)];
    values = values.flatMap(({ value, weight }) => [
      { value, weight: weight * (1 - rate) },
      { value: rounded(value + worth), weight: weight * rate },
    ]);
  }
  return values.filter(({ weight }) => weight > 0);
}

/** Sums of doubles that stand for cents leave dust that would hide that they are whole. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function momentsOf(values: readonly WeightedValue[]): WinValue {
  let [weights, sum, squares] = [0, 0, 0];
  for (const { value, weight } of values) {
    weights += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  const mean = sum / weights;
  return { mean, sd: Math.sqrt(Math.max(0, squares / weights - mean * mean)) };
}

/** Mean and variance of what one win brings. */
export function valueMoments(
  amount: AmountInputs,
  own: readonly OwnValue[],
  others: number,
): { readonly mean: number; readonly variance: number } {
  const values = valuesOf(amount, own, others);
  if (values === null) return { mean: nearestNumber(amount.worth), variance: 0 };
  const moments = momentsOf(values);
  return "mean" in moments
    ? { mean: moments.mean, variance: moments.sd * moments.sd }
    : { mean: nearestNumber(amount.worth), variance: 0 };
}
