import { capital, goalWords, metricWords } from "./goal.js";
import type { Format, Shown } from "../format/format.js";
import { ceiling } from "../number/ceiling.js";
import { parseExact, type ExactString } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { isPositive, ratio, type Ratio } from "../number/ratio.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import { chanceWords } from "./chance.js";
import type { NoChance } from "./no-chance.js";
import type { Metric } from "../plan/metric.js";

/** A month that is over and did not reach its own goal. */
export interface MissedMonth {
  /** Its first day. */
  readonly start: string;
  /** Its last day, included. */
  readonly end: string;
  /** What its wins brought, in the metric's unit. */
  readonly brought: ExactString;
  /** What its wins had to bring, churn of the base included. */
  readonly takes: ExactString;
}

/** The months that are over and did not reach their goal. */
interface MissedMonths {
  /** The goal's metric. */
  readonly metric: Metric;
  /** Each of them, in order; at least one. */
  readonly months: readonly MissedMonth[];
}

/** What the period ends at if work goes on in one way. */
export interface EndOutlook {
  /** The amount at the period's end, expected. */
  readonly amount: ExactString;
  /** Amount ÷ goal; null for a goal of 0. */
  readonly attainment: ExactString | null;
  /** The day by whose end the goal is reached; null where it is not in this period. */
  readonly reachedOn: string | null;
}

/** What a source of work must bring on each working day that is left for it. */
export interface DailyNeed {
  /** The stage that it starts at. */
  readonly stage: string;
  /** Units a working day that the goal takes from now on, expected, unrounded; null where no amount of them would do. */
  readonly perDay: ExactString | null;
  /** Units a working day that the plan asks over all its days. */
  readonly plannedPerDay: ExactString;
}

/** A source of work that is behind, while its result cannot show yet. */
export interface EarlyWarning {
  /** The source that is furthest behind. */
  readonly stage: string;
  /** Units that were started there. */
  readonly actual: ExactString;
  /** Units that the plan's whole days come to so far, as the stage's own `planned`. */
  readonly planned: ExactString;
  /** The first day on which the outcome falls short at the pace so far; null where that is not in this period. */
  readonly showsOn: string | null;
}

/** How sure the goal is. Chances are numbers from 0 to 1; null where they are not told. */
export interface TrackChance {
  /** The chance that the plan asks for; null where it asks for none. */
  readonly asked: number | null;
  /** If the rest of the work is done as planned. */
  readonly asPlanned: number | null;
  /** If work goes on at the pace so far; null also where that pace is not known. */
  readonly paceSoFar: number | null;
  /** If the rest was done as planned from an earlier snapshot on; null where none was handed in. */
  readonly previous: {
    /** The day of that snapshot. */
    readonly asOf: string;
    /** The chance as it was then. */
    readonly asPlanned: number | null;
  } | null;
  /**
   * With all that teams, lists and days allow from now on; null where that was not asked: it decides whether a goal that is
   * behind is out of reach.
   */
  readonly best: number | null;
  /** The most by which `asPlanned` may be wrong. */
  readonly error: number | null;
  /** Why no chance is told; null where it is. */
  readonly reason: NoChance | null;
}

/** What a verdict that blames something says beside it. */
interface StillOnTrack {
  /** True where the goal is on track all the same, if the rest is done as planned; left out else. */
  readonly stillOnTrack?: true;
}

/** How the outcome so far compares with what was planned. */
export type CourseSoFar = "as planned" | "more" | "close";

/** What the gap is due to; `kind` tells the cases apart. */
export type VerdictKind =
  | {
      /** The outcome so far is what was planned, or nearly. */
      readonly kind: "on track";
      /** No one stage is the cause. */
      readonly stage: null;
      /** How it compares with the plan. */
      readonly course: CourseSoFar;
    }
  | {
      /** The outcome so far is as planned, and the rest of the plan does not bring the goal. */
      readonly kind: "outlook short";
      /** No one stage is the cause. */
      readonly stage: null;
      /** How the outcome so far compares with the plan. */
      readonly course: CourseSoFar;
      /** The goal's metric. */
      readonly metric: Metric;
      /** What the period ends at, if the rest is done as planned. */
      readonly end: ExactString;
      /** The goal. */
      readonly goal: ExactString;
      /** Whether the period is over. */
      readonly over: boolean;
    }
  | ({
      /** Too little was started, which the outcome cannot show yet. */
      readonly kind: "early warning";
    } & EarlyWarning)
  | ({
      /** The goal holds for each month, and one that is over did not reach it. */
      readonly kind: "month missed";
      /** No one stage is the cause. */
      readonly stage: null;
    } & MissedMonths)
  | (StillOnTrack & {
      /** Too little was started. */
      readonly kind: "work not done";
      /** The stage that it is about; null where no one stage is. */
      readonly stage: string | null;
    })
  | {
      /** The work was done, and that fewer went on at the stage may be luck; or it is too early. */
      readonly kind: "within luck" | "too early";
      /** The stage that it is about; null where no one stage is. */
      readonly stage: string | null;
    }
  | {
      /** How much was started at the stage is not said. */
      readonly kind: "not known";
      /** The stage. */
      readonly stage: string;
    }
  | {
      /** Fewer went on than planned by now, and the days of the units do not tell whether they came late. */
      readonly kind: "days not known";
      /** The stage. */
      readonly stage: string;
    }
  | (StillOnTrack & {
      /** The work was done, and fewer went on from the stage, or arrived at it, than planned. */
      readonly kind: "outcome did not follow";
      /** The stage. */
      readonly stage: string;
      /** Whether the stage is the one that units went on from, or the one at which channels meet. */
      readonly fewer: "went on from" | "arrived at";
    })
  | (StillOnTrack & {
      /** Too little was started, and fewer went on than planned. */
      readonly kind: "both";
      /** The stage from which fewer went on; null where no one stage is. */
      readonly stage: string | null;
      /** The stage at which too little was started; null where no one stage is. */
      readonly startedAt: string | null;
    })
  | (StillOnTrack & {
      /** Value, churn, or something that the funnel does not hold. */
      readonly kind: "elsewhere";
      /** No one stage is the cause. */
      readonly stage: null;
      /** What it is. */
      readonly cause: "value" | "churn" | "not explained";
    });

/** One statement of the verdict with its figures; `code` tells them apart. */
export type StatementData =
  | ({
      /** The goal holds for each month, and one that is over did not reach it. */
      readonly code: "months-missed";
    } & MissedMonths)
  | {
      /** The goal holds for each month, and which of those that are over reached it is not known. */
      readonly code: "months-unknown";
    }
  | {
      /** The goal holds for each month, and the figures are of their sum. */
      readonly code: "months-together";
      /** Whether the period is over. */
      readonly over: boolean;
    }
  | ({
      /** Work is behind, and its result cannot show yet. */
      readonly code: "not-shown-yet";
    } & EarlyWarning)
  | {
      /** What the period ends at. */
      readonly code: "outlook";
      /** Of several goals the one that it tells of; left out where the plan has one. */
      readonly of?: Metric;
      /** What a metric of units counts in; left out where the plan does not say. */
      readonly unit?: string;
      /** The goal's metric. */
      readonly metric: Metric;
      /** The goal. */
      readonly goal: ExactString;
      /** Whether the period is over. */
      readonly over: boolean;
      /** At the pace so far; null where that is not known. */
      readonly paceSoFar: EndOutlook | null;
      /** If the rest is done as planned. */
      readonly asPlanned: EndOutlook;
    }
  | {
      /** How sure the goal is. */
      readonly code: "chance";
      /** Of several goals the one that it tells of, or all together; left out where the plan has one. */
      readonly of?: Metric | "all";
      /** The chances. */
      readonly chance: TrackChance;
      /** Where the goal holds for each month: they are those that every month reaches its own. */
      readonly every?: "month";
    }
  | {
      /** When the goal is reached. */
      readonly code: "reached-on";
      /** Of several goals the one that it tells of; left out where the plan has one. */
      readonly of?: Metric;
      /** Whether the period is over. */
      readonly over: boolean;
      /** At the pace so far; null where that is not known. */
      readonly paceSoFar: EndOutlook | null;
      /** If the rest is done as planned. */
      readonly asPlanned: EndOutlook;
    }
  | {
      /** What it takes from now on. */
      readonly code: "needed";
      /** Of several goals the one that it tells of, or all together; left out where the plan has one. */
      readonly of?: Metric | "all";
      /** By source of work. */
      readonly needed: readonly DailyNeed[];
      /** Whether that can be done. */
      readonly possible: boolean;
      /** Whether the period is over. */
      readonly over: boolean;
      /** Whether the rest of the plan brings the goal. */
      readonly enough: boolean;
    }
  | ({
      /** What the gap is due to. */
      readonly code: "why";
      /** Of several goals the one that it tells of; left out where the plan has one. */
      readonly of?: Metric;
    } & VerdictKind)
  | {
      /** Where the outcome is. */
      readonly code: "today";
      /** Of several goals the one that it tells of; left out where the plan has one. */
      readonly of?: Metric;
      /** What a metric of units counts in; left out where the plan does not say. */
      readonly unit?: string;
      /** The goal's metric. */
      readonly metric: Metric;
      /** The amount now. */
      readonly now: ExactString;
      /** The amount that was planned by now. */
      readonly planned: ExactString;
      /** How they compare, where nothing else is to be said of it; else null. */
      readonly course: CourseSoFar | null;
    };

/** One statement of the verdict. */
export type Statement = StatementData & {
  /** The statement in a sentence. */
  readonly text: string;
};

/**
 * Says what the gap is due to.
 *
 * @example
 * ```ts
 * sayVerdict({ kind: "on track", stage: null, course: "more" }, plainFormat);
 * // => "The outcome so far is more than was planned."
 * ```
 */
export function sayVerdict(why: VerdictKind & { readonly of?: Metric }, format: Format): string {
  const told =
    "stillOnTrack" in why ? `So far: ${lowered(sayWhy(why, format))} ${STILL}` : sayWhy(why, format);
  return why.of === undefined ? told : `For ${metricWords(why.of)}, ${lowered(told)}`;
}

/** A gap so far is no contradiction to a good outlook: the one is behind, the other ahead. */
const STILL = "If the rest is done as planned, the goal is still likely enough to be on track.";

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function sayWhy(why: VerdictKind, format: Format): string {
  switch (why.kind) {
    case "on track":
      return COURSE[why.course];
    case "outlook short": {
      const end = `${amountOf(why.metric, why.end, format)} of ${amountOf(why.metric, why.goal, format)}`;
      return why.over
        ? `${COURSE[why.course]} The period ended at ${end}.`
        : `${COURSE[why.course]} Even if the rest is done as planned, the period ends at ${end}.`;
    }
    case "early warning":
      return warningText(why, format);
    case "month missed":
      return missedText(why, format);
    case "work not done":
      if (why.stillOnTrack)
        return `Less was started${why.stage === null ? "" : ` at "${why.stage}"`} than planned.`;
      return why.stage === null
        ? "The work was not done."
        : `The work was not done: too little was started at "${why.stage}".`;
    case "within luck":
      return `The work was done. Fewer went on${from(why.stage)} than planned, which is within luck.`;
    case "too early":
      return `It is too early to tell: what entered${why.stage === null ? "" : ` "${why.stage}"`} has not had the time to go on.`;
    case "not known":
      return `It is not known whether the work was done: what was started at "${why.stage}" is not said.`;
    case "days not known":
      return `The work was done, and fewer wins came of it than planned by now. Whether too few go on at "${why.stage}" or the work came late is not known: the days of what entered are not given.`;
    case "outcome did not follow":
      return `The work was done, and the outcome did not follow: fewer ${why.fewer} "${why.stage}" than planned.`;
    case "both":
      return `Too little was started${why.startedAt === null ? "" : ` at "${why.startedAt}"`}, and fewer went on${from(why.stage)} than planned.`;
    case "elsewhere":
      return ELSEWHERE[why.cause];
  }
}

function from(stage: string | null): string {
  return stage === null ? "" : ` from "${stage}"`;
}

const COURSE: Readonly<Record<CourseSoFar, string>> = {
  "as planned": "The outcome so far is what was planned.",
  more: "The outcome so far is more than was planned.",
  close: "The outcome so far is close to what was planned.",
};

const ELSEWHERE = {
  value: "The wins came, and were worth less than planned.",
  churn: "The base lost more than planned.",
  "not explained": "What is missing is not explained by the work and the rates of the funnel.",
} as const;

/**
 * Says one statement of the verdict.
 *
 * @example
 * ```ts
 * const answer = track({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] }, { asOf: "2026-01-16", entered: { demo: 12 }, won: 3 });
 * answer.verdict.statements.slice(0, 2).map((statement) => sayStatement(statement, plainFormat));
 * // => ["Of a goal of 10, the period ends at 5.5 (55%) at the pace so far, and at 7.5 (75%) if the rest is done as planned.", "The goal has a chance of 14% if the rest is done as planned, and 0.1% at the pace so far."]
 * ```
 */
export function sayStatement(statement: StatementData, format: Format): string {
  switch (statement.code) {
    case "months-missed":
      return missedText(statement, format);
    case "months-unknown":
      return "Which months reached their goal is not known, because the wins have no days.";
    case "months-together":
      return statement.over
        ? "The figures are of all months together."
        : "The figures are of all months together: they do not tell whether each month ahead reaches its goal.";
    case "not-shown-yet":
      return warningText(statement, format);
    case "outlook": {
      const { metric, goal, over, paceSoFar, asPlanned } = statement;
      const end = (outlook: EndOutlook): string => endText(metric, outlook, format);
      const ends = over ? `ended at ${end(asPlanned)}` : endsText(paceSoFar, asPlanned, end);
      return `Of a goal of ${namedAmount(goal, statement, format)}, the period ${ends}.`;
    }
    case "chance":
      return chanceText(statement, format);
    case "reached-on":
      return reachedText(statement, format);
    case "needed":
      return neededText(statement, format);
    case "why":
      return sayVerdict(statement, format);
    case "today": {
      const { metric, now, planned, course } = statement;
      const told = course === null ? "" : ` ${COURSE[course]}`;
      return `${namedAmount(now, statement, format)} now, of ${amountOf(metric, planned, format)} planned by now.${told}`;
    }
  }
}

/** An amount of the goal's metric: money with its currency, all else as a number. */
export function amountOf(metric: Metric, amount: Shown, format: Format): string {
  const { kind } = METRIC_FACTS[metric];
  return kind === "one-off money" || kind === "recurring money"
    ? format.money(amount)
    : format.number(amount);
}

/** An amount, of several goals with what it is: "60,000 of revenue", "20 customers". */
export function namedAmount(
  amount: Shown,
  { metric, of, unit }: { readonly metric: Metric; readonly of?: Metric; readonly unit?: string },
  format: Format,
): string {
  if (of === undefined) return amountOf(metric, amount, format);
  return goalWords({ goal: { metric, ...(unit === undefined ? {} : { unit }) } }, amount, format);
}

/** What a sentence is of: the goal, one of several, or all of them. */
export function goalNamed(of: Metric | undefined): string {
  return of === undefined ? "the goal" : `the goal of ${metricWords(of)}`;
}

function missedText({ metric, months }: MissedMonths, format: Format): string {
  const each = months.map(({ start, end, brought, takes }) => {
    const won = `${amountOf(metric, brought, format)} of the ${amountOf(metric, takes, format)} that it takes`;
    return `The month from ${format.dateRange(start, end)} missed its goal: its wins brought ${won}.`;
  });
  return each.join(" ");
}

function warningText({ stage, actual, planned, showsOn }: EarlyWarning, format: Format): string {
  const done = `Early warning: ${format.number(actual)} of ${wholeUp(planned, format)} planned by now were started at "${stage}"`;
  return showsOn === null
    ? `${done}; the outcome does not show it yet.`
    : `${done}; the outcome cannot show it yet, and will on ${format.date(showsOn)}.`;
}

function endsText(
  paceSoFar: EndOutlook | null,
  asPlanned: EndOutlook,
  end: (outlook: EndOutlook) => string,
): string {
  const planned = `at ${end(asPlanned)} if the rest is done as planned`;
  return paceSoFar === null
    ? `ends ${planned}; the pace so far is not known`
    : `ends at ${end(paceSoFar)} at the pace so far, and ${planned}`;
}

function endText(metric: Metric, { amount, attainment }: EndOutlook, format: Format): string {
  const share = attainment === null ? "" : ` (${format.rate(attainment)})`;
  return `${amountOf(metric, amount, format)}${share}`;
}

function chanceText(
  { chance, every, of }: Extract<StatementData, { readonly code: "chance" }>,
  format: Format,
): string {
  const { asked, asPlanned, paceSoFar, previous, error, reason } = chance;
  // What is too small to be counted is small, and not nothing.
  const told = (share: number): string => chanceWords(Math.max(share, error ?? 0), format);
  if (asPlanned === null) return reason === null ? "No chance is told." : reason.text;
  const soFar = paceSoFar === null ? "" : `, and ${told(paceSoFar)} at the pace so far`;
  const before =
    previous !== null && previous.asPlanned !== null
      ? ` On ${format.date(previous.asOf)} it was ${told(previous.asPlanned)}.`
      : "";
  const wanted = asked === null ? "" : ` The plan asks for ${told(asked)}.`;
  return `${chanceOwner(every, of)} a chance of ${told(asPlanned)} if the rest is done as planned${soFar}.${before}${wanted}`;
}

/** What has the chance: the goal, one of several, all of them, or that every month reaches its own. */
function chanceOwner(every: "month" | undefined, of: Metric | "all" | undefined): string {
  if (every !== undefined) return "That every month reaches its own goal has";
  return of === "all" ? "All goals together have" : `${capital(goalNamed(of))} has`;
}

function reachedText(
  { over, paceSoFar, asPlanned, of }: Extract<StatementData, { readonly code: "reached-on" }>,
  format: Format,
): string {
  const planned = asPlanned.reachedOn;
  const goal = goalNamed(of);
  if (over) return `${capital(goal)} was ${planned === null ? "not " : ""}reached.`;
  if (paceSoFar === null || paceSoFar.reachedOn === planned)
    return planned === null
      ? `On average ${goal} is not reached in this period.`
      : `On average ${goal} is reached on ${format.date(planned)}.`;
  const day = (on: string | null): string => (on === null ? "not in this period" : `on ${format.date(on)}`);
  const ways = [
    `${day(paceSoFar.reachedOn)} at the pace so far`,
    `${day(planned)} if the rest is done as planned`,
  ];
  // The way that gets there is said first.
  const [first = "", other = ""] = paceSoFar.reachedOn === null ? ways.reverse() : ways;
  return `On average ${goal} is reached ${first}, and ${other}.`;
}

function neededText(
  { needed, possible, over, enough, of }: Extract<StatementData, { readonly code: "needed" }>,
  format: Format,
): string {
  if (over) return "No day of the period is left.";
  const forWhich = of === undefined ? "" : of === "all" ? " for all goals" : ` for ${goalNamed(of)}`;
  if (needed.some(({ perDay }) => perDay === null))
    return `Nothing that is started from now on can make up for what is missing${forWhich}.`;
  const asked = needed.flatMap(({ perDay, ...rest }) =>
    perDay !== null && isPositive(exact(perDay)) ? [{ ...rest, perDay }] : [],
  );
  if (asked.length === 0)
    return enough
      ? `No new work is needed from now on${forWhich}.`
      : "No day is left on which new work would count.";
  const list = asked.map(
    ({ stage, perDay, plannedPerDay }) =>
      `${wholeUp(perDay, format)} "${stage}" a working day (the plan asks ${format.number(plannedPerDay)})`,
  );
  return `From now on it takes ${list.join(", ")}${forWhich}, ${possible ? "which is possible" : "which is out of reach"}.`;
}

function wholeUp(quantity: ExactString, format: Format): string {
  return format.number(ratio(ceiling(exact(quantity))));
}

function exact(quantity: ExactString): Ratio {
  return must(parseExact(quantity), "an exact quantity");
}
