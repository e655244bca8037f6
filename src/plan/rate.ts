import * as z from "zod/mini";
import type { Ratio } from "../number/ratio.js";
import { leaf } from "./leaf.js";
import { quantitySchema, type Quantity } from "./quantity.js";
import { plainRatio, proportionProblem, rateReading } from "./rate-reading.js";

/** The text of a rate: `"40%"`, `"2/5"` or `"0.4"`. */
export type RateText = `${number}%` | `${number}/${number}` | `${number}`;

/** A rate in one piece: `0.4`, `"40%"` or `"2/5"`. */
export type PlainRate = number | RateText;

/** What a rate becomes: so many percent of itself more or less, or so many percentage points. */
export type RateChange = `${"+" | "-"}${number}${"%" | " points" | " point"}`;

/** A rate as written, see {@link rateSchema}. A text that was put together at run time goes through `parsePlan`. */
export type RateInput =
  | PlainRate
  | { won: Quantity; of: Quantity }
  | {
      rate: PlainRate;
      low: PlainRate;
      high: PlainRate;
      won?: Quantity | undefined;
      of?: Quantity | undefined;
    }
  | { now: PlainRate; change: RateChange };

const plainShape = z.union([z.number(), z.string()]);
const wonOfShape = z.strictObject({ won: quantitySchema, of: quantitySchema });
const learnedShape = z.strictObject({
  rate: plainShape,
  low: plainShape,
  high: plainShape,
  won: z.optional(quantitySchema),
  of: z.optional(quantitySchema),
});
const changedShape = z.strictObject({ now: plainShape, change: z.string() });

/**
 * A rate as written: `0.4`, `"40%"`, `"2/5"`, `{ won: 48, of: 120 }`, `{ rate, low, high }`, or
 * `{ now: "20%", change: "+20%" }` (24%) and `{ now: "20%", change: "+4 points" }` (24% as well).
 */
export const rateSchema = leaf<RateInput>(
  z.union([plainShape, wonOfShape, learnedShape, changedShape]),
  (value) => rateReading(value).problem,
);

/** A share that may exceed the whole, such as a buffer of 150% or a season of 120%; a bare number counts up to 1. */
export const proportionSchema = leaf<PlainRate>(plainShape, proportionProblem);

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
