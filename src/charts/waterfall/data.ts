import type { WaterfallBar, WaterfallPicture } from "./picture.js";
import { decodeExact, encodeExact } from "../../number/exact-string.js";
import { add } from "../../number/ratio.js";
import { deepFreeze } from "../../solve/freeze.js";
import { makeFormat } from "../../format/format.js";
import { waterfallWords } from "./words.js";
import type { Track } from "../../track/track.js";
import { partText } from "./part-text.js";
import { yearOfDays } from "../picture-number.js";
import { requireHanded } from "../../schema/handed.js";

/** How finely a waterfall is cut. */
interface WaterfallOptions {
  /**
   * A bar for each `"part"` of the gap (default), or for each `"cause"`: work, conversion, timing, value and losses over all
   * stages, and what is not explained.
   */
  readonly by?: "part" | "cause" | undefined;
}

/**
 * Why is the outcome not what was planned? The parts of the gap one after the other; planned + all parts = actual, exactly.
 * Parts of 0 are left out.
 *
 * @returns null where there is no gap and no part of one
 *
 * @throws TypeError for anything else than an answer of track
 *
 * @example
 * ```ts
 * const answer = track({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] }, { asOf: "2026-01-16", entered: { demo: 12 }, won: 3 });
 * waterfallPicture(answer)?.bars.map(({ label, amount }) => [label, amount.value]);
 * // => [["work started at demo", "-27/11"]]
 * ```
 */
export function waterfallPicture(
  answer: Track,
  { by = "part" }: WaterfallOptions = {},
): WaterfallPicture | null {
  requireHanded("waterfallPicture", ["an answer of track"], answer);
  const { outcome, asOf } = answer;
  const parts = (by === "cause" ? causes(answer) : gapParts(answer)).filter(
    ({ amount }) => amount.value !== "0",
  );
  if (parts.length === 0) return null;
  let level = decodeExact(outcome.planned);
  const bars = parts.map((part): WaterfallBar => {
    const from = encodeExact(level);
    level = add(level, decodeExact(part.amount.value));
    return { ...part, from, to: encodeExact(level) };
  });
  const { course } = outcome;
  const facts = { currency: null, hasCents: false, year: yearOfDays(course[0]?.on, course.at(-1)?.on) };
  const picture = {
    kind: "waterfall",
    title: "Why it is not as planned",
    ...facts,
    asOf,
    planned: { value: outcome.planned, path: ["outcome", "planned"] },
    bars,
    actual: { value: outcome.now, path: ["outcome", "now"] },
  } as const;
  return deepFreeze({ ...picture, description: waterfallWords(picture, makeFormat(undefined, facts)) });
}

type Part = Omit<WaterfallBar, "from" | "to">;

function gapParts({ gap }: Track): Part[] {
  return gap.map((part, index) => ({
    label: partText(part),
    lever: part.lever,
    stage: part.stage,
    amount: { value: part.amount, path: ["gap", index, "amount"] },
  }));
}

function causes({ causes: all }: Track): Part[] {
  return all.map(({ cause, amount }, index) => ({
    label: cause,
    lever: cause,
    stage: null,
    amount: { value: amount, path: ["causes", index, "amount"] },
  }));
}
