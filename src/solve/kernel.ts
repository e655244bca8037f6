import { at } from "../number/invariant.js";
import { hasLoops, type FlowStage } from "../model/flow.js";

/**
 * A plain funnel at a number of wins, for a million what-ifs. A volume is ⌈wins · denominators ÷ numerators⌉ over the rates
 * from a stage to the win; all parts are whole numbers up to 2^53, so it is exact.
 */
export interface Kernel {
  /** The rate of each stage. */
  readonly num: Float64Array;
  readonly den: Float64Array;
  /** Wins · denominators, and numerators, of the rates from each stage on; one place more, for the win itself. */
  readonly above: Float64Array;
  readonly below: Float64Array;
  readonly totals: readonly number[];
}

/** Makes the kernel of a funnel; undefined for channels, units that come back, shared rates, rates of 0 and parts beyond 2^53, which take the long way. */
export function compileKernel(flow: readonly FlowStage[], wins: number): Kernel | undefined {
  if (hasLoops(flow)) return undefined;
  const size = flow.length;
  const [num, den] = [new Float64Array(size), new Float64Array(size)];
  const [above, below] = [new Float64Array(size + 1), new Float64Array(size + 1)];
  above[size] = wins;
  below[size] = 1;
  // Filled with a fraction first, so that the list is one of doubles and a copy of it takes any volume as it comes.
  const totals = flow.map(() => 0.5);
  for (let index = size - 1; index >= 0; index -= 1) {
    const { rate, rated, feeders } = at(flow, index);
    if (feeders.length > 0 || !rated.own || typeof rate.num !== "number" || typeof rate.den !== "number")
      return undefined;
    num[index] = rate.num;
    den[index] = rate.den;
    const [over, under] = [at(above, index + 1) * rate.den, at(below, index + 1) * rate.num];
    above[index] = over;
    below[index] = under;
    totals[index] = Math.ceil(over / under);
    if (rate.num <= 0 || !areExact(over, under)) return undefined;
  }
  return { num, den, above, below, totals };
}

/**
 * Sets in `totals`, a copy of the kernel's own, what must enter each stage when the rate of one stage is num ÷ den instead.
 * Returns false, and `totals` is worth nothing, when an integer outgrows 2^53: the long way is exact too.
 *
 * Later stages stay as they are. Both products only grow on the way to the source, so looking at the last ones is enough.
 * `Math.ceil` of a quotient of whole numbers up to 2^53 is the exact ceiling. No division waits for the one before, which
 * is why this costs no more than dividing by one rounded rate after the other.
 */
export function changeRate(
  kernel: Kernel,
  changed: number,
  num: number,
  den: number,
  totals: number[],
): boolean {
  const { num: nums, den: dens } = kernel;
  let above = at(kernel.above, changed + 1) * den;
  let below = at(kernel.below, changed + 1) * num;
  totals[changed] = Math.ceil(above / below);
  for (let index = changed - 1; index >= 0; index -= 1) {
    above *= at(dens, index);
    below *= at(nums, index);
    totals[index] = Math.ceil(above / below);
  }
  return areExact(above, below);
}

function areExact(above: number, below: number): boolean {
  return above <= Number.MAX_SAFE_INTEGER && below <= Number.MAX_SAFE_INTEGER;
}
