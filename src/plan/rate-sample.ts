import type { SeenRate } from "../number/beta-binomial.js";
import { tryQuantity } from "../schema/quantity.js";
import type { RateInput } from "./rate.js";
import { fieldsOf } from "../schema/fields.js";

/** Whether a rate is written with its sample or its range, so that it is not taken as known. */
export function isSampled(rate: RateInput | undefined): boolean {
  return typeof rate === "object" && !("now" in rate);
}

/** The sample of a rate that is written as `{ won, of }`; undefined for others, and for counts that are no whole numbers. */
export function sampleOf(rate: unknown): SeenRate | undefined {
  if (typeof rate !== "object" || rate === null || "rate" in rate) return undefined;
  const { won, of } = fieldsOf(rate);
  const [some, all] = [tryQuantity(won), tryQuantity(of)];
  if (some === undefined || all === undefined || some.den !== 1 || all.den !== 1) return undefined;
  return { won: Number(some.num), of: Number(all.num) };
}
