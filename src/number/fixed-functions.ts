import type { Ratio } from "./ratio.js";
import { toFixedPoint, overFixed, timesFixed, UNIT } from "./fixed-point.js";

/**
 * The natural logarithm of an exact number above 0, in fixed point: halved or doubled until it lies from 1 to 2, then
 * ln m = 2 · (x + x³/3 + x⁵/5 + …) with x = (m − 1) ÷ (m + 1).
 */
export function logarithm(value: Ratio): bigint {
  let halvings = 0n;
  let scaled = toFixedPoint(value);
  for (; scaled >= 2n * UNIT; halvings += 1n)
    scaled = toFixedPoint({ num: value.num, den: BigInt(value.den) << (halvings + 1n) });
  for (; scaled < UNIT; halvings -= 1n)
    scaled = toFixedPoint({ num: BigInt(value.num) << (1n - halvings), den: value.den });
  return logarithmNearOne(scaled) + halvings * LOGARITHM_OF_TWO;
}

function logarithmNearOne(value: bigint): bigint {
  const x = overFixed(value - UNIT, value + UNIT);
  const square = timesFixed(x, x);
  let power = 2n * x;
  let total = 0n;
  for (let divisor = 1n; power > 0n; divisor += 2n) {
    total += power / divisor;
    power = timesFixed(power, square);
  }
  return total;
}

const LOGARITHM_OF_TWO = logarithmNearOne(2n * UNIT);

/** Halvings that bring any exponent of interest near 0, where the series is short. */
const HALVINGS = 12n;

/** e^(−x) for x from 0 in fixed point: the series of e^(−x ÷ 4096), squared twelve times. */
export function exponentialOfNegative(x: bigint): bigint {
  const small = x >> HALVINGS;
  let term = UNIT;
  let total = UNIT;
  for (let index = 1n; term !== 0n && index < 60n; index += 1n) {
    term = -timesFixed(term, small) / index;
    total += term;
  }
  for (let squared = 0n; squared < HALVINGS; squared += 1n) total = timesFixed(total, total);
  return total;
}
