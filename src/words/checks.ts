import type { Format } from "../format/format.js";
import { parseExact, type ExactString } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { nearestNumber } from "../number/nearest-number.js";
import { pathText, type Path } from "../schema/issue.js";
import type { Metric } from "../plan/metric.js";
import { sayAgreed, type AgreedData } from "./agreed.js";
import { chanceWords } from "./chance.js";
import { sayFix, type FixData } from "./fixes.js";
import {
  amountOf,
  goalNamed,
  namedAmount,
  sayStatement,
  sayVerdict,
  type StatementData,
  type VerdictKind,
} from "./progress.js";
import { sayReason, type ReasonData } from "./reasons.js";

/** A figure of the targets that are agreed on. */
export type TargetFigure = "amount" | "wins" | "total" | "perDay" | "perWeek" | "startBy";

/** What was checked and what was found; `check` tells the checks apart. */
export type CheckFinding =
  | {
      /** Whether the plan, the activity or what the plan asks for can be read. */
      readonly check: "plan" | "activity" | "honoured";
      /** What is wrong; null where nothing is. */
      readonly issue: {
        /** Where it stands. */
        readonly path: Path;
        /** What is wrong and what to write. */
        readonly message: string;
      } | null;
    }
  | {
      /** Whether the goal can be reached. */
      readonly check: "reachable";
      /** Why not; null where it can. */
      readonly reason: ReasonData | null;
      /** The first single changes that would do. */
      readonly fixes: readonly FixData[];
    }
  | {
      /** Whether each team has room for what it is asked. */
      readonly check: "utilisation";
      /** The most that may be asked of it. */
      readonly most: ExactString;
      /** A team and a week where more is; null where none is. */
      readonly over: {
        /** The team. */
        readonly team: string;
        /** The Monday, or "period" where the plan has no dates. */
        readonly week: string;
        /** What is asked. */
        readonly demand: ExactString;
        /** What can be done. */
        readonly capacity: ExactString;
      } | null;
    }
  | {
      /** Whether nobody is asked for more than their own minutes in weeks in which the team has room. */
      readonly check: "personal-load";
      /** The fullest week of someone who is; null where nobody is. */
      readonly over: {
        /** Who. */
        readonly name: string;
        /** The Monday, or "period" where the plan has no dates. */
        readonly week: string;
        /** What is asked. */
        readonly demand: ExactString;
        /** What can be done. */
        readonly capacity: ExactString;
        /** How many other weeks ask for too much of the same person. */
        readonly otherWeeks: number;
      } | null;
    }
  | {
      /** Whether the targets are those that were agreed on. */
      readonly check: "targets";
      /** The targets that have changed; null where the file holds none. */
      readonly differences: readonly TargetDifference[] | null;
      /** The day on which `baseline` wrote them down; null for what `solve` printed. */
      readonly agreedOn: string | null;
    }
  | {
      /** How the outcome stands by what was agreed, which fails nothing by itself. */
      readonly check: "agreed";
      /** The outcome, by what was agreed and by the plan as it is now. */
      readonly against: AgreedData;
    }
  | {
      /** A check of the plan that needs activity, and none was handed in. */
      readonly check: "no-activity";
      /** Which. */
      readonly key: string;
    }
  | {
      /** Whether the activity is fresh enough. */
      readonly check: "freshness";
      /** The last day that it tells of. */
      readonly asOf: string;
      /** How many days ago that is; null where today is not given. */
      readonly age: number | null;
      /** Whether that is too old. */
      readonly stale: boolean;
    }
  | {
      /** Whether the goal is within reach. */
      readonly check: "attainment";
      /** The goal's metric. */
      readonly metric: Metric;
      /** The same where it is one of several goals; left out where the plan has one. */
      readonly of?: Metric;
      /** What the period ends at if the rest is done as planned. */
      readonly end: ExactString;
      /** The goal. */
      readonly goal: ExactString;
      /** Whether the period is over. */
      readonly over: boolean;
      /** How it stands. */
      readonly status: string;
      /** What is short; null where nothing is. */
      readonly short: {
        /** End ÷ goal, where the goal holds for each month that of the worst one; null for a goal of 0. */
        readonly attainment: ExactString | null;
        /** The month that attains least, where the goal holds for each. */
        readonly month?: string;
        /** What was asked for; null where nothing was. */
        readonly least: ExactString | null;
        /** What the gap is due to. */
        readonly verdict: VerdictKind;
        /** What must be done from now on. */
        readonly needed: StatementData;
        /** Whether what is needed can be done. */
        readonly possible: boolean;
        /** How sure it is then, from 0 to 1, where that is as good as not at all; else null. */
        readonly chance: number | null;
      } | null;
    }
  | {
      /** Whether the goal is as sure as it must be. */
      readonly check: "chance";
      /** Of several goals: it is the chance of all together. */
      readonly of?: "all";
      /** The chance that is asked for. */
      readonly least: ExactString;
      /** The chance that the goal has, from 0 to 1; null where it is not told. */
      readonly chance: number | null;
      /** Whether work has begun: then it is the chance of the rest. */
      readonly underWay: boolean;
    }
  | {
      /** Whether forecasts of the past held. */
      readonly check: "backtest";
      /** What was forecast, again and again. */
      readonly per: "month" | "week";
      /** How many ranges of wins held, of how many; 0 of 0 where none could be tried. */
      readonly held: number;
      /** Of how many. */
      readonly of: number;
      /** How many were to hold. */
      readonly level: ExactString;
      /** The stages whose rate or lag failed beyond luck, and whether lags or ranges did. */
      readonly stages: readonly string[];
      /** Whether lags failed. */
      readonly timing: boolean;
      /** Whether ranges failed. */
      readonly range: boolean;
    }
  | {
      /** Whether the work that is left can be done. */
      readonly check: "work";
      /** What cannot; null where all can. */
      readonly late: {
        /** The stage or the activity. */
        readonly what: string;
        /** What was planned by now. */
        readonly planned: number;
        /** What was done. */
        readonly actual: ExactString;
        /** What each working day would have to bring; null where none is left. */
        readonly needPerDay: number | null;
        /** Where it leads. */
        readonly outlook: StatementData;
      } | null;
    }
  | {
      /** Whether no more is lost than may be. */
      readonly check: "loss-limit";
      /** What may be lost. */
      readonly item: string;
      /** The team that answers for it; null where the plan names none. */
      readonly owner: string | null;
      /** The most in the whole period. */
      readonly atMost: ExactString;
      /** The most by now. */
      readonly byNow: ExactString;
      /** Null where the activity does not say. */
      readonly actual: ExactString | null;
      /** Whether more is lost than may be in the whole period. */
      readonly broken: boolean;
    };

/** A target that is another one than was agreed on. */
export interface TargetDifference {
  /** Which figure. */
  readonly figure: TargetFigure;
  /** Whose: the stage, and the activity at it; null for the goal's own. */
  readonly stage: string | null;
  /** The activity at the stage; null where the figure is the stage's own. */
  readonly activity: string | null;
  /** What was agreed on; null where nothing was. */
  readonly was: string | number | null;
  /** What the plan says now; null where it says nothing. */
  readonly is: string | number | null;
}

/**
 * What is checked, as a heading: "the goal can be reached".
 *
 * @example
 * ```ts
 * nameCheck({ check: "reachable", reason: null, fixes: [] }, plainFormat); // => "the goal can be reached"
 * ```
 */
export function nameCheck(finding: CheckFinding, format: Format): string {
  switch (finding.check) {
    case "plan":
      return "the plan is valid";
    case "activity":
      return "the activity is valid";
    case "honoured":
      return "the plan can be honoured";
    case "reachable":
      return "the goal can be reached";
    case "utilisation":
      return `no team is used beyond ${format.writtenRate(finding.most)}`;
    case "personal-load":
      return "nobody is asked for more than they can do";
    case "targets":
      return "the targets are those that were agreed on";
    case "agreed":
      return "the outcome, by what was agreed";
    case "no-activity":
      return `checks.${finding.key}`;
    case "freshness":
      return "the activity is fresh";
    case "attainment":
      return `${goalNamed(finding.of)} is within reach`;
    case "chance": {
      const who = finding.of === "all" ? "all goals together have" : "the goal has";
      return `${who} a chance of at least ${format.writtenRate(finding.least)}`;
    }
    case "backtest":
      return "forecasts of the past held";
    case "work":
      return "the work that is left can be done";
    case "loss-limit":
      return `no more ${finding.item} than ${format.written(finding.atMost)}`;
  }
}

/**
 * What was found, in sentences; for a failure also what to do.
 *
 * @example
 * ```ts
 * const { failures } = check({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%", available: 30 }] });
 * failures.map(({ finding }) => sayFinding(finding, plainFormat));
 * // => ['"demo" needs 40 units, and only 30 are available: 10 short. Fixes: Lower the goal from 10 to 7. Or: Raise the rate of "demo" from 25% to 33.4%. Or: Find 10 more units for "demo": 40 in all.']
 * ```
 */
export function sayFinding(finding: CheckFinding, format: Format): string {
  switch (finding.check) {
    case "plan":
    case "activity":
    case "honoured": {
      const { issue } = finding;
      if (issue === null) return "The plan is valid.";
      return issue.path.length === 0 ? issue.message : `${pathText(issue.path)}: ${issue.message}`;
    }
    case "reachable": {
      const { reason, fixes } = finding;
      if (reason === null) return "The goal can be reached.";
      const ways =
        fixes.length === 0
          ? "No single change is enough."
          : `Fixes: ${fixes.map((fix) => sayFix(fix, format)).join(" Or: ")}`;
      return `${sayReason(reason, format)} ${ways}`;
    }
    case "utilisation": {
      const { over } = finding;
      if (over === null) return "Every team has room in every week.";
      const { team, week, demand, capacity } = over;
      return (
        `"${team}" has work for ${format.number(demand)} in the week of ${format.date(week)}, and room for ${format.number(capacity)}: ` +
        "move work to another week, add people, or raise checks.maxUtilisation."
      );
    }
    case "personal-load":
      return personText(finding.over, format);
    case "targets":
      return differencesText(finding, format);
    case "agreed":
      return sayAgreed(finding.against, format);
    case "no-activity":
      return "Not checked: no activity was handed in.";
    case "freshness":
      return freshnessText(finding, format);
    case "attainment":
      return attainmentText(finding, format);
    case "chance":
      return chanceText(finding, format);
    case "backtest":
      return backtestText(finding, format);
    case "work": {
      if (finding.late === null) return "No stage and no activity is out of reach.";
      const { what, planned, actual, needPerDay, outlook } = finding.late;
      const done = `Of "${what}" ${format.number(actual)} of ${format.number(planned)} planned by now are done`;
      const need =
        needPerDay === null
          ? "no working day is left for the rest"
          : `the rest takes ${format.number(needPerDay)} a working day`;
      return `${done}, and ${need}: out of reach. ${sayStatement(outlook, format)}`;
    }
    case "loss-limit":
      return lossText(finding, format);
  }
}

type Found<Check extends CheckFinding["check"]> = Extract<CheckFinding, { readonly check: Check }>;

function personText(over: Found<"personal-load">["over"], format: Format): string {
  if (over === null) return "Nobody is asked for more than they can do.";
  const { name, week, demand, capacity, otherWeeks } = over;
  const when = week === "period" ? "in the period" : `in the week of ${format.date(week)}`;
  const more = otherWeeks === 0 ? "" : ` (and too much in ${format.plural(otherWeeks, "other week")})`;
  return (
    `"${name}" has ${format.number(demand)} minutes of work ${when}${more}, and ${format.number(capacity)} minutes of their own: ` +
    "the work comes on days on which too few others are there. Move absences, or add people."
  );
}

function backtestText(
  { per, held, of, level, stages, timing, range }: Found<"backtest">,
  format: Format,
): string {
  if (of === 0) return `Not checked: no ${per} can be forecast from this history.`;
  const told = `${format.number(held)} of ${format.plural(of, per)} ended within the ${format.rate(level)} range that was forecast before`;
  const failed = [
    ...stages.map((stage) => `the rate or lag of "${stage}"`),
    ...(timing ? ["how lags spread wins over time"] : []),
    ...(range ? ["how wide the ranges are"] : []),
  ];
  if (failed.length === 0) return `${told}.`;
  return `${told}; beyond luck, this failed: ${format.list(failed)}. See reverse-funnel backtest, and learn again.`;
}

const WRITE_TARGETS = "reverse-funnel solve plan.yaml --json > targets.json";

const AGREE_AGAIN = "reverse-funnel baseline plan.yaml -o agreed.json --force";

/** So many changed targets a sentence names. */
const MOST_NAMED = 20;

function differencesText({ differences, agreedOn }: Found<"targets">, format: Format): string {
  if (differences === null) return `The file holds no targets: write them with ${WRITE_TARGETS}.`;
  if (differences.length === 0) return "The targets have not changed.";
  const named = differences.slice(0, MOST_NAMED).map((each) => {
    const [was, is] = targetValues(each, format);
    return `${nameTarget(each)} was ${was} and is ${is}`;
  });
  const more = differences.length - named.length;
  const rest = more === 0 ? [] : [`${format.number(more)} more`];
  return `${sayChanged(differences.length, agreedOn, format)}: ${[...named, ...rest].join("; ")}. ${adviceOn(agreedOn)}`;
}

/** How many targets have changed and what to do about it, for whoever lists them elsewhere. */
export function sumUpChanges({ differences, agreedOn }: Found<"targets">, format: Format): string {
  return `${sayChanged(differences?.length ?? 0, agreedOn, format)}. ${adviceOn(agreedOn)}`;
}

function sayChanged(count: number, agreedOn: string | null, format: Format): string {
  const since =
    agreedOn === null ? "they were agreed on" : `${format.date(agreedOn)}, when they were agreed on`;
  return `${format.plural(count, "target has", "targets have")} changed since ${since}`;
}

function adviceOn(agreedOn: string | null): string {
  const again =
    agreedOn === null ? `write the targets again: ${WRITE_TARGETS}` : `agree again: ${AGREE_AGAIN}`;
  return `If that is meant, ${again}.`;
}

/** What a target was and is, as they are read. */
export function targetValues(
  { figure, was, is }: TargetDifference,
  format: Format,
): readonly [string, string] {
  const shown = (value: string | number | null): string => {
    if (value === null) return "not there";
    return figure === "startBy" ? format.date(String(value)) : format.written(value);
  };
  return [shown(was), shown(is)];
}

/** Which target it is: "the total of "demo"". */
export function nameTarget({ figure, stage, activity }: TargetDifference): string {
  if (stage === null) return figure === "amount" ? "the goal's amount" : "wins";
  const name = activity === null ? `"${stage}"` : `"${activity}" at "${stage}"`;
  return `${FIGURES[figure]} ${name}`;
}

const FIGURES: Readonly<Record<TargetFigure, string>> = {
  amount: "the amount of",
  wins: "the wins of",
  total: "the total of",
  perDay: "a day's number of",
  perWeek: "a week's number of",
  startBy: "the last day to start",
};

function freshnessText({ asOf, age, stale }: Found<"freshness">, format: Format): string {
  if (age === null) return "Not checked: today is not given.";
  if (!stale) return `The activity runs through ${format.date(asOf)}.`;
  return `The activity ends on ${format.date(asOf)}, ${format.plural(age, "day")} ago: hand in what has happened since.`;
}

function attainmentText(found: Found<"attainment">, format: Format): string {
  const { metric, over, status, short } = found;
  const end = `${amountOf(metric, found.end, format)} of ${namedAmount(found.goal, found, format)}`;
  const expected = over
    ? `The period ended at ${end}`
    : `If the rest is done as planned, the period ends at ${end}`;
  if (short === null) return `${expected}: ${status}.`;
  const { attainment, least, month, verdict, needed, possible, chance } = short;
  const worst = month === undefined ? "" : ` in its worst month, ${month},`;
  const unlikely =
    chance === null ? "" : `, with a chance of ${chanceWords(chance, format)} to reach the goal`;
  const must =
    least === null || attainment === null
      ? ""
      : `, ${format.rate(attainment)}${worst} and not ${format.writtenRate(least)}`;
  const told = sayStatement(needed, format);
  const act = possible && !over ? told : `${told} Lower the goal or give it more time.`;
  return `${expected}${must}${unlikely}. ${sayVerdict(verdict, format)} ${act}`;
}

function chanceText({ least, chance, underWay, of }: Found<"chance">, format: Format): string {
  if (chance === null) return "Not checked: the chance of the goal is not told.";
  const work = underWay ? "the rest is done as planned" : "its work is done";
  const who = of === "all" ? "All goals together have" : "The goal has";
  const told = `${who} a chance of ${chanceWords(chance, format)} if ${work}`;
  const asked = format.writtenRate(least);
  if (chance >= nearestNumber(must(parseExact(least), "a chance"))) return `${told}; ${asked} is asked for.`;
  const act = underWay
    ? "Plan the rest again with that chance (replan), lower the goal, or give it more time."
    : `Plan for it with goal.chance: ${asked}, lower the goal, or lower checks.minChance.`;
  return `${told}, and not ${asked}. ${act}`;
}

function lossText(
  { item, owner, atMost, byNow, actual, broken }: Found<"loss-limit">,
  format: Format,
): string {
  if (actual === null) return "Not checked: the activity does not say what was lost.";
  const who = owner === null ? "" : ` (${owner})`;
  const text = `${format.number(actual)} ${item} so far${who}; ${format.number(byNow)} may be lost by now, ${format.written(atMost)} in the period`;
  return broken
    ? `${text}: the limit is broken. Win as many more, or plan for what is lost (churn).`
    : `${text}.`;
}
