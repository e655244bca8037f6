import type { Ratio } from "../number/ratio.js";
import { leaf } from "./leaf.js";
import type { Quantity } from "./quantity.js";
import { plainRatio, proportionProblem, rateReading } from "./rate-reading.js";
import { anyOf, NUMBER_OR_TEXT, objectOf, TEXT } from "./written-form.js";

/** The text of a rate: `"40%"`, `"2/5"` or `"0.4"`. */
export type RateText = `${number}%` | `${number}/${number}` | `${number}`;

/** A rate in one piece: `0.4`, `"40%"` or `"2/5"`. */
export type PlainRate = number | RateText;

/** What a rate becomes: so many percent of itself more or less, or so many percentage points. */
export type RateChange = `${"+" | "-"}${number}${"%" | " points" | " point"}`;

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
export const rateSchema = leaf<RateInput>(
  anyOf(
    NUMBER_OR_TEXT,
    objectOf({ won: NUMBER_OR_TEXT, of: NUMBER_OR_TEXT }),
    objectOf(
      {
        rate: NUMBER_OR_TEXT,
        low: NUMBER_OR_TEXT,
        high: NUMBER_OR_TEXT,
        won: NUMBER_OR_TEXT,
        of: NUMBER_OR_TEXT,
      },
      ["won", "of"],
    ),
    objectOf({ now: NUMBER_OR_TEXT, change: TEXT }),
  ),
  (value) => rateReading(value).problem,
);

/** A share that may exceed the whole, such as a buffer of 150% or a season of 120%; a bare number counts up to 1. */
export const proportionSchema = leaf<PlainRate>(NUMBER_OR_TEXT, proportionProblem);

/** Reads a rate of a plan that was validated. */
export function rateOf(value: RateInput): Ratio {
  const { ratio } = rateReading(value);
  if (ratio === undefined)
    throw new TypeError(`rateOf requires a validated rate; got ${JSON.stringify(value)}`);
  return ratio;
}

/** Reads a share of a plan that was validated. */
export function proportionOf(value: number | string): Ratio {
  const ratio = plainRatio(value);
  if (ratio === undefined) throw new TypeError(`proportionOf requires a validated share; got ${value}`);
  return ratio;
}
