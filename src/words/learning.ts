import { plainFormat, withFacts, type Format } from "../format/format.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { ratio } from "../number/ratio.js";

/** So many deals of so many that entered. */
interface ShareOfDeals {
  /** How many went on. */
  readonly wentOn: number;
  /** How many entered. */
  readonly of: number;
}

/**
 * What history does not tell of a stage.
 *
 * - `nobody-entered`: no deal was seen in it
 * - `only-wins`: no loss and no open deal is recorded anywhere
 * - `only-losses`: no win and no open deal is recorded anywhere
 * - `deals-left-out`: so many deals are in a stage or a status that nobody knows, and how they stand is not known
 * - `open-deals-missing`: no deal is open although some should be
 * - `endings-missing`: no win and no loss is recorded before a day, although some should be
 * - `loss-stage-unknown`: so many deals were lost in a stage that nobody wrote down
 * - `open-stage-unknown`: so many deals are open in a stage that nobody wrote down
 * - `days-unknown`: so many deals are open here, and of so many nobody wrote down when they came or left
 * - `old-only`: the rate comes from deals that came in long enough ago
 * - `old-only-open-missing`: the same, because the record seems to lack open deals
 * - `old-only-open-unknown`: the same, because how so many deals stand is not known, and no other is open
 * - `lag-days-unknown`: too few days are known for a lag
 * - `lag-places-unknown`: nobody wrote down where all open deals are, so there is no lag
 * - `none-went-on`, `none-lost`: how long that takes is not known
 * - `rate-moves`: deals from a day on go on more or less often, beyond luck
 * - `begins-late`: after so many days nobody was left under observation
 * - `not-watched`: deals that are open were not watched for long enough
 * - `losses-missing`: no loss is recorded, and no deal is open for longer than the slowest win took
 */
export type LearningGapData =
  | {
      /** What is not told. */
      readonly code:
        | "nobody-entered"
        | "only-wins"
        | "only-losses"
        | "open-deals-missing"
        | "old-only"
        | "old-only-open-missing"
        | "lag-places-unknown"
        | "none-went-on"
        | "none-lost";
    }
  | {
      /** What is not told. */
      readonly code: "loss-stage-unknown" | "open-stage-unknown" | "deals-left-out" | "old-only-open-unknown";
      /** How many deals. */
      readonly deals: number;
    }
  | {
      /** What is not told. */
      readonly code: "endings-missing";
      /** The first day of the month in which the first deal ended. */
      readonly since: string;
      /** About how many deals should have ended before. */
      readonly expected: number;
    }
  | {
      /** What is not told. */
      readonly code: "days-unknown";
      /** How many deals are open here. */
      readonly open: number;
      /** Of how many nobody wrote down when they came or left. */
      readonly undated: number;
    }
  | {
      /** What is not told. */
      readonly code: "lag-days-unknown";
      /** Decided deals without their days. */
      readonly undated: number;
      /** All decided deals. */
      readonly decided: number;
    }
  | {
      /** What is not told. */
      readonly code: "rate-moves";
      /** The first day of the later deals. */
      readonly since: string;
      /** Both are compared within so many days of their entry. */
      readonly within: number;
      /** The earlier deals. */
      readonly before: ShareOfDeals;
      /** The later deals. */
      readonly after: ShareOfDeals;
      /** The rate since then. */
      readonly rate: ExactString;
      /** Its 90% interval, from. */
      readonly low: ExactString;
      /** Its 90% interval, to. */
      readonly high: ExactString;
    }
  | {
      /** What is not told. */
      readonly code: "begins-late";
      /** After so many days in the stage nobody was left. */
      readonly days: number;
    }
  | {
      /** What is not told. */
      readonly code: "losses-missing";
      /** How many entered. */
      readonly entered: number;
      /** How many of them went on. */
      readonly wentOn: number;
    }
  | {
      /** What is not told. */
      readonly code: "not-watched";
      /** How many are open. */
      readonly open: number;
      /** How many entered. */
      readonly entered: number;
      /** For how many days deals were watched at most. */
      readonly watched: number;
      /** The longest lag that was seen; null where none went on. */
      readonly longestLag: number | null;
      /** At least so many go on: a floor, because so many did. Null where deals came under observation late. */
      readonly atLeast: number | null;
    };

/** Why a number of the plan was not replaced by what history shows. */
type WhyLeftData =
  | LearningGapData
  | {
      /** Why. */
      readonly code: "same-as";
      /** The stage whose rate it has. */
      readonly stage: string;
    }
  | {
      /** Why. */
      readonly code: "comes-back";
      /** The stage that units come back to. */
      readonly stage: string;
    }
  | {
      /** Why. */
      readonly code: "few-periods";
      /** How many months tell the spread. */
      readonly months: number;
      /** How many wins they brought. */
      readonly wins: number;
      /** How many months it takes. */
      readonly monthsNeeded: number;
      /** Or how many wins. */
      readonly winsNeeded: number;
    }
  | {
      /** Why. */
      readonly code: "no-value";
    }
  | {
      /** Why. */
      readonly code: "value-currencies";
      /** The currencies of won deals; null for none. */
      readonly currencies: readonly (string | null)[];
    }
  | {
      /** Why. */
      readonly code: "value-varies";
      /** How many wins have a value. */
      readonly wins: number;
      /** Their mean. */
      readonly mean: ExactString;
      /** Its currency; null for none. */
      readonly currency: string | null;
    };

/** The same with its sentence. */
export type LearningGap = LearningGapData & {
  /** What is not told, in a sentence. */
  readonly text: string;
};

/** The same with its sentence. */
export type WhyLeft = WhyLeftData & {
  /** Why, in a sentence. */
  readonly text: string;
};

/** What history does not tell, with its sentence. */
export function saidLearningGap(gap: LearningGapData): LearningGap {
  return { ...gap, text: sayLearningGap(gap, plainFormat) };
}

/** Why a number stays, with its sentence. */
export function saidWhyLeft(why: WhyLeftData): WhyLeft {
  return { ...why, text: sayWhyLeft(why, plainFormat) };
}

/**
 * Says what history does not tell of a stage.
 *
 * @example
 * ```ts
 * sayLearningGap({ code: "none-went-on" }, plainFormat); // => "None went on, so how long that takes is not known."
 * ```
 */
export function sayLearningGap(gap: LearningGapData, format: Format): string {
  const { number, plural } = format;
  switch (gap.code) {
    case "nobody-entered":
      return "No deal was seen in this stage.";
    case "only-wins":
      return "No loss and no usable open deal is recorded, so nobody can tell how many deals were not won: no rate is learned.";
    case "only-losses":
      return "No win and no open deal is recorded, so nobody can tell how many deals were won: no rate is learned.";
    case "deals-left-out":
      return `${plural(gap.deals, "deal")} of the export could not be placed, and how ${gap.deals === 1 ? "it stands" : "they stand"} is not known: the interval leaves room for that.`;
    case "open-deals-missing":
      return "No deal is open although some should be: the export seems to lack them, so how many are won of all is not known.";
    case "endings-missing":
      return (
        `No deal ended before ${format.date(gap.since)}, although about ${number(gap.expected)} should have: those that did seem to be left out, so how many go on is not known. ` +
        `Export all deals that came in since a day, open and closed; if the record itself begins there, say so (observedFrom: ${gap.since}).`
      );
    case "loss-stage-unknown":
      return `The record does not say in which stage ${plural(gap.deals, "lost deal was", "lost deals were")} lost: it may have been this one, so its rate is not known.`;
    case "open-stage-unknown":
      return `The record does not say in which stage ${plural(gap.deals, "open deal is", "open deals are")}: the rate is not known.`;
    case "days-unknown":
      return `${plural(gap.open, "deal is", "deals are")} open here, and nobody wrote down when ${plural(gap.undated, "deal")} came into this stage or left it: how many of the open ones go on is not known, nor is the rate.`;
    case "old-only":
      return "Not all days or stages are known, so the rate comes only from deals that came in long enough ago for all of them to be decided.";
    case "old-only-open-missing":
      return "No deal is open although some should be: the export seems to lack them. The rate comes only from deals that came in long enough ago for all of them to be decided, and no lag is learned.";
    case "old-only-open-unknown":
      return `How ${plural(gap.deals, "deal stands", "deals stand")} is not known, and no other is open. The rate comes only from deals that came in long enough ago for all of them to be decided, with room for those, and no lag is learned.`;
    case "lag-days-unknown":
      return `Of ${number(gap.undated)} of ${plural(gap.decided, "deal that is", "deals that are")} decided nobody wrote down when they came into this stage or left it: no lag is learned.`;
    case "lag-places-unknown":
      return "Nobody wrote down where all open deals are: no lag is learned.";
    case "none-went-on":
      return "None went on, so how long that takes is not known.";
    case "none-lost":
      return "No loss was recorded, so how long losing takes is not known.";
    case "rate-moves":
      return (
        `The rate moves: within ${plural(gap.within, "day")} ${shareText(gap.before, format)} went on before ${format.date(gap.since)} and ${shareText(gap.after, format)} since, which is more than luck. ` +
        `Since then it is ${format.rate(gap.rate)} (${format.rate(gap.low)} to ${format.rate(gap.high)}); the plan is left to you.`
      );
    case "begins-late":
      return `After ${plural(gap.days, "day")} nobody was left under observation, although others came later: history begins too late for this stage.`;
    case "losses-missing":
      return `No loss is recorded, and no deal is open for longer than the slowest win took: losses may be left out of the export. At least ${number(gap.wentOn)} of ${number(gap.entered)} ${gap.wentOn === 1 ? "goes" : "go"} on; the plan is left alone.`;
    case "not-watched":
      return notWatchedText(gap, format);
  }
}

function notWatchedText(
  { open, entered, watched, longestLag, atLeast }: LearningGapData & { readonly code: "not-watched" },
  { number, plural }: Format,
): string {
  const floor =
    atLeast === null
      ? ""
      : ` At least ${number(atLeast)} of ${number(entered)} ${atLeast === 1 ? "goes" : "go"} on.`;
  const longest =
    longestLag === null ? "none has gone on" : `the longest lag seen is ${plural(longestLag, "day")}`;
  return (
    `${number(open)} of ${number(entered)} ${open === 1 ? "is still open and was" : "are still open and were"} watched for ${plural(watched, "day")} at most, and ${longest}: ` +
    `who goes on later is not seen yet.${floor} The interval leaves room for all that are open; if you know how long going on takes at most, say it (longestLag).`
  );
}

function shareText({ wentOn, of }: ShareOfDeals, { number }: Format): string {
  return `${number(wentOn)} of ${number(of)}`;
}

/**
 * Says why a number of the plan stays as it is.
 *
 * @example
 * ```ts
 * sayWhyLeft({ code: "same-as", stage: "demo" }, plainFormat); // => 'It has the rate of "demo".'
 * ```
 */
export function sayWhyLeft(why: WhyLeftData, format: Format): string {
  const { plural } = format;
  switch (why.code) {
    case "same-as":
      return `It has the rate of "${why.stage}".`;
    case "comes-back":
      return `What was learned counts a deal once, however often it came back to "${why.stage}".`;
    case "few-periods":
      return `How much months differ is told by ${plural(why.months, "month")} with ${plural(why.wins, "win")} only; it takes ${plural(why.monthsNeeded, "month")} or ${plural(why.winsNeeded, "win")}.`;
    case "no-value":
      return "No won deal had a value.";
    case "value-currencies": {
      const found = format.list(why.currencies.map((currency) => currency ?? "no currency"));
      return `Won deals are in ${found}: give learn a currency and exchange rates to add them up.`;
    }
    case "value-varies": {
      const mean = withFacts(format, { currency: why.currency }).money(why.mean);
      return `It says how values differ, which learn does not: ${plural(why.wins, "win has", "wins have")} a mean of ${mean}.`;
    }
    case "nobody-entered":
    case "only-wins":
    case "only-losses":
    case "deals-left-out":
    case "open-deals-missing":
    case "endings-missing":
    case "old-only-open-unknown":
    case "loss-stage-unknown":
    case "open-stage-unknown":
    case "days-unknown":
    case "old-only":
    case "old-only-open-missing":
    case "lag-days-unknown":
    case "lag-places-unknown":
    case "none-went-on":
    case "none-lost":
    case "rate-moves":
    case "begins-late":
    case "losses-missing":
    case "not-watched":
      return sayLearningGap(why, format);
  }
}

/** What a lag as written is off from what was seen: "2.5 points", of the share by any day. */
export function pointsText(off: number, { number, plural }: Format): string {
  const points = encodeExact(ratio(Math.round(off * 1000), 10));
  return points === "1" ? plural(1, "point") : `${number(points)} points`;
}
