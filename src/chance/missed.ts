/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import type { Group } from "./wins.js";
import { toChance } from "./chance.js";

/** Below this variance of the wins nearly all frequencies count, and adding up wins one by one is quicker. */
const LEAST_VARIANCE = 30;
/** A frequency whose part is below e^-44 = 8e-20 is left out, and so is what lies so far beyond the mean. */
const FADED = 44;
/** What a rounding of each unit's factor may come to in the sum over all frequencies, whose weights are below 1 ÷ place. */
const ROUNDING_PER_UNIT = 4e-15;

/**
 * How likely are the wins of independent units not enough: Σ P(N = k) · short(k)?
 *
 * By the frequencies of their distribution instead of the chances of each number of wins: P(N = k) is the mean of
 * φ(θ)·e^(−iθk) over `size` angles θ, and φ, the product of (1 − q + q·e^(iθ))^count, fades as e^(−variance·(1 − cos θ)), so
 * that a few angles are enough where many wins are needed. What is left out is below 1e-15 of the answer: the angles that
 * have faded, and the wins beyond `size`, by Bernstein's inequality. Only + − × ÷ √ are used.
 *
 * @param groups units of equal chance
 * @param short for 0, 1, 2, … wins the chance that they are not enough, falling from 1 to 0
 * @returns undefined where the wins vary so little that the frequencies do not fade
 *
 * @example
 * ```ts
 * // The same as 1 − P(Bin(1000, 0.1) ≥ 100).
 * missedBy([{ count: 1000, chance: 0.1 }], new Array<number>(100).fill(1)); // => 0.4845…
 * ```
 */
export function missedBy(groups: readonly Group[], short: ArrayLike<number>): number | undefined {
  let [mean, variance] = [0, 0];
  for (const { count, chance } of groups) {
    mean += count * chance;
    variance += count * chance * (1 - chance);
  }
  const { sure, sum: total } = headOf(short);
  if (isFar(mean - short.length, variance)) return 0;
  if (isFar(sure - mean, variance)) return 1;
  if (variance < LEAST_VARIANCE) return undefined;
  const reach = Math.max(
    short.length,
    mean + FADED / 3 + Math.sqrt((FADED * FADED) / 9 + 2 * FADED * variance),
  );
  // A quarter turn, halved until the whole turn has `size` steps.
  let [size, cos, sin] = [4, 0, 1];
  for (; size < reach; size *= 2) {
    const half = Math.sqrt((1 + cos) / 2);
    [cos, sin] = [half, sin / (2 * half)];
  }
  let sum = total;
  let turnCos = cos;
  let turnSin = sin;
  while (variance * (1 - turnCos) < FADED) {
    sum += 2 * partOf(groups, short, sure, turnCos, turnSin);
    const before = turnCos;
    turnCos = before * cos - turnSin * sin;
    turnSin = before * sin + turnSin * cos;
  }
  return toChance(sum / size);
}

/** Are the wins farther from their mean in fewer than 8e-20 of all cases? Bernstein's inequality says so, on either side. */
function isFar(distance: number, variance: number): boolean {
  return distance > 0 && distance * distance > 2 * FADED * (variance + distance / 3);
}

interface Head {
  /** How many numbers of wins, from 0 on, are not enough for sure. */
  readonly sure: number;
  readonly sum: number;
}

/** There may be thousands of wins, and the same list is asked for with many mixtures of rates. */
const heads = new WeakMap<ArrayLike<number>, Head>();

function headOf(short: ArrayLike<number>): Head {
  const known = heads.get(short);
  if (known !== undefined) return known;
  let [sure, sum] = [0, 0];
  while (sure < short.length && short[sure] === 1) sure += 1;
  for (const chance of Array.from(short)) sum += chance;
  const head = { sure, sum };
  heads.set(short, head);
  return head;
}

/** The most by which rounding may move the answer of `missedBy`. */
export function missedError(units: number): number {
  return ROUNDING_PER_UNIT * (units + 100);
}

/** The real part of φ(θ) · Σ short(k)·e^(−iθk), whose first `sure` entries are 1. */
function partOf(
  groups: readonly Group[],
  short: ArrayLike<number>,
  sure: number,
  cos: number,
  sin: number,
): number {
  let real = 1;
  let imaginary = 0;
  for (const { count, chance } of groups) {
    let x = 1 - chance * (1 - cos);
    let y = chance * sin;
    for (let rest = count; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) {
        const before = real;
        real = before * x - imaginary * y;
        imaginary = before * y + imaginary * x;
      }
      const base = x;
      x = base * base - y * y;
      y = 2 * base * y;
    }
  }
  let shortReal = 0;
  let shortImaginary = 0;
  for (let k = short.length - 1; k >= sure; k -= 1) {
    const before = shortReal;
    shortReal = before * cos + shortImaginary * sin + short[k]!;
    shortImaginary = shortImaginary * cos - before * sin;
  }
  // The wins that are not enough for sure, as a geometric series: (1 − z^sure) ÷ (1 − z), beside z^sure · the rest.
  let powerReal = 1;
  let powerImaginary = 0;
  let x = cos;
  let y = -sin;
  for (let rest = sure; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) {
      const before = powerReal;
      powerReal = before * x - powerImaginary * y;
      powerImaginary = before * y + powerImaginary * x;
    }
    const base = x;
    x = base * base - y * y;
    y = 2 * base * y;
  }
  const away = (1 - cos) * (1 - cos) + sin * sin;
  const seriesReal = ((1 - powerReal) * (1 - cos) - powerImaginary * sin) / away;
  const seriesImaginary = (-powerImaginary * (1 - cos) - (1 - powerReal) * sin) / away;
  const allReal = seriesReal + powerReal * shortReal - powerImaginary * shortImaginary;
  const allImaginary = seriesImaginary + powerReal * shortImaginary + powerImaginary * shortReal;
  return real * allReal - imaginary * allImaginary;
}
