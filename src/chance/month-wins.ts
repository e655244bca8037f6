/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import type { Rule } from "./gauss-rule.js";
import { binomialChances } from "./wins.js";
import { toChance } from "./chance.js";

/** Units that are alike, each won in one of several months or in none of them. */
export interface MonthGroup {
  /** A whole number from 0 (included). */
  readonly count: number;
  /** For each month the chance that one of them is won in it; together at most 1. */
  readonly chances: readonly number[];
}

/** Months with their goals, and the units of which their wins come. */
export interface MonthsQuestion {
  readonly groups: readonly MonthGroup[];
  /** For each month, for each number of wins the chance that they are not enough; an empty list: nothing is missing. */
  readonly notEnough: readonly (readonly number[])[];
  /** By how much months differ from each other, independently: a rule of one place where they do not. */
  readonly factors: Rule;
}

/** The chances of the wins of the months that are open, the first month turning slowest; the last place of each is enough for sure. */
interface Box {
  /** How many places each month would take in full. */
  readonly whole: readonly number[];
  /** How many it has so far: no more than its wins need. */
  sizes: readonly number[];
  data: Float64Array;
  /** For each open month the most wins so far that matter. */
  readonly most: number[];
  /** The factor of each open month. */
  readonly factors: readonly number[];
}

/** How many steps of arithmetic may still be done, and how likely is what was left out. */
export interface StepsLeft {
  steps: number;
  leftOut: number;
}

/** So many wins of a month are left out where they are less likely than that. */
const SELDOM = 1e-9;

/**
 * How likely does each of several months reach its own goal?
 *
 * A unit is won in one month at most, so months that share units are not independent: the chances of all their wins
 * together are carried along, month after month. A month is closed, with the chance that its wins are enough, once no
 * unit is left that may be won in it.
 *
 * @param left is counted down; to `leftOut` is added by how much the chance may be too low
 * @returns from 0 to 1; undefined where it takes more steps than are left
 *
 * @example
 * ```ts
 * // One unit, won in the first or the second month, cannot do for both.
 * const groups = [{ count: 1, chances: [0.5, 0.5] }];
 * chanceOfMonths({ groups, notEnough: [[1], [1]], factors: ONE_FACTOR }, { steps: 1e6, leftOut: 0 }); // => 0
 * ```
 */
export function chanceOfMonths(question: MonthsQuestion, left: StepsLeft): number | undefined {
  const { notEnough, factors } = question;
  let boxes: readonly Box[] = [{ whole: [], sizes: [], data: Float64Array.of(1), most: [], factors: [] }];
  for (const { month, until, groups } of stepsThrough(question)) {
    for (let opened = month + boxes[0]!.sizes.length; opened <= until; opened += 1) {
      left.steps -= boxes.reduce((all, { data }) => all + data.length, 0) * factors.places.length;
      if (left.steps < 0) return undefined;
      boxes = boxes.flatMap((box) => withMonth(box, notEnough[opened]!.length + 1, factors));
    }
    for (const box of boxes)
      for (const group of groups) {
        left.steps -= addGroup(box, group, month, left);
        if (left.steps < 0) return undefined;
      }
    boxes = closed(boxes, notEnough[month]!, factors);
  }
  return toChance(boxes[0]!.data[0]!);
}

/** No factor: months differ by luck only. */
export const ONE_FACTOR: Rule = { places: Float64Array.of(1), weights: Float64Array.of(1) };

interface Step {
  readonly month: number;
  /** The last month that must be open now. */
  readonly until: number;
  /** Units that may be won in this month first. */
  readonly groups: readonly MonthGroup[];
}

function stepsThrough({ groups, notEnough }: MonthsQuestion): Step[] {
  const first = groups.map(({ chances }) => chances.findIndex((chance) => chance > 0));
  return notEnough.map((_, month) => {
    const own = groups.filter((_, group) => first[group] === month);
    const until = own.reduce((last, { chances }) => Math.max(last, lastOf(chances)), month);
    return { month, until, groups: own };
  });
}

function lastOf(chances: readonly number[]): number {
  let last = chances.length - 1;
  while (last >= 0 && !(chances[last]! > 0)) last -= 1;
  return last;
}

/** One more month without a win so far, once for each factor that it may have. */
function withMonth({ whole, sizes, data, most, factors }: Box, size: number, { places }: Rule): Box[] {
  return Array.from(places, (factor) => ({
    whole: [...whole, size],
    sizes: [...sizes, 1],
    data: Float64Array.from(data),
    most: [...most, 0],
    factors: [...factors, factor],
  }));
}

/** Room for so many wins of a month, in place. */
function grow(box: Box, dimension: number, size: number): void {
  const before = box.sizes[dimension]!;
  if (before >= size) return;
  const stride = strideOf(box.sizes, dimension);
  const data = new Float64Array((box.data.length / before) * size);
  const [kept, room] = [before * stride, size * stride];
  for (let from = 0, to = 0; from < box.data.length; from += kept, to += room)
    for (let at = 0; at < kept; at += 1) data[to + at] = box.data[from + at]!;
  box.data = data;
  box.sizes = box.sizes.map((own, open) => (open === dimension ? size : own));
}

/** Without the first open month: how likely its wins were enough, over all factors that it may have had. */
function closed(boxes: readonly Box[], notEnough: readonly number[], { weights }: Rule): Box[] {
  const rest = boxes.length / weights.length;
  return boxes.slice(0, rest).map((box, index) => {
    const all = Array.from(weights, (weight, factor) => ({ weight, own: boxes[factor * rest + index]! }));
    // Boxes of different factors may have grown differently.
    for (let open = 1; open < box.sizes.length; open += 1) {
      const size = all.reduce((largest, { own }) => Math.max(largest, own.sizes[open]!), 1);
      for (const { own } of all) grow(own, open, size);
    }
    const size = box.data.length / box.sizes[0]!;
    const data = new Float64Array(size);
    const most = box.most.slice(1).map(() => 0);
    for (const { weight, own } of all) {
      own.most.slice(1).forEach((wins, open) => {
        most[open] = Math.max(most[open]!, wins);
      });
      for (let wins = 0; wins <= own.most[0]!; wins += 1) {
        const enough = weight * (1 - (notEnough[wins] ?? 0));
        if (enough > 0)
          for (let at = 0; at < size; at += 1) data[at] = data[at]! + enough * own.data[wins * size + at]!;
      }
    }
    const { whole, sizes, factors } = box;
    return { whole: whole.slice(1), sizes: sizes.slice(1), data, most, factors: factors.slice(1) };
  });
}

/** Adds the wins of a group, in place, and says in how many steps. `month` is the first open one. */
function addGroup(box: Box, { count, chances }: MonthGroup, month: number, left: StepsLeft): number {
  const { whole, factors, most } = box;
  const lifted = whole.map((_, open) => (chances[month + open] ?? 0) * factors[open]!);
  const total = lifted.reduce((all, chance) => all + chance, 0);
  const own = total > 1 ? lifted.map((chance) => chance / total) : lifted;
  const places = own.flatMap((chance, open) => (chance > 0 ? [open] : []));
  const [only] = places;
  if (only === undefined || count === 0) return 0;
  let steps = 0;
  if (places.length === 1 && own[only]! < 1 && count > whole[only]! / 2) {
    grow(box, only, whole[only]!);
    steps += box.data.length + addAlong(box, only, binomialChances(count, own[only]!, whole[only]!));
    most[only] = whole[only]! - 1;
  } else
    for (let unit = 0; unit < count; unit += 1) {
      for (const open of places) {
        most[open] = Math.min(whole[open]! - 1, most[open]! + 1);
        if (most[open] >= box.sizes[open]!) {
          grow(box, open, most[open] + 1);
          steps += box.data.length;
        }
      }
      steps += addUnit(box, own);
      if (steps > left.steps) return steps;
    }
  return steps + trim(box, left);
}

function strideOf(sizes: readonly number[], dimension: number): number {
  let stride = 1;
  for (let later = dimension + 1; later < sizes.length; later += 1) stride *= sizes[later]!;
  return stride;
}

/** Many units that are all won in one month or not at all. */
function addAlong({ data, sizes }: Box, dimension: number, won: Float64Array): number {
  const [stride, size] = [strideOf(sizes, dimension), sizes[dimension]!];
  const block = stride * size;
  let steps = data.length;
  for (let start = 0; start < data.length; start += 1) {
    // The first place of each line along the dimension.
    if (start % block >= stride) continue;
    let [all, below, last] = [0, 0, -1];
    for (let wins = 0; wins < size; wins += 1) {
      const chance = data[start + wins * stride]!;
      all += chance;
      if (chance !== 0) last = wins;
    }
    if (last < 0) continue;
    for (let wins = size - 2; wins >= 0; wins -= 1) {
      let sum = 0;
      for (let before = Math.min(last, wins); before >= 0; before -= 1)
        sum += data[start + before * stride]! * won[wins - before]!;
      data[start + wins * stride] = sum;
      below += sum;
    }
    data[start + (size - 1) * stride] = Math.max(0, all - below);
    steps += size * (last + 1);
  }
  return steps;
}

/** One unit, from the most wins down, so that each place is still as it was when it is asked. */
function addUnit({ data, whole, sizes, most }: Box, chances: readonly number[]): number {
  const strides = sizes.map((_, dimension) => strideOf(sizes, dimension));
  const at = [...most];
  const none = 1 - chances.reduce((all, chance) => all + chance, 0);
  let index = at.reduce((all, wins, open) => all + wins * strides[open]!, 0);
  let steps = 0;
  for (;;) {
    let sum = 0;
    let stays = Math.max(0, none);
    for (let open = 0; open < at.length; open += 1) {
      if (at[open]! >= whole[open]! - 1) stays += chances[open]!;
      if (at[open]! > 0) sum += chances[open]! * data[index - strides[open]!]!;
    }
    data[index] = data[index]! * stays + sum;
    steps += at.length;
    let open = at.length - 1;
    for (; open >= 0; open -= 1) {
      if (at[open]! > 0) {
        at[open] = at[open]! - 1;
        index -= strides[open]!;
        break;
      }
      at[open] = most[open]!;
      index += most[open]! * strides[open]!;
    }
    if (open < 0) return steps;
  }
}

/** Leaves out what is next to impossible: most wins of months that only a few units reach. */
function trim({ data, whole, sizes, most }: Box, left: StepsLeft): number {
  let steps = 0;
  sizes.forEach((size, dimension) => {
    const stride = strideOf(sizes, dimension);
    while (most[dimension]! > 0 && most[dimension]! < whole[dimension]! - 1) {
      let sum = 0;
      for (let block = most[dimension]! * stride; block < data.length; block += stride * size)
        for (let at = block; at < block + stride; at += 1) sum += data[at]!;
      steps += data.length / size;
      if (sum > SELDOM) return;
      left.leftOut += sum;
      for (let block = most[dimension]! * stride; block < data.length; block += stride * size)
        data.fill(0, block, block + stride);
      most[dimension] = most[dimension]! - 1;
    }
  });
  return steps;
}
