import type { Format } from "../../format/format.js";
import { sizeOf } from "../../format/rounding.js";
import { stillSureWords } from "../../words/chance.js";
import { decodeExact, toNumber } from "../../number/exact-string.js";
import { at } from "../../number/invariant.js";
import { isNegative, isZero } from "../../number/ratio.js";
import { figuresOf } from "../drawing/figures.js";
import type { Unsaid } from "../picture-number.js";
import type { ProgressChance, ProgressPicture } from "./picture.js";

/** Progress in sentences: the goal, where it should stand and where it stands, and what is expected. */
export function progressWords(picture: Unsaid<ProgressPicture>, format: Format): string {
  const { goal, asOf, now, shouldBe, gap, projected, attainment, chance, status } = picture;
  const { money, unit } = figuresOf(format);
  const share = attainment === null ? "" : `, ${format.rate(attainment.value)} of the goal`;
  const off = decodeExact(gap.value);
  const where = isZero(off)
    ? "exactly there"
    : `${money(sizeOf(off))} ${isNegative(off) ? "below" : "above"} it`;
  return (
    `The goal is ${money(goal.value)}${unit === null ? "" : ` ${unit}`}. By ${format.date(asOf)} it should stand at ${money(shouldBe.value)}; it stands at ${money(now.value)}, ${where}. ` +
    `At the end ${money(projected.value)} is expected${share}: ${status}.${chance === null ? "" : ` ${chanceText(chance, format)}`}`
  );
}

/** How sure the end is, in sentences: where most cases end, and how many reach the goal. */
export function chanceText({ reached, level, pace, ranges }: ProgressChance, format: Format): string {
  const { money, unit } = figuresOf(format);
  const { low, high } = at(ranges, ranges.length - 1);
  const span = `between ${money(low)} and ${money(high)}${unit === null ? "" : ` ${unit}`}`;
  const sure = stillSureWords(toNumber(reached), pace === "planned", format);
  return `${format.rate(level)} of all cases end ${span}. The goal is ${sure}.`;
}

/** What the band is, in few words. */
export function bandWords({ level }: ProgressChance, { rate }: Format): string {
  return `${rate(level)} of all cases`;
}
