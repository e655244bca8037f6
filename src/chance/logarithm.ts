const LN2_HIGH = 0.69314718036912381649; // Its last 21 bits are 0: a whole number of up to 21 bits times it is exact.
const LN2_LOW = 1.90821492927058770002e-10;
const ROOT_HALF = 0.7071067811865476;
const ROOT_TWO = 1.4142135623730951;
const BLOCK = 4294967296; // 2^32

/**
 * To what power must e be raised to give x? The natural logarithm.
 *
 * x is halved or doubled to m between √½ and √2, exactly; then ln m = 2·(s + s³/3 + s⁵/5 + …) with s = (m − 1) ÷ (m + 1).
 * Only + − × ÷ are used, so that every engine gives the same digits (`Math.log` may differ in the last one).
 *
 * @param x above 0; 0 gives −Infinity
 * @returns within 3e-16 of the truth, relative to the larger of it and 1e-300 (measured against mpmath)
 *
 * @example
 * ```ts
 * logarithm(2); // => 0.6931471805599453
 * ```
 */
export function logarithm(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0) || x === Infinity) return x > 0 ? Infinity : NaN;
  let mantissa = x;
  let exponent = 0;
  while (mantissa >= BLOCK) [mantissa, exponent] = [mantissa / BLOCK, exponent + 32];
  while (mantissa < 1 / BLOCK) [mantissa, exponent] = [mantissa * BLOCK, exponent - 32];
  while (mantissa > ROOT_TWO) [mantissa, exponent] = [mantissa / 2, exponent + 1];
  while (mantissa < ROOT_HALF) [mantissa, exponent] = [mantissa * 2, exponent - 1];
  const series = twiceInverseTangent((mantissa - 1) / (mantissa + 1));
  return exponent * LN2_HIGH + (series + exponent * LN2_LOW);
}

/**
 * The natural logarithm of 1 − x, without the digits that 1 − x loses where x is small.
 *
 * @param x from 0 (included) to 1; 1 gives −Infinity
 */
export function logarithmOfRest(x: number): number {
  return x < 0.25 ? twiceInverseTangent(-x / (2 - x)) : logarithm(1 - x);
}

/** ln((1 + s) ÷ (1 − s)) for −0.172 ≤ s ≤ 0.172: what the series leaves out is below 1e-18 of the sum. */
function twiceInverseTangent(s: number): number {
  const z = s * s;
  const late = ((((1 / 21) * z + 1 / 19) * z + 1 / 17) * z + 1 / 15) * z + 1 / 13;
  const tail = (((((late * z + 1 / 11) * z + 1 / 9) * z + 1 / 7) * z + 1 / 5) * z + 1 / 3) * z;
  return 2 * s + 2 * s * tail;
}
