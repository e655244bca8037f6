import type { FlowStage } from "../model/flow.js";
import type { Ratio } from "../number/ratio.js";

/**
 * A plain funnel as integers in typed arrays, for a million what-ifs: the product of denominators and of numerators of
 * the rates from each stage to the win, both whole, so that a volume is ⌈wins · dens ÷ nums⌉, which is exact.
 */
export interface Kernel {
  readonly num: Float64Array;
  readonly den: Float64Array;
  readonly nums: Float64Array;
  readonly dens: Float64Array;
}

/** Makes the kernel of a funnel; undefined for channels, rates of 0 and products beyond 2^53, which take the long way. */
export function kernelOf(flow: readonly FlowStage[], products: readonly Ratio[]): Kernel | undefined {
  const size = flow.length;
  const kernel = {
    num: new Float64Array(size),
    den: new Float64Array(size),
    nums: new Float64Array(size),
    dens: new Float64Array(size),
  };
  for (let index = 0; index < size; index += 1) {
    const rate = flow[index]?.rate;
    const product = products[index];
    const plain = flow[index]?.feeders.length === 0 && isSmall(rate) && isSmall(product);
    if (!plain) return undefined;
    kernel.num[index] = Number(rate?.num);
    kernel.den[index] = Number(rate?.den);
    kernel.nums[index] = Number(product?.num);
    kernel.dens[index] = Number(product?.den);
  }
  return kernel;
}

function isSmall(value: Ratio | undefined): boolean {
  return (
    value !== undefined && typeof value.num === "number" && typeof value.den === "number" && value.num > 0
  );
}

/**
 * Fills `totals` with what must enter each stage for so many wins, where the rate of stage `changed` is num ÷ den instead
 * (−1 for no change). Returns false, with `totals` half filled, when an integer outgrows 2^53: the long way is exact too.
 */
export function fillTotals(
  kernel: Kernel,
  wins: number,
  changed: number,
  num: number,
  den: number,
  totals: number[],
): boolean {
  const { nums, dens } = kernel;
  for (let index = changed + 1; index < nums.length; index += 1) {
    const units = wins * dens[index]!;
    if (units > Number.MAX_SAFE_INTEGER) return false;
    totals[index] = Math.ceil(units / nums[index]!);
  }
  return changed < 0 || fillChanged(kernel, wins, changed, num, den, totals);
}

function fillChanged(
  kernel: Kernel,
  wins: number,
  changed: number,
  num: number,
  den: number,
  totals: number[],
): boolean {
  const last = changed + 1 === kernel.nums.length;
  let above = last ? 1 : kernel.dens[changed + 1]!;
  let below = last ? 1 : kernel.nums[changed + 1]!;
  for (let index = changed; index >= 0; index -= 1) {
    above *= index === changed ? den : kernel.den[index]!;
    below *= index === changed ? num : kernel.num[index]!;
    const units = wins * above;
    if (units > Number.MAX_SAFE_INTEGER || below > Number.MAX_SAFE_INTEGER) return false;
    totals[index] = Math.ceil(units / below);
  }
  return true;
}
