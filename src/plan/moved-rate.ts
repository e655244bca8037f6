import { encodeExact } from "../number/exact-string.js";
import { nearestNumber } from "../number/nearest-number.js";
import { add, larger, multiply, ONE, smaller, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseRate, type PlainRate, type RateInput } from "./rate.js";

/**
 * How is another rate written that is known no better than the one of today? Of a sample as more of the same number, of a
 * range with the range moved along; what is not uncertain is the new rate alone.
 *
 * @param to the new rate, from 0 to 1 (both included)
 * @param plain the same as it would be written alone; default: exactly
 *
 * @example
 * ```ts
 * movedRate({ won: 5, of: 10 }, ratio(3, 5)); // => { won: "6", of: 10 }
 * movedRate({ rate: "50%", low: "40%", high: "60%" }, ratio(11, 20), "55%"); // => { rate: "55%", low: 0.45, high: 0.65 }
 * movedRate("50%", ratio(11, 20), "55%"); // => "55%"
 * ```
 */
export function movedRate(written: RateInput, to: Ratio, plain: string = encodeExact(to)): unknown {
  if (typeof written !== "object" || "now" in written) return plain;
  if (!("rate" in written))
    return { won: encodeExact(multiply(to, parseQuantity(written.of))), of: written.of };
  const by = subtract(to, parseRate(written.rate));
  const moved = (end: PlainRate): number =>
    nearestNumber(larger(ZERO, smaller(ONE, add(parseRate(end), by))));
  return { rate: plain, low: moved(written.low), high: moved(written.high) };
}
