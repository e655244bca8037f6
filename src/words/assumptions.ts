import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";
import type { Metric } from "../plan/metric.js";
import type { Path } from "../schema/issue.js";

/** What was taken for granted, and the figures of its sentence; `code` tells them apart. */
export type AssumptionKind =
  | {
      readonly code:
        | "no-churn"
        | "no-other-churn"
        | "renewals-apart"
        | "no-funnel"
        | "profile-of-new-work"
        | "months-by-themselves"
        | "no-new-customer-loss"
        | "one-unit-a-win"
        | "all-margin"
        | "earned-by-month"
        | "earned-of-wins"
        | "pays-on"
        | "value-of-the-deal"
        | "monday-to-friday"
        | "no-holidays"
        | "rounded-alone"
        | "pipeline-from-plan"
        | "no-spread"
        | "value-certain"
        | "values-mixed"
        | "losses-certain";
    }
  | {
      readonly code: "whole-period";
      /** The part of the plan. */
      readonly part: string;
    }
  | {
      readonly code: "fiscal-year";
      /** The year after which the plan names it. */
      readonly year: string;
    }
  | {
      readonly code: "value-recurs";
      /** How often. */
      readonly every: string;
    }
  | {
      readonly code: "churned-worth";
      /** What a churned customer is worth a month. */
      readonly worth: ExactString;
      /** What that was taken from. */
      readonly source: "base" | "deal" | "deal with upsells";
    }
  | {
      readonly code: "no-lag";
      /** The stages without a lag; null where that is every stage. */
      readonly stages: readonly string[] | null;
    }
  | {
      readonly code: "cut-tail";
      /** The stage whose lag it is. */
      readonly stage: string;
      /** The share that is slower than the table is long. */
      readonly share: ExactString;
      /** The day on which it is counted. */
      readonly day: number;
    }
  | {
      readonly code:
        "new-pipeline" | "twelve-digits" | "losses-unknown" | "entries-undated" | "no-recent-work";
      /** The stage that it is about. */
      readonly stage: string;
    }
  | {
      readonly code: "work-too-late";
      /** The work. */
      readonly activity: string;
      /** The team that does it. */
      readonly team: string;
      /** How many units come after its last day of work in the period. */
      readonly count: number;
      /** That day; null where it has none. */
      readonly lastDay: string | null;
    }
  | {
      readonly code: "compounding";
      /** The part of the base's movement. */
      readonly part: string;
      /** How often its rate acts. */
      readonly per: string;
      /** The rate. */
      readonly rate: ExactString;
      /** What it comes to in the period, as a share of the base. */
      readonly share: ExactString;
      /** Where it is what it comes to in a month of it. */
      readonly within?: "month";
    }
  | {
      readonly code: "rounded-root";
      /** The wins by the rounded root; null where no number of wins is enough. */
      readonly wins: ExactString | null;
      /** The wins with one more in its last digit. */
      readonly otherWins: ExactString | null;
    }
  | {
      readonly code: "rates-known";
      /** The stages whose rate it is. */
      readonly stages: readonly string[];
    }
  | {
      readonly code: "small-sample";
      /** The stage whose sample it is. */
      readonly stage: string;
      /** The rate behind it, on average. */
      readonly mean: ExactString;
      /** The rate that was seen. */
      readonly rate: ExactString;
    }
  | {
      readonly code: "base-certain";
      /** What the base brings. */
      readonly parts: readonly string[];
    }
  | {
      readonly code: "whole-contracts" | "costs-left-out";
      /** The goal's metric. */
      readonly metric: Metric;
    }
  | {
      readonly code: "part-unused";
      /** The goal's metric. */
      readonly metric: Metric;
    }
  | {
      readonly code: "absence-over";
      /** Whose absence. */
      readonly person: string;
      /** Its last day. */
      readonly until: string;
    }
  | {
      readonly code: "task-over";
      /** The task. */
      readonly task: string;
      /** Its date. */
      readonly due: string;
    };

/** An assumption before it is said. */
export type AssumptionData = AssumptionKind & {
  /** What sort of thing was taken for granted. */
  readonly kind:
    | "default"
    | "churn-value"
    | "part-unused"
    | "open-age"
    | "open-chance"
    | "loss-lag"
    | "cut-tail"
    | "work-too-late"
    | "compounding"
    | "rounded-root"
    | "rate-known"
    | "rate-mean"
    | "spread-none"
    | "value-known"
    | "value-mixed"
    | "losses-fixed"
    | "profile"
    | "every";
  /** Where in the plan it would be said. */
  readonly path: Path;
};

/**
 * Something the answer rests on that the plan does not say: a default that changes a number (`default`), what a churned
 * customer is worth (`churn-value`), a part that the goal's metric does not use (`part-unused`); of time, the age of open
 * work (`open-age`), its chance taken to twelve digits (`open-chance`), when units are lost (`loss-lag`), and the end of a
 * lag's table (`cut-tail`); of the base's rates, what they compound to in the period (`compounding`), and that a root which was
 * rounded to twelve digits decides how many wins there are (`rounded-root`). Of a chance that is asked for: rates that are taken
 * as known (`rate-known`), one whose sample is so small that its mean moves (`rate-mean`), periods that differ by luck only
 * (`spread-none`), wins that bring the same (`value-known`) or what open units do (`value-mixed`), and losses that are fixed
 * (`losses-fixed`). Of a profile, whose wins it shares out (`profile`); of a goal for each month, how one leads to the next (`every`). `code` tells the sentences apart.
 */
export type Assumption = AssumptionData & {
  /** The assumption in a sentence, with its figures. */
  readonly text: string;
};

/** Says assumptions, each with its sentence. */
export function told(list: readonly AssumptionData[], format: Format): readonly Assumption[] {
  return list.map((each) => ({ ...each, text: sayAssumption(each, format) }));
}

/**
 * What was taken for granted, in a sentence.
 *
 * @example
 * ```ts
 * const assumption = { kind: "default", code: "no-churn", path: ["churn"] } as const;
 * sayAssumption(assumption, plainFormat); // => "No customer leaves in the period, because churn is not given."
 * ```
 */
export function sayAssumption(assumption: AssumptionData, format: Format): string {
  const { path } = assumption;
  const byDefault = (what: string) => `${what}, because ${path.join(".")} is not given.`;
  switch (assumption.code) {
    case "no-churn":
      return byDefault("No customer leaves in the period");
    case "no-other-churn":
      return byDefault("No customer leaves in the period but those who do not renew");
    case "renewals-apart":
      return "What is up for renewal is lost on its day or kept: churn acts on the rest of the base alone, expansion and contraction on both.";
    case "profile-of-new-work":
      return "The shares of goal.profile are of the wins that new work must bring; the pipeline and channels with fixed units bring theirs as they come.";
    case "months-by-themselves":
      return "Each month is reached by its own wins: what one wins beyond its goal, and what is won too late for it, does not count for the next. The base of a month is as the earlier ones leave it if their goals are met exactly.";
    case "no-funnel":
      return byDefault("Nothing says how wins come about, and only habits are asked for");
    case "no-new-customer-loss":
      return byDefault("No new customer leaves again within the period");
    case "whole-period":
      return byDefault(`The figure of ${assumption.part} is for the whole period`);
    case "one-unit-a-win":
      return byDefault("Each win brings 1 unit");
    case "all-margin":
      return byDefault("All of the deal value is left to pay for work and to earn");
    case "value-of-the-deal":
      return byDefault("The deal value is for the whole deal");
    case "value-recurs":
      return byDefault(`The deal value recurs every ${assumption.every}`);
    case "monday-to-friday":
      return byDefault("Work is done from Monday to Friday");
    case "fiscal-year":
      return byDefault(`The fiscal year ${assumption.year} is the one that ends in ${assumption.year}`);
    case "no-holidays":
      return byDefault("No day is a holiday");
    case "rounded-alone":
      return byDefault("Each total is rounded up by itself (rounding: least)");
    case "churned-worth":
      return `A churned customer is worth ${format.money(assumption.worth)} a month, ${WORTH[assumption.source]} is not given.`;
    case "work-too-late": {
      const { activity, team, count, lastDay } = assumption;
      const day = lastDay === null ? "" : `, ${format.date(lastDay)}`;
      return `${format.number(count)} of "${activity}" come after the last day on which anyone of team "${team}" works in the period${day}: the wins rest on them, and they are nobody's.`;
    }
    case "no-lag": {
      const where = assumption.stages?.map((name) => `"${name}"`).join(", ") ?? "every stage";
      return `Units of ${where} go on the day they enter, because no lag is given.`;
    }
    case "cut-tail":
      return `The slowest ${format.rate(assumption.share)} from "${assumption.stage}" on is counted on day ${format.number(assumption.day)}, where its table ends.`;
    case "new-pipeline":
      return `Open work at "${assumption.stage}" whose day of entry is not given counts as new on the first day of work.`;
    case "twelve-digits":
      return `The chance of open work at "${assumption.stage}" to have gone on by a day, given its age, is taken to twelve digits, rounded down.`;
    case "losses-unknown":
      return `Nothing is known of when units of "${assumption.stage}" are lost, because its lossLag is not given: being open still is no sign of going on.`;
    case "whole-contracts":
      return `${assumption.metric} counts a contract in full on the day it is won, also what is paid later.`;
    case "earned-by-month":
      return byDefault(
        "A win pays for the month in which it is won in full, and for each month begun after it",
      );
    case "pays-on":
      return byDefault("A win goes on paying until the end of the period");
    case "earned-of-wins":
      return "revenue-earned counts what the wins of the period pay until its end; by a day, all that the wins up to it will have paid by then. What customers from before pay is no part of it. What a win is worth in the economics is its whole contract.";
    case "costs-left-out":
      return `${assumption.metric} leaves out all costs but those in deal.margin: neither hours nor the costs of stages and activities are taken off; the metric profit takes them off.`;
    case "part-unused":
      return `${path.join(".")} does not enter ${assumption.metric}, so it changes none of the wins.`;
    case "absence-over":
      return `Time off of "${assumption.person}" up to ${format.date(assumption.until)} is over when work begins, so it changes nothing.`;
    case "task-over":
      return `"${assumption.task}" was to be done by ${format.date(assumption.due)}, before any day of work that is left, so it takes none of their minutes.`;
    case "compounding": {
      const { part, per, rate, share, within = "period" } = assumption;
      const span = within === "month" ? "each month" : "the period";
      return (
        `${format.writtenRate(rate)} ${part} a ${per} comes to ${format.rate(share)} of the base in ${span}, because rates compound: ` +
        "a year is four quarters or twelve months, and only what is left of a month goes by days."
      );
    }
    case "rounded-root": {
      const shown = (wins: ExactString | null) => (wins === null ? "no number of" : format.number(wins));
      return (
        `Compounding takes a root that is no ratio, rounded down to twelve digits. It decides here: ${shown(assumption.wins)} wins as rounded, ` +
        `${shown(assumption.otherWins)} with one more in the last digit.`
      );
    }
    case "rates-known": {
      const names = assumption.stages.map((name) => `"${name}"`).join(", ");
      return `The rate of ${names} is taken as known for sure, because no sample ({ won, of }) or range is given.`;
    }
    case "small-sample": {
      const { stage, mean, rate } = assumption;
      return (
        `The sample of "${stage}" is so small that the rate behind it is taken to be ${format.writtenRate(mean)} on average, ` +
        `not the ${format.writtenRate(rate)} seen: what stands for all that was not seen weighs more than one win.`
      );
    }
    case "no-spread":
      return "Periods are taken to differ by luck only, because spread is not given; most markets move more than that.";
    case "value-certain":
      return "Each new win is taken to bring the deal value exactly, because only its average is given.";
    case "values-mixed":
      return "Open units with a value of their own are wins like others; what a win brings varies as those values do, each as often as it is expected to be won.";
    case "losses-certain":
      return "What the base loses is taken as a limit that is kept exactly: luck with it is not counted.";
    case "base-certain":
      return `What comes from the base (${assumption.parts.join(", ")}) is taken to come exactly as written.`;
    case "pipeline-from-plan":
      return "What is under way follows from the plan's open work and from dated entries, because the snapshot does not say what is open.";
    case "entries-undated":
      return `Of the entries of "${assumption.stage}" nothing is under way any more, because they have no dates and the snapshot does not say what is open.`;
    case "no-recent-work":
      return `No work goes on at "${assumption.stage}", because the snapshot gives no entries to take a recent pace from.`;
  }
}

const WORTH = {
  base: "base.mrr ÷ base.customers, because churn.valueEach",
  deal: "the deal value, because base.mrr with base.customers",
  "deal with upsells": "the deal value with its upsells, because base.mrr with base.customers",
} as const;
