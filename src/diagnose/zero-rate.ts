import { exponential } from "../chance/exponential.js";
import { encodeExact } from "../number/exact-string.js";
import { nearestNumber } from "../number/nearest-number.js";
import { isZero, ratio } from "../number/ratio.js";
import { parseRate, type RateInput } from "../plan/rate.js";
import { parseQuantity } from "../schema/quantity.js";
import type { ZeroRateReason } from "../words/reasons.js";

/** ln 0.05: none of so many goes on in one of 20 cases. */
const LN_TWENTIETH = -2.995732273553991;

/** From what is a rate of 0 known, and what does that leave open? Nothing where the plan says it as a fact. */
export function leftOpen(written: RateInput): Pick<ZeroRateReason, "seen" | "upTo"> {
  if (typeof written !== "object" || "now" in written) return {};
  if ("rate" in written) {
    const high = parseRate(written.high);
    return isZero(high) ? {} : { upTo: encodeExact(high) };
  }
  const of = parseQuantity(written.of);
  const upTo = 1 - exponential(LN_TWENTIETH / nearestNumber(of));
  return { seen: encodeExact(of), upTo: encodeExact(ratio(Math.ceil(upTo * 1000), 1000)) };
}
