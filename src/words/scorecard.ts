import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";
import type { Within } from "../plan/habits.js";
import type { Metric } from "../plan/metric.js";
import { metricWords } from "./goal.js";
import { amountOf } from "./progress.js";

/** The span that a habit is counted in. */
type HabitSpan = "day" | "week" | "month";

/** What a line of the scorecard asks for; `code` tells the kinds apart. */
export type AskedKind =
  | {
      /** Work by the days of the plan. */
      readonly code: "plan-days";
    }
  | {
      /** Wins by the period's end. */
      readonly code: "wins";
      /** How many wins the plan makes. */
      readonly wins: number;
    }
  | {
      /** The most that may be lost in the period. */
      readonly code: "limit";
      /** So much may be lost. */
      readonly atMost: ExactString;
    }
  | {
      /** A habit that is counted. */
      readonly code: "habit-count";
      /** Whether the count is the least or the most. */
      readonly sense: "at least" | "at most";
      /** How often; null before its first day. */
      readonly count: ExactString | null;
      /** The span in which it is counted. */
      readonly per: HabitSpan;
    }
  | {
      /** A habit of which a share of cases is within a limit. */
      readonly code: "habit-share";
      /** The share of cases, from 0 to 1. */
      readonly share: ExactString;
      /** The limit: "4 hours", "2 days". */
      readonly within: Within;
    };

/**
 * What a line asks for, in words: "at least 20 a day", "95% within 4 hours".
 *
 * @example
 * ```ts
 * sayAsked({ code: "habit-count", sense: "at least", count: "25", per: "day" }, plainFormat); // => "at least 25 a day"
 * ```
 */
export function sayAsked(asked: AskedKind, format: Format): string {
  switch (asked.code) {
    case "plan-days":
      return "what the plan's days ask for";
    case "wins":
      return `${format.plural(asked.wins, "win")} by the end`;
    case "limit":
      return `at most ${format.written(asked.atMost)} in the period`;
    case "habit-count": {
      const count = asked.count === null ? "nothing yet" : format.written(asked.count);
      return `${asked.sense} ${count} a ${asked.per}`;
    }
    case "habit-share":
      return `${format.writtenRate(asked.share)} within ${asked.within}`;
  }
}

/** The goal of the plan, for a sentence. */
export interface GoalFigures {
  /** The goal's metric. */
  readonly metric: Metric;
  /** The goal, in the metric's unit. */
  readonly amount: ExactString;
  /** What a metric of units counts in; null where the plan does not say. */
  readonly unit: string | null;
}

/** What a line of the scorecard is for; `code` tells the kinds apart. */
export type PurposeKind = (
  | {
      /** The funnel's own work. */
      readonly code: "feeds";
      /** The stage that the work is done for, where it is not the stage itself; else null. */
      readonly doneFor: string | null;
      /** The stage that it feeds; null for the win. */
      readonly next: string | null;
      /** How many wins the plan makes. */
      readonly wins: number;
      /** The goal of the plan; of several the one that needs most. */
      readonly goal: GoalFigures;
      /** The other ones of several goals; only where there are several. */
      readonly others?: readonly GoalFigures[];
    }
  | {
      /** The wins. */
      readonly code: "makes";
      /** The goal of the plan; of several the one that needs most. */
      readonly goal: GoalFigures;
      /** The other ones of several goals; only where there are several. */
      readonly others?: readonly GoalFigures[];
      /** Whether none were expected yet. */
      readonly tooEarly: boolean;
    }
  | {
      /** What is lost. */
      readonly code: "won-again";
      /** The goal of the plan that losses move. */
      readonly goal: GoalFigures;
    }
  | {
      /** A habit. */
      readonly code: "serves";
      /** `goal`, or the name of a stage; null where the plan does not say. */
      readonly serves: string | null;
    }
) & {
  /** The same in the plan's own words; only where it says so. */
  readonly why?: string;
};

/**
 * What a line is for, in a sentence.
 *
 * @example
 * ```ts
 * sayPurpose({ code: "serves", serves: "goal" }, plainFormat); // => "It serves the outcome goal."
 * ```
 */
export function sayPurpose(purpose: PurposeKind, format: Format): string {
  const { why } = purpose;
  const said = purposeText(purpose, format);
  if (why === undefined) return said ?? "The plan does not say what it serves.";
  return said === undefined ? why : `${said} ${why}`;
}

/** Undefined where the plan does not say it. */
function purposeText(purpose: PurposeKind, format: Format): string | undefined {
  switch (purpose.code) {
    case "feeds": {
      const { doneFor, next, wins } = purpose;
      const done = doneFor === null ? "" : `It is done for "${doneFor}". `;
      return `${done}It feeds ${next === null ? "wins" : `"${next}"`}; ${format.plural(wins, "win")} ${wins === 1 ? "makes" : "make"} ${goalsText(purpose, format)}.`;
    }
    case "makes":
      if (purpose.goal.amount === "0" && purpose.others === undefined)
        return "They are the outcome that all of it is for.";
      return `They make ${goalsText(purpose, format)}${purpose.tooEarly ? "; none were expected yet" : ""}.`;
    case "won-again":
      return `What is lost must be won again before the goal is reached: ${goalText(purpose.goal, format)}.`;
    case "serves":
      if (purpose.serves === null) return undefined;
      return purpose.serves === "goal" ? "It serves the outcome goal." : `It serves "${purpose.serves}".`;
  }
}

function goalsText(
  { goal, others = [] }: { readonly goal: GoalFigures; readonly others?: readonly GoalFigures[] },
  format: Format,
): string {
  return format.list([goal, ...others].map((each) => goalText(each, format)));
}

/** "20 customers", "5 CSAT points", "10,000 USD of net new MRR". */
function goalText({ metric, amount, unit }: GoalFigures, format: Format): string {
  if (metric === "customers") return format.plural(amount, "customer");
  if (metric === "units") return `${format.number(amount)} ${unit ?? "units"}`;
  return `${amountOf(metric, amount, format)} of ${metricWords(metric)}`;
}

/** The days from the first of some check-ins to the last. */
interface CheckedDays {
  /** The first day. */
  readonly from: string;
  /** The last day, included. */
  readonly to: string;
}

/** What should be done otherwise; `code` tells the kinds apart. */
export type AdviceKind =
  | {
      /** It was done as agreed, and the outcome did not follow. */
      readonly code: "hollow";
      /** The stage to look at first; null where no one stage is. */
      readonly stage: string | null;
    }
  | {
      /** A habit was missed again and again. */
      readonly code: "missed";
      /** How many check-ins in a row. */
      readonly times: number;
      /** From the first of them to the last. */
      readonly days: CheckedDays;
      /** What was done on average in each span; null for a share, and where it is not known. */
      readonly average: ExactString | null;
      /** The span in which it is counted. */
      readonly per: HabitSpan | null;
      /** The count to write instead, from when on, and what is asked now; null where there is none to write. */
      readonly instead: HabitStep | null;
    }
  | {
      /** A habit was beaten again and again. */
      readonly code: "raise";
      /** How many check-ins in a row. */
      readonly times: number;
      /** From the first of them to the last. */
      readonly days: CheckedDays;
      /** The middle of what was done ÷ what was asked. */
      readonly median: ExactString;
      /** The span in which it is counted. */
      readonly per: HabitSpan;
      /** The count to write instead. */
      readonly instead: HabitStep;
    }
  | {
      /** The funnel's own work fell short. */
      readonly code: "fell-short";
      /** The first day of the week. */
      readonly week: string;
      /** What was done. */
      readonly actual: ExactString;
      /** What was asked. */
      readonly target: ExactString;
      /** What each working day must bring from now on; null where none is left. */
      readonly needPerDay: number | null;
    };

/** Another count of a habit. */
export interface HabitStep {
  /** The new count. */
  readonly count: ExactString;
  /** The count as it is now. */
  readonly asked: ExactString;
  /** The day from which it holds. */
  readonly from: string;
}

/**
 * What to do otherwise, in a sentence; `row` is the line that it is about.
 *
 * @example
 * ```ts
 * sayAdvice("calls", { code: "hollow", stage: "demo" }, plainFormat);
 * // => '"calls" was done as agreed, and the outcome did not follow: change what is done, not how much of it. Look at "demo" first.'
 * ```
 */
export function sayAdvice(row: string, advice: AdviceKind, format: Format): string {
  switch (advice.code) {
    case "hollow": {
      const where = advice.stage === null ? "" : ` Look at "${advice.stage}" first.`;
      return `"${row}" was done as agreed, and the outcome did not follow: change what is done, not how much of it.${where}`;
    }
    case "missed":
      return missedText(row, advice, format);
    case "raise": {
      const { times, days, median, per, instead } = advice;
      const kept = `"${row}" was kept ${format.number(times)} times in a row (${daysText(days, format)}), at a median of ${format.rate(median)}`;
      return `${kept}: it is worth raising to ${format.number(instead.count)} a ${per}, the least of these, from ${format.date(instead.from)} on instead of ${format.written(instead.asked)}.`;
    }
    case "fell-short": {
      const { week, actual, target, needPerDay } = advice;
      const short = `"${row}" fell short in the week from ${format.date(week)}, at ${format.number(actual)} of ${format.number(target)}`;
      return needPerDay === null
        ? `${short}, and no day is left for it.`
        : `${short}: from now on it takes ${format.number(needPerDay)} a working day.`;
    }
  }
}

function missedText(
  row: string,
  { times, days, average, per, instead }: Extract<AdviceKind, { readonly code: "missed" }>,
  format: Format,
): string {
  const often = `"${row}" was missed ${format.number(times)} times in a row (${daysText(days, format)})`;
  if (average === null || per === null) return `${often}: find out what keeps it from being done.`;
  const done = `${often}, at ${format.number(average)} a ${per} on average`;
  if (instead === null) return `${done}: find out what keeps it from being done, or drop it.`;
  return `${done}: write ${format.number(instead.count)} from ${format.date(instead.from)} on instead of ${format.written(instead.asked)}, or make room for it.`;
}

function daysText({ from, to }: CheckedDays, format: Format): string {
  return `from ${format.date(from)} to ${format.date(to)}`;
}
