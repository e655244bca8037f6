import { toNumber } from "../../number/exact-string.js";
import type { FollowUp, MovedRate, NotKnown } from "./learned.js";
import type { Observations } from "./observations.js";

/** What was found out about a stage, and why more was not. */
interface Findings {
  readonly notKnown: NotKnown | null;
  /** Counts, where only old deals tell. */
  readonly told: object | string;
  readonly moved: MovedRate | null;
  /** Whether all of the curve is seen. */
  readonly isSeen: boolean;
  readonly emptied: number | null;
  readonly followUp: FollowUp;
  /** Whether open deals seem to be left out of the record. */
  readonly lacksOpen: boolean;
  /** Whether enough days are known for a lag. */
  readonly lags: boolean;
}

/** What is not known of a stage, in sentences; the first says why there is no rate, or why it is not settled. */
export function unknowns(seen: Observations, findings: Findings): readonly string[] {
  const { entered, wentOn, lost, undated } = seen;
  const { notKnown, told, lags, lacksOpen } = findings;
  if (notKnown !== null) return [whyText(notKnown, seen)];
  const old = lacksOpen ? NO_OPEN : OLD_ONLY;
  const unknown = typeof told === "object" ? [old] : rateUnknowns(seen, findings);
  if (lacksOpen) return unknown;
  if (!lags)
    unknown.push(
      `Of ${undated} of ${wentOn + lost} deals that are decided nobody wrote down when they came into this stage or left it: no lag is learned.`,
    );
  else if (seen.maybeOpen > 0) unknown.push("Nobody wrote down where all open deals are: no lag is learned.");
  if (wentOn === 0) unknown.push("None went on, so how long that takes is not known.");
  if (lost === 0 && entered > 0) unknown.push("No loss was recorded, so how long losing takes is not known.");
  return unknown;
}

const OLD_ONLY =
  "Not all days or stages are known, so the rate comes only from deals that came in long enough ago for all of them to be decided.";

const NO_OPEN =
  "No deal is open although some should be: the export seems to lack them. The rate comes only from deals that came in long enough ago for all of them to be decided, and no lag is learned.";

function rateUnknowns({ entered, open, wentOn, late }: Observations, findings: Findings): string[] {
  const { moved, isSeen, emptied, followUp } = findings;
  const unknown: string[] = [];
  if (moved !== null) unknown.push(movedText(moved));
  if (emptied !== null)
    unknown.push(
      `After ${emptied} days nobody was left under observation, although others came later: history begins too late for this stage.`,
    );
  else if (!isSeen)
    unknown.push(
      `${open} of ${entered} are still open and were watched for ${followUp.longest} days at most, and the longest lag seen is ${followUp.longestLag ?? "none"}: who goes on later is not seen yet.${late ? "" : ` At least ${wentOn} of ${entered} go on`}${late ? " The" : "; the"} interval leaves room for all that are open.`,
    );
  return unknown;
}

function movedText({ since, within, before, after, rate }: MovedRate): string {
  const share = ({ wentOn, of }: MovedRate["before"]) => `${wentOn} of ${of}`;
  const percent = (text: string) => `${(toNumber(text) * 100).toFixed(1)}%`;
  return (
    `The rate moves: within ${within} days ${share(before)} went on before ${since} and ${share(after)} since, which is more than luck. ` +
    `Since then it is ${percent(rate.rate)} (${percent(rate.low ?? "0")} to ${percent(rate.high ?? "1")}); the plan is left to you.`
  );
}

function whyText(
  notKnown: NotKnown,
  { maybeLost, maybeOpen, open, undated, undatedOpen }: Observations,
): string {
  const deals = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
  switch (notKnown) {
    case "nobody-entered":
      return "No deal was seen in this stage.";
    case "only-wins":
      return "No loss and no usable open deal is recorded, so nobody can tell how many deals were not won: no rate is learned.";
    case "open-deals-missing":
      return "No deal is open although some should be: the export seems to lack them, so how many are won of all is not known.";
    case "loss-stage-unknown":
      return `The record does not say in which stage ${deals(maybeLost, "lost deal was", "lost deals were")} lost: it may have been this one, so its rate is not known.`;
    case "open-stage-unknown":
      return `The record does not say in which stage ${deals(maybeOpen, "open deal is", "open deals are")}: the rate is not known.`;
    case "days-unknown":
      return `${deals(open, "deal is", "deals are")} open here, and nobody wrote down when ${deals(undated + undatedOpen, "deal", "deals")} came into this stage or left it: how many of the open ones go on is not known, nor is the rate.`;
  }
}
