import { showExact } from "../../model/display.js";
import { parseExact, encodeExact, type ExactString } from "../../number/exact-string.js";
import { add, ZERO } from "../../number/ratio.js";
import { deepFreeze } from "../../solve/freeze.js";
import type { GapPart } from "../../track/gap.js";
import type { Track } from "../../track/track.js";
import { partText } from "../track/part-text.js";
import { signedWords } from "./signed-words.js";
import type { PictureNumber, PictureWords } from "./picture-number.js";

/** One part of the gap as a bar between where the parts before it have led and where it leads. */
export interface WaterfallBar {
  /** What the part is due to, in words. */
  readonly label: string;
  /** Which kind of cause it is. */
  readonly lever: GapPart["lever"];
  /** The stage it stands at; null for what belongs to none. */
  readonly stage: string | null;
  /** How much it adds; below 0 where it takes away. */
  readonly amount: PictureNumber;
  /** Where the bar starts. */
  readonly from: ExactString;
  /** Where it ends: from + amount, exactly. */
  readonly to: ExactString;
}

/** Why the outcome is not what was planned: from the plan through every part of the gap to what is. */
export interface WaterfallPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "waterfall";
  /** The day through which it is known what happened. */
  readonly asOf: string;
  /** What was planned by then: where the first bar starts. */
  readonly planned: PictureNumber;
  /** The parts, in the order of the answer; each starts where the one before it ends. */
  readonly bars: readonly WaterfallBar[];
  /** What is: where the last bar ends. */
  readonly actual: PictureNumber;
}

/**
 * Why is the outcome not what was planned? The parts of the gap one after the other; planned + all parts = actual, exactly.
 * Parts of 0 are left out.
 *
 * @returns null where there is no gap and no part of one
 */
export function waterfallPicture({ gap, outcome, asOf }: Track): WaterfallPicture | null {
  const parts = gap.map((part, index) => ({ part, index })).filter(({ part }) => part.amount !== "0");
  if (parts.length === 0) return null;
  let level = parseExact(outcome.planned) ?? ZERO;
  const bars = parts.map(({ part, index }): WaterfallBar => {
    const from = encodeExact(level);
    level = add(level, parseExact(part.amount) ?? ZERO);
    const amount = { value: part.amount, path: ["gap", index, "amount"] };
    return {
      label: partText(part),
      lever: part.lever,
      stage: part.stage,
      amount,
      from,
      to: encodeExact(level),
    };
  });
  return deepFreeze({
    kind: "waterfall",
    title: "Why it is not as planned",
    description: wordsOf(outcome, asOf, bars),
    names: bars.flatMap(({ stage }) => stage ?? []),
    currency: null,
    asOf,
    planned: { value: outcome.planned, path: ["outcome", "planned"] },
    bars,
    actual: { value: outcome.now, path: ["outcome", "now"] },
  });
}

function wordsOf(outcome: Track["outcome"], asOf: string, bars: readonly WaterfallBar[]): string {
  const parts = bars.map(({ label, amount: { value } }) => `${label} ${signedWords(value)}`).join(", ");
  return `Planned by ${asOf}: ${showExact(outcome.planned)}. ${parts}. Actual: ${showExact(outcome.now)}.`;
}
