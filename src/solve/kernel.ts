import type { FlowStage } from "../model/flow.js";

/**
 * The rates of a plain funnel as whole numbers in typed arrays, for a million what-ifs: a volume is
 * ⌈wins · product of denominators ÷ product of numerators⌉, which is exact.
 */
export interface Kernel {
  readonly num: Float64Array;
  readonly den: Float64Array;
  /** A zero for each stage: a copy of it is the cheapest list of the right length. */
  readonly blank: readonly number[];
}

/** Makes the kernel of a funnel; undefined for channels, rates of 0 and parts beyond 2^53, which take the long way. */
export function kernelOf(flow: readonly FlowStage[]): Kernel | undefined {
  const blank = flow.map(() => 0);
  const kernel = { num: new Float64Array(flow.length), den: new Float64Array(flow.length), blank };
  for (const [index, { rate, feeders }] of flow.entries()) {
    const { num, den } = rate;
    if (feeders.length > 0 || typeof num !== "number" || typeof den !== "number" || num <= 0)
      return undefined;
    kernel.num[index] = num;
    kernel.den[index] = den;
  }
  return kernel;
}

/**
 * Fills `totals` with what must enter each stage for so many wins, where the rate of stage `changed` is num ÷ den instead
 * (−1 for no change). Returns false, and `totals` is worth nothing, when an integer outgrows 2^53: the long way is exact too.
 *
 * Both products only grow on the way to the source, so looking at the last ones is enough. `Math.ceil` of a quotient of
 * whole numbers up to 2^53 is the exact ceiling. No division waits for the one before, which is why this costs no more
 * than dividing by one rounded rate after the other.
 */
export function fillTotals(
  kernel: Kernel,
  wins: number,
  changed: number,
  num: number,
  den: number,
  totals: number[],
): boolean {
  const { num: nums, den: dens } = kernel;
  let above = wins;
  let below = 1;
  for (let index = nums.length - 1; index >= 0; index -= 1) {
    if (index === changed) {
      above *= den;
      below *= num;
    } else {
      above *= dens[index] ?? 1;
      below *= nums[index] ?? 1;
    }
    totals[index] = Math.ceil(above / below);
  }
  return above <= Number.MAX_SAFE_INTEGER && below <= Number.MAX_SAFE_INTEGER;
}
