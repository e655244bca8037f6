import { parseRateText } from "../number/rate-text.js";
import type { Ratio } from "../number/ratio.js";
import { parseQuantity } from "../schema/quantity.js";
import { validated } from "../schema/validated.js";
import type { RateInput } from "./rate.js";
import { readChange } from "./rate-reading.js";

/** What a rate was written as: by itself, as a sample, as a range, or as a change of the rate of today. */
export type RateOrigin =
  | { readonly kind: "plain" }
  | {
      readonly kind: "range";
      /** The sample that it was learned from; null where none is written. */
      readonly seen: { readonly won: Ratio; readonly of: Ratio } | null;
    }
  | {
      readonly kind: "sample";
      /** How many went on. */
      readonly won: Ratio;
      /** Of how many that entered. */
      readonly of: Ratio;
    }
  | {
      readonly kind: "change";
      /** The rate as it is today. */
      readonly now: Ratio;
      /** What is added to it: a share of it, or percentage points as a share (4 points are 0.04). */
      readonly by: Ratio;
      /** Which of the two. */
      readonly in: "percent" | "points";
    };

/** Reads what the rate of a validated plan was written as. */
export function parseRateOrigin(rate: RateInput): RateOrigin {
  if (typeof rate !== "object") return { kind: "plain" };
  if ("now" in rate) {
    const change = validated(readChange(rate.change), "parseRateOrigin", "a validated change", rate.change);
    const now = validated(parseRateText(rate.now), "parseRateOrigin", "a validated rate", rate.now);
    return { kind: "change", now, by: change.by, in: change.points ? "points" : "percent" };
  }
  if ("rate" in rate) {
    const { won, of } = rate;
    const isSeen = won !== undefined && of !== undefined;
    return { kind: "range", seen: isSeen ? { won: parseQuantity(won), of: parseQuantity(of) } : null };
  }
  return { kind: "sample", won: parseQuantity(rate.won), of: parseQuantity(rate.of) };
}
