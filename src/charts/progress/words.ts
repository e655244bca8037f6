import type { Format } from "../../format/format.js";
import { sizeOf } from "../../format/rounding.js";
import { decodeExact } from "../../number/exact-string.js";
import { isNegative, isZero } from "../../number/ratio.js";
import { figuresOf } from "../drawing/figures.js";
import type { Unsaid } from "../picture-number.js";
import type { ProgressPicture } from "./picture.js";

/** Progress in sentences: the goal, where it should stand and where it stands, and what is expected. */
export function progressWords(picture: Unsaid<ProgressPicture>, format: Format): string {
  const { goal, asOf, now, shouldBe, gap, projected, attainment, status } = picture;
  const { money, unit } = figuresOf(format);
  const share = attainment === null ? "" : `, ${format.rate(attainment.value)} of the goal`;
  const off = decodeExact(gap.value);
  const where = isZero(off)
    ? "exactly there"
    : `${money(sizeOf(off))} ${isNegative(off) ? "below" : "above"} it`;
  return (
    `The goal is ${money(goal.value)}${unit === null ? "" : ` ${unit}`}. By ${format.date(asOf)} it should stand at ${money(shouldBe.value)}; it stands at ${money(now.value)}, ${where}. ` +
    `At the end ${money(projected.value)} is expected${share}: ${status}.`
  );
}
