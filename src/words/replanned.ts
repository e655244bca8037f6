import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";
import type { Metric } from "../plan/metric.js";
import { amountOf, namedAmount } from "./progress.js";

/** Why a plan for the rest of the period differs from the old one; `code` tells the reasons apart. */
export type ReplannedKind =
  | {
      /** Of the base and the pipeline: they are what they have become. */
      readonly code:
        | "base-money"
        | "base-customers"
        | "churn-for-the-rest"
        | "churned-worth-kept"
        | "pipeline-now"
        | "pipeline-gone"
        | "profile-left"
        | "months-together"
        | "last-month"
        | "pipeline-under-way";
    }
  | {
      /** The days of the rest, and when new work begins in them. */
      readonly code: "work-starts" | "rest-begins" | "period-over";
      /** The first day of new work, the first of the rest, or the period's last. */
      readonly on: string;
    }
  | {
      /** What is left, or goes on. */
      readonly code: "ramp-goes-on";
      /** Who is coming up to speed. */
      readonly person: string;
      /** Since when. */
      readonly since: string;
    }
  | {
      /** What is left, or goes on. */
      readonly code: "task-left";
      /** The task. */
      readonly task: string;
      /** Minutes of it that are left. */
      readonly minutes: ExactString;
      /** Its date. */
      readonly due: string;
    }
  | {
      /** What is left, or goes on. */
      readonly code: "amount-left";
      /** The goal's metric. */
      readonly metric: Metric;
      /** The whole amount. */
      readonly goal: ExactString;
      /** What of it is achieved. */
      readonly achieved: ExactString;
      /** The metric where it is one of several goals; left out where the plan has one. */
      readonly of?: Metric;
    }
  | {
      /** What is left, or goes on. */
      readonly code: "churn-left";
      /** How much is still to come. */
      readonly left: ExactString;
    }
  | {
      /** What is left, or goes on. */
      readonly code: "part-left" | "part-over";
      /** The part of the base's movement. */
      readonly part: string;
    }
  | {
      /** What is left, or goes on. */
      readonly code: "list-left";
      /** The stage whose list it is. */
      readonly stage: string;
      /** How many units are left. */
      readonly left: ExactString;
    }
  | {
      /** What is left, or goes on. */
      readonly code: "channel-left";
      /** The channel. */
      readonly channel: string;
    }
  | {
      /** What is left, or goes on. */
      readonly code: "rate-observed";
      /** The stage. */
      readonly stage: string;
      /** The share that goes on. */
      readonly rate: ExactString;
    };

/**
 * Why a number of the new plan differs, in a sentence.
 *
 * @example
 * ```ts
 * sayReplanned({ code: "churn-left", left: "3" }, plainFormat);
 * // => "Of the churn that was planned, 3 is still to come."
 * ```
 */
export function sayReplanned(reason: ReplannedKind, format: Format): string {
  switch (reason.code) {
    case "base-money":
      return "The base is what it has become.";
    case "base-customers":
      return "The base has won and lost customers.";
    case "churn-for-the-rest":
      return "What is left of churn is for the rest of the period.";
    case "churned-worth-kept":
      return "What a churned customer is worth stays as it was.";
    case "pipeline-now":
      return "The pipeline is what is open now.";
    case "pipeline-gone":
      return "What was open before has gone its way; the snapshot says nothing of the pipeline.";
    case "profile-left":
      return "What was due by the end of each part of the profile is due less what is won.";
    case "months-together":
      return "The months that are left are planned as one: by the end of each, as many wins are due as all months up to it ask for, less what is won.";
    case "last-month":
      return "One month is left: what all months ask for, less what is won, is due by its end.";
    case "pipeline-under-way":
      return "The pipeline is what is under way of what was entered with its day, and of what was open before.";
    case "work-starts":
      return `New work starts on ${format.date(reason.on)}.`;
    case "rest-begins":
      return `What is left of the period begins on ${format.date(reason.on)}.`;
    case "period-over":
      return `The period ends on ${format.date(reason.on)}: no day of it is left.`;
    case "ramp-goes-on":
      return `"${reason.person}" has been coming up to speed since ${format.date(reason.since)}.`;
    case "task-left":
      return `Of "${reason.task}", ${format.number(reason.minutes)} minutes are left, taking it as done evenly up to ${format.date(reason.due)}.`;
    case "amount-left": {
      const { metric, goal, achieved } = reason;
      return `Of ${namedAmount(goal, reason, format)}, ${amountOf(metric, achieved, format)} is achieved.`;
    }
    case "churn-left":
      return `Of the churn that was planned, ${format.number(reason.left)} is still to come.`;
    case "part-left":
      return `What is left of ${reason.part} comes in the rest of the period.`;
    case "part-over":
      return `The period is over: no more ${reason.part} comes in it.`;
    case "list-left":
      return `${format.number(reason.left)} of the units for "${reason.stage}" are left.`;
    case "channel-left":
      return `"${reason.channel}" brings the rest of its units in the days that are left.`;
    case "rate-observed":
      return `Of the units of "${reason.stage}" that have had the time, ${format.rate(reason.rate)} go on.`;
  }
}
