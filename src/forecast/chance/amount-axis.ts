import { onLattice, type Lattice } from "../../chance/lattice.js";
import { ceiling } from "../../number/ceiling.js";
import { nearestNumber } from "../../number/nearest-number.js";
import {
  add,
  divide,
  isPositive,
  multiply,
  ONE,
  ratio,
  subtract,
  ZERO,
  type Ratio,
} from "../../number/ratio.js";
import { greatestCommonDivisorOfBig, leastCommonMultiple, type Whole } from "../../number/whole.js";
import type { AmountInputs } from "../../solve/chance/amount-inputs.js";

/** A value that a win may have, in the metric's unit, and how often it has it. */
export interface LikelyValue {
  readonly value: Ratio;
  readonly chance: number;
}

/** What sums of values are counted in: cells of one size. */
export interface AmountAxis {
  /** The size of a cell, in the metric's unit. */
  readonly step: Ratio;
  /** Whether every value is a whole number of cells. */
  readonly isExact: boolean;
}

/** Up to so many cells are the exact ones. */
const MOST_EXACT = 4000;
/** Else the greatest sum is divided into so many. */
const CELLS = 600;
/** More things that are sold on top are taken at their mean. */
const MOST_EXTRAS = 6;

/** What one win without a value of its own brings: with each combination of what is sold on top. */
export function usualValues({ worth, extras }: AmountInputs): readonly LikelyValue[] {
  if (extras.length > MOST_EXTRAS) return [{ value: worth, chance: 1 }];
  const onTop = extras.reduce((all, extra) => add(all, multiply(extra.rate, extra.worth)), ZERO);
  let values: readonly LikelyValue[] = [{ value: subtract(worth, onTop), chance: 1 }];
  for (const extra of extras) {
    const rate = nearestNumber(extra.rate);
    values = values.flatMap(({ value, chance }) => [
      { value, chance: chance * (1 - rate) },
      { value: add(value, extra.worth), chance: chance * rate },
    ]);
  }
  return values.filter(({ chance }) => chance > 0);
}

/**
 * In which cells are sums of these values counted?
 *
 * In the greatest step of which all are whole multiples, where so few make the top; else in as many as keep it quick, of
 * which what is asked for is a whole number.
 *
 * @param top the greatest sum that matters, in the metric's unit
 * @param asked the sum that is asked for, in the metric's unit
 */
export function amountAxis(values: readonly Ratio[], top: number, asked: Ratio): AmountAxis {
  const step = commonStep(values);
  if (step === undefined) return { step: ONE, isExact: true };
  const isExact = top / nearestNumber(step) <= MOST_EXACT;
  return { step: isExact ? step : roughStep(top, asked), isExact };
}

/** Values in cells: one where it is a whole number of them, else the two beside it, so that its mean stays. */
export function inCells(values: readonly LikelyValue[], step: Ratio): Lattice {
  const weighted = values.map(({ value, chance }) => {
    const cells = divide(value, step);
    return { value: nearestNumber(cells), weight: chance };
  });
  return onLattice(weighted, { cells: 1, amount: 1 }, "split");
}

/** The greatest number of which all are whole multiples; undefined where none is above 0. */
function commonStep(values: readonly Ratio[]): Ratio | undefined {
  const some = values.filter(isPositive);
  if (some.length === 0) return undefined;
  const den = some.reduce<Whole>((all, value) => leastCommonMultiple(all, value.den), 1);
  const num = some
    .map((value) => multiply(value, ratio(den)).num)
    .reduce<Whole>((all, next) => greatestCommonDivisorOfBig(BigInt(all), BigInt(next)), 0);
  return ratio(num, den);
}

function roughStep(top: number, asked: Ratio): Ratio {
  const target = nearestNumber(asked);
  const reachable = target > 0 && target <= top;
  if (reachable) return divide(asked, ratio(Math.max(1, Math.round((CELLS * target) / top))));
  const parts = top > 1e6 ? 1 : 1e6;
  return ratio(Math.max(1, Math.ceil(top * parts)), CELLS * parts);
}

/** The least whole number of cells that is enough for a sum. */
export function cellsFor(sum: Ratio, step: Ratio): number {
  return isPositive(sum) ? Number(ceiling(divide(sum, step))) : 0;
}
