import type { FollowUp, MovedRate, NotKnown } from "./learned.js";
import { saidLearningGap, type LearningGap, type LearningGapData } from "../../words/learning.js";
import type { MissingEndings } from "./missing-endings.js";
import type { Observations } from "./observations.js";
import { formatDay } from "../../calendar/day.js";
import { must } from "../../number/invariant.js";

/** What was found out about a stage, and why more was not. */
interface Findings {
  readonly notKnown: NotKnown | null;
  /** Counts, where only old deals tell. */
  readonly told: object | string;
  readonly moved: MovedRate | null;
  /** Whether all of the curve is seen. */
  readonly isSeen: boolean;
  /** Whether the deals that were read show all of it. */
  readonly whole: boolean;
  /** Deals that could not be read, where they are too many to rely on the others. */
  readonly leftOut: number;
  readonly emptied: number | null;
  readonly followUp: FollowUp;
  /** Whether losses seem to be left out of the record. */
  readonly lacksLosses: boolean;
  /** Whether open deals seem to be left out of the record. */
  readonly lacksOpen: boolean;
  /** Deals that could not be placed. */
  readonly unplaced: number;
  /** Wins and losses that are left out at the beginning of the record. */
  readonly missing: MissingEndings | undefined;
  /** Whether enough days are known for a lag. */
  readonly lags: boolean;
}

/** What is not known of a stage; the first says why there is no rate, or why it is not settled. */
export function unknowns(seen: Observations, findings: Findings): readonly LearningGap[] {
  const { entered, wentOn, lost, undated, maybeOpen } = seen;
  const { notKnown, told, lags, lacksOpen } = findings;
  if (notKnown !== null) return [saidLearningGap(whyNotKnown(notKnown, seen, findings.missing))];
  const gaps: LearningGapData[] = typeof told === "object" ? [oldOnly(findings)] : rateGaps(seen, findings);
  if (findings.leftOut > 0 && gaps[0]?.code !== "old-only-open-unknown")
    gaps.unshift({ code: "deals-left-out", deals: findings.leftOut });
  if (!lacksOpen) {
    if (!lags) gaps.push({ code: "lag-days-unknown", undated, decided: wentOn + lost });
    else if (maybeOpen > 0) gaps.push({ code: "lag-places-unknown" });
    if (wentOn === 0) gaps.push({ code: "none-went-on" });
    if (lost === 0 && entered > 0) gaps.push({ code: "none-lost" });
  }
  return gaps.map(saidLearningGap);
}

function oldOnly({ lacksOpen, unplaced }: Findings): LearningGapData {
  if (!lacksOpen) return { code: "old-only" };
  return unplaced > 0
    ? { code: "old-only-open-unknown", deals: unplaced }
    : { code: "old-only-open-missing" };
}

function rateGaps({ entered, open, wentOn, late }: Observations, findings: Findings): LearningGapData[] {
  const { moved, isSeen, whole, emptied, followUp } = findings;
  const gaps: LearningGapData[] = [];
  if (moved !== null) {
    const { rate: now, ...facts } = moved;
    const { rate, low, high } = now;
    gaps.push({ code: "rate-moves", ...facts, rate, low: low ?? "0", high: high ?? "1" });
  }
  if (emptied !== null) gaps.push({ code: "begins-late", days: emptied });
  else if (findings.lacksLosses) gaps.push({ code: "losses-missing", entered, wentOn });
  else if (!isSeen && !whole)
    gaps.push({
      code: "not-watched",
      ...{ open, entered, watched: followUp.longest },
      ...{ longestLag: followUp.longestLag, atLeast: late ? null : wentOn },
    });
  return gaps;
}

function whyNotKnown(
  notKnown: NotKnown,
  { maybeLost, maybeOpen, open, undated, undatedOpen }: Observations,
  missing: MissingEndings | undefined,
): LearningGapData {
  switch (notKnown) {
    case "nobody-entered":
    case "only-wins":
    case "only-losses":
    case "open-deals-missing":
      return { code: notKnown };
    case "endings-missing": {
      const { since, expected } = must(missing, "what is missing");
      return { code: notKnown, since: formatDay(since), expected: Math.round(expected) };
    }
    case "loss-stage-unknown":
      return { code: notKnown, deals: maybeLost };
    case "open-stage-unknown":
      return { code: notKnown, deals: maybeOpen };
    case "days-unknown":
      return { code: notKnown, open, undated: undated + undatedOpen };
  }
}
