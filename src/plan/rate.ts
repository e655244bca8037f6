import type { Rate } from "../number/measure.js";
import { parseRateText } from "../number/rate-text.js";
import { scalar, scalarThat } from "../schema/scalar.js";
import type { Quantity } from "../schema/quantity.js";
import { proportionAdvice } from "./rate-advice.js";
import { isProportion, readRate } from "./rate-reading.js";
import { anyOf, NUMBER, objectOf, TEXT } from "../schema/written-form.js";
import { validated } from "../schema/validated.js";

/** The text of a rate: `"40%"`, `"2/5"` or `"0.4"`. */
type RateText = `${number}%` | `${number}/${number}` | `${number}`;

/** A rate in one piece: `0.4`, `"40%"` or `"2/5"`. */
export type PlainRate = number | RateText;

/** What a rate becomes: so many percent of itself more or less, or so many percentage points. */
type RateChange = `${"+" | "-"}${number}${"%" | " points" | " point"}`;

/** A rate as written, see {@link rateSchema}. A text that was put together at run time goes through `parsePlan`. */
export type RateInput =
  | PlainRate
  | {
      /** How many went on. */
      won: Quantity;
      /** Of how many that entered. */
      of: Quantity;
    }
  | {
      /** The rate to plan with. */
      rate: PlainRate;
      /** The lower end of where it may lie. */
      low: PlainRate;
      /** The upper end of where it may lie. */
      high: PlainRate;
      /** How many went on, where the rate was learned. */
      won?: Quantity | undefined;
      /** Of how many that entered. */
      of?: Quantity | undefined;
    }
  | {
      /** The rate as it is today. */
      now: PlainRate;
      /** How it is to change: `+20%` of itself, or `+4 points`. */
      change: RateChange;
    };

/**
 * A rate as written: `0.4`, `"40%"`, `"2/5"`, `{ won: 48, of: 120 }`, `{ rate, low, high }`, or
 * `{ now: "20%", change: "+20%" }` (24%) and `{ now: "20%", change: "+4 points" }` (24% as well).
 */
export const rateSchema = scalar<RateInput>(
  (value) => readRate(value).problem,
  anyOf(
    NUMBER,
    objectOf({ won: NUMBER, of: NUMBER }),
    objectOf({ rate: NUMBER, low: NUMBER, high: NUMBER, won: NUMBER, of: NUMBER }, ["won", "of"]),
    objectOf({ now: NUMBER, change: TEXT }),
  ),
);

/** A share that may exceed the whole, such as a buffer of 150% or a season of 120%; a bare number counts up to 1. */
export const proportionSchema = scalarThat<PlainRate>(
  isProportion,
  "rate.invalid",
  "a share such as 10%",
  proportionAdvice,
  NUMBER,
);

/** Reads a rate of a plan that was validated. */
export function parseRate(value: RateInput): Rate {
  return validated(readRate(value).ratio, "rateOf", "a validated rate", value);
}

/** Reads a share of a plan that was validated. */
export function parseProportion(value: number | string): Rate {
  return validated(parseRateText(value), "proportionOf", "a validated share", value);
}
