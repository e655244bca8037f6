/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import { greatestCommonDivisor } from "../number/whole.js";
import { gammaBelow } from "./gamma.js";
import { onLattice, withOneMore, type Lattice, type Placing, type WeightedValue } from "./lattice.js";

/** What one win is worth: values seen, with how often; or a mean and a standard deviation (a Gamma distribution). */
export type WinValue = readonly WeightedValue[] | { readonly mean: number; readonly sd: number };

/** An amount that may be asked for, and how likely it is the one: several where losses decide what must come. */
export interface Asked {
  /** Of 0 or less: reached without a win. */
  readonly amount: number;
  readonly chance: number;
}

export interface AmountShort {
  /** For each number of wins, the chance that their values together stay below the amount; it ends below 1e-13. */
  readonly notEnough: number[];
  /** Certain bounds of the same: never above, never below the truth. Equal to it where they were not wanted, or `exact`. */
  readonly low: number[];
  readonly high: number[];
  /** Whether nothing had to be rounded. */
  readonly exact: boolean;
}

const NOTHING = 1e-13;

/** Options of `amountShort`. */
export interface AmountShortOptions {
  /** Cells that the largest amount is divided into; default 1,000. */
  readonly cells?: number;
  /** No number of wins beyond it is looked at; default 10,000. */
  readonly mostWins?: number;
  /** Whether bounds are wanted, which take twice as long again; default true. */
  readonly bounds?: boolean;
}

/**
 * How likely are the values of so many wins together below the amount?
 *
 * A Gamma's sums are Gammas, and exact. A list of values is put on a lattice and added up win by win: where all values are
 * whole multiples of one step, in hundredths, and at most 20 times `cells` of it make the amount, the lattice is that step and
 * the answer exact; else the estimate keeps the mean of each value, and values rounded down and up give bounds.
 *
 * @throws RangeError where no value is above 0: the amount is never reached
 *
 * @example
 * ```ts
 * amountShort([{ value: 1, weight: 1 }, { value: 2, weight: 1 }], [{ amount: 2, chance: 1 }]).notEnough; // => [1, 0.5]
 * ```
 */
export function amountShort(
  value: WinValue,
  asked: readonly Asked[],
  { cells = 1000, mostWins = 10_000, bounds = true }: AmountShortOptions = {},
): AmountShort {
  const amounts = asked.filter(({ amount }) => amount > 0);
  if ("mean" in value) {
    const notEnough = sumsBelow(value, amounts, mostWins);
    return { notEnough, low: notEnough, high: notEnough, exact: true };
  }
  if (!value.some(({ value: one, weight }) => one > 0 && weight > 0))
    throw new RangeError("amountShort requires a value above 0");
  const whole = inSteps(value, amounts);
  if (whole !== undefined && whole.most <= 20 * cells) {
    const grid = { cells: whole.most, amount: whole.most };
    const notEnough = sumsOnLattice(onLattice(whole.values, grid, "split"), grid, whole.amounts, mostWins);
    return { notEnough, low: notEnough, high: notEnough, exact: true };
  }
  const grid = { cells, amount: largest(amounts) };
  const short = (placing: Placing): number[] =>
    sumsOnLattice(onLattice(value, grid, placing), grid, amounts, mostWins);
  const notEnough = short("split");
  return bounds
    ? { notEnough, low: short("up"), high: short("down"), exact: false }
    : { notEnough, low: notEnough, high: notEnough, exact: false };
}

function largest(amounts: readonly Asked[]): number {
  return amounts.reduce((most, { amount }) => Math.max(most, amount), 0);
}

/** Values that are dust beside a whole number of hundredths are one. */
const DUST = 1e-7;

/**
 * Values and amounts in the greatest step of which all values are whole multiples, where they are whole or of two decimals: what
 * is enough for an amount between two multiples is what is enough for the next one. Undefined where there is no such step.
 */
function inSteps(
  values: readonly WeightedValue[],
  amounts: readonly Asked[],
):
  | { readonly values: readonly WeightedValue[]; readonly amounts: readonly Asked[]; readonly most: number }
  | undefined {
  const hundredths = values.map(({ value }) => Math.round(value * 100));
  const areWhole = values.every(
    ({ value }, at) => Number.isSafeInteger(hundredths[at]) && Math.abs(value * 100 - hundredths[at]!) < DUST,
  );
  if (!areWhole) return undefined;
  const step = hundredths.reduce((divisor, next) => greatestCommonDivisor(divisor, next), 0);
  const scaled = amounts.map(({ amount, chance }) => ({
    amount: Math.ceil((amount * 100) / step - DUST),
    chance,
  }));
  return {
    values: values.map(({ weight }, at) => ({ value: hundredths[at]! / step, weight })),
    amounts: scaled,
    most: largest(scaled),
  };
}

function sumsBelow(
  { mean, sd }: { readonly mean: number; readonly sd: number },
  amounts: readonly Asked[],
  mostWins: number,
): number[] {
  if (!(mean > 0)) throw new RangeError(`amountShort requires a mean above 0; got ${mean}`);
  return untilNothing(mostWins, (wins) => {
    let missing = 0;
    for (const { amount, chance } of amounts) missing += chance * gammaSumBelow(mean, sd, wins, amount);
    return missing;
  });
}

function gammaSumBelow(mean: number, sd: number, wins: number, amount: number): number {
  if (wins === 0) return 1;
  if (sd === 0) return wins * mean < amount ? 1 : 0;
  return gammaBelow((wins * mean * mean) / (sd * sd), (amount * mean) / (sd * sd));
}

function sumsOnLattice(
  lattice: Lattice,
  grid: { readonly cells: number; readonly amount: number },
  amounts: readonly Asked[],
  mostWins: number,
): number[] {
  let sums: Float64Array = new Float64Array(Math.max(1, grid.cells));
  sums[0] = 1;
  return untilNothing(mostWins, (wins) => {
    if (wins > 0) sums = withOneMore(sums, lattice);
    let missing = 0;
    for (const { amount, chance } of amounts) {
      let below = 0;
      // Rounding may put the largest amount a hair above its last cell.
      const end = Math.min(sums.length, Math.ceil((amount * grid.cells) / grid.amount));
      for (let at = 0; at < end; at += 1) below += sums[at]!;
      missing += chance * below;
    }
    return missing;
  });
}

/** The answers for 0, 1, 2, … wins, until they are nothing. */
function untilNothing(mostWins: number, answer: (wins: number) => number): number[] {
  const list: number[] = [];
  for (let wins = 0; wins <= mostWins; wins += 1) {
    const next = answer(wins);
    if (next < NOTHING) return list;
    list.push(Math.min(1, next));
  }
  return list;
}
