import { UNIT } from "./fixed-point.js";

/**
 * The natural logarithms of 1, 2, 3, … in fixed point, one after the other.
 *
 * Each comes from the one before: ln t = ln(t − 1) + 2 · (x + x³/3 + x⁵/5 + …) with x = 1 ÷ (2t − 1), a series that is the
 * shorter the greater t is.
 */
export function* logarithms(): Generator<bigint> {
  let logarithm = 0n;
  for (let t = 2n; ; t += 1n) {
    yield logarithm;
    logarithm += stepTo(t);
  }
}

function stepTo(t: bigint): bigint {
  const odd = 2n * t - 1n;
  const square = odd * odd;
  let power = (2n * UNIT) / odd;
  let total = 0n;
  for (let divisor = 1n; power > 0n; divisor += 2n) {
    total += power / divisor;
    power /= square;
  }
  return total;
}
