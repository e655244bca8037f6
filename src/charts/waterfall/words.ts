import type { Format } from "../../format/format.js";
import { figuresOf } from "../drawing/figures.js";
import type { Unsaid } from "../picture-number.js";
import type { WaterfallPicture } from "./picture.js";

/** The waterfall in sentences: what was planned, each part of the gap, and what is. */
export function waterfallWords(picture: Unsaid<WaterfallPicture>, format: Format): string {
  const { bars, planned, actual, asOf } = picture;
  const { money, signedMoney } = figuresOf(format);
  const parts = bars.map(({ label, amount }) => `${label} ${signedMoney(amount.value)}`).join(", ");
  return `Planned by ${format.date(asOf)}: ${money(planned.value)}. ${parts}. Actual: ${money(actual.value)}.`;
}
