import { ceiling, floor } from "../../number/ceiling.js";
import {
  compare,
  divide,
  multiply,
  power,
  ratio,
  subtract,
  timesWhole,
  type Ratio,
} from "../../number/ratio.js";
import type { Extent } from "./exact-scale.js";

/** A step of 1, 2, 5 or 10 times a power of ten: the square of the least share of a whole step that asks for it. */
const STEPS = [
  [10, 50],
  [5, 10],
  [2, 2],
] as const;

/**
 * The round values between two others, both included: multiples of 1, 2 or 5 times a power of ten, about as many as asked
 * for. None where the two are the same.
 */
export function roundTicks([low, high]: Extent, about: number): Ratio[] {
  if (compare(low, high) >= 0) return [];
  const wish = divide(subtract(high, low), ratio(about));
  const whole = powerOfTenBelow(wish);
  const share = divide(wish, whole);
  const square = multiply(share, share);
  const [times] = STEPS.find(([, least]) => compare(square, ratio(least)) >= 0) ?? [1];
  const step = multiply(whole, ratio(times));
  const first = BigInt(ceiling(divide(low, step)));
  const count = Number(BigInt(floor(divide(high, step))) - first) + 1;
  return Array.from({ length: count }, (_, index) => timesWhole(step, first + BigInt(index)));
}

/** The greatest power of ten that is not above a value, which must be above 0. */
function powerOfTenBelow(value: Ratio): Ratio {
  const ten = ratio(10);
  let place = String(floor(value)).length - 1;
  const at = (): Ratio => (place < 0 ? divide(ratio(1), power(ten, -place)) : power(ten, place));
  while (compare(at(), value) > 0) place -= 1;
  return at();
}
