import { onLattice, withOneMore, type Lattice } from "../../chance/lattice.js";
import { ceiling } from "../../number/ceiling.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { divide, isPositive, multiply, ONE, ratio, type Ratio } from "../../number/ratio.js";
import { greatestCommonDivisorOfBig, leastCommonMultiple, type Whole } from "../../number/whole.js";
import type { LikelyValue } from "../../solve/chance/win-value.js";

/** What sums of values are counted in: cells of one size. */
export interface AmountAxis {
  /** The size of a cell, in the metric's unit. */
  readonly step: Ratio;
  /** Whether every value is a whole number of cells. */
  readonly isExact: boolean;
  /** How far the chance of a sum may be off because values are put between cells. */
  readonly error: number;
}

/**
 * In which cells are sums of these values counted?
 *
 * In the greatest step of which all are whole multiples, where so few make the top; else in so many, of which what is asked
 * for is a whole number.
 *
 * @param cells how many make the top at most
 */
export function amountAxis(values: readonly Ratio[], { top, asked }: AmountsSeen, cells: number): AmountAxis {
  const step = commonStep(values);
  if (step === undefined) return exactAxis(ONE);
  if (top / nearestNumber(step) <= Math.max(cells, ALWAYS_EXACT)) return exactAxis(step);
  return { step: roughStep(values, { top, asked }, cells), isExact: false, error: 1 / cells };
}

/** So few cells are the exact ones, however long that takes. */
const ALWAYS_EXACT = 500;

/** Cells of which every value is a whole number. */
export function exactAxis(step: Ratio): AmountAxis {
  return { step, isExact: true, error: 0 };
}

/** Which sums of values are looked at, in the metric's unit. */
interface AmountsSeen {
  /** The greatest that matters. */
  readonly top: number;
  /** The one that is asked for. */
  readonly asked: Ratio;
}

/** Values in cells: one where it is a whole number of them, else the two beside it, so that its mean stays. */
export function inCells(values: readonly LikelyValue[], step: Ratio): Lattice {
  const weighted = values.map(({ value, chance }) => {
    const cells = divide(value, step);
    return { value: nearestNumber(cells), weight: chance };
  });
  return onLattice(weighted, { cells: 1, amount: 1 }, "split");
}

/** What units bring that are expected to be won so often. */
interface WeighedValues {
  readonly values: readonly LikelyValue[];
  readonly weight: number;
}

/**
 * Values of many units in cells.
 *
 * One value is put on the cell above or below it, whichever keeps the mean of all so far: the spread of each stays, and no
 * error adds up. Of several the mean of each stays.
 */
export function cellsOfAll(units: readonly WeighedValues[], step: Ratio): readonly Lattice[] {
  let owed = 0;
  return units.map(({ values, weight }) => {
    const [only] = values;
    if (values.length > 1 || only === undefined) return inCells(values, step);
    const place = nearestNumber(divide(only.value, step));
    const below = Math.floor(place);
    const beyond = (place - below) * weight;
    const cells = beyond > 0 && owed + beyond >= weight / 2 ? below + 1 : below;
    owed += beyond - (cells - below) * weight;
    return [{ cells, chance: 1 }];
  });
}

/**
 * How likely is each sum of 0, 1, 2, … values that come one after the other?
 *
 * @param wins no list is made for more of them
 * @param length entries of each list, for sums of 0 to length − 1 cells
 */
export function sumsOfValues(
  values: readonly LikelyValue[],
  step: Ratio,
  { wins, length }: { readonly wins: number; readonly length: number },
): readonly Float64Array[] {
  const lattice = inCells(values, step);
  const [only] = values;
  let sums: Float64Array = new Float64Array(length);
  sums[0] = 1;
  const lists = [sums];
  while (lists.length <= wins && sums.some((chance) => chance > NOTHING)) {
    // One value is put between cells once, however often it comes.
    if (values.length === 1 && only !== undefined) {
      const value = multiply(only.value, ratio(lists.length));
      sums = placed(inCells([{ value, chance: 1 }], step), length);
    } else sums = withOneMore(sums, lattice);
    lists.push(sums);
  }
  return lists;
}

const NOTHING = 1e-13;

function placed(lattice: Lattice, length: number): Float64Array {
  const sums = new Float64Array(length);
  for (const { cells, chance } of lattice) if (cells < length) sums[cells] = chance;
  return sums;
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

/** Sums of the first value, of which most come, and what is asked for lie on cells where these are not too small for it. */
function roughStep([usual]: readonly Ratio[], { top, asked }: AmountsSeen, cells: number): Ratio {
  const target = nearestNumber(asked);
  const known = [...(usual === undefined ? [] : [usual]), ...(target > 0 && target <= top ? [asked] : [])];
  const both = commonStep(known);
  const aligned = both !== undefined && nearestNumber(both) * cells >= top ? both : known.at(-1);
  if (aligned !== undefined && isPositive(aligned))
    return divide(aligned, ratio(Math.max(1, Math.round((cells * nearestNumber(aligned)) / top))));
  return ratio(Math.max(1, Math.ceil(top)), cells);
}

/** The least whole number of cells that is enough for a sum. */
export function cellsFor(sum: Ratio, step: Ratio): number {
  return isPositive(sum) ? Number(ceiling(divide(sum, step))) : 0;
}
