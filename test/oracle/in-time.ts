import { workdaysInWeek, workingDaysIn } from "./calendar.js";
import type { WorkingDay } from "./calendar.js";
import { bridgeOf } from "./bridge.js";
import { dayOf, readPeriod } from "./dates.js";
import type { Day, Range } from "./dates.js";
import { readLag } from "./lag.js";
import type { LagRow } from "./lag.js";
import { levelWork } from "./level-work.js";
import type { LevelWork } from "./level-work.js";
import type { PlainOpenItem, PlainPlan, PlainStage } from "./plain-plan.js";
import { greater, ONE, whole, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { countThrough, walk } from "./walk.js";
import type { ByDay, OpenUnits, WalkStage } from "./walk.js";
import { countsCustomers, dealWorth } from "./worth.js";
import { readNumber, readRate, readValue } from "./written.js";

/** The rows of a {median, p90}: an input of the oracle, not its finding. */
export type Spread = (median: number, p90: number) => readonly LagRow[];

/** A single path with lags and open work, solved backward by walking units day by day. */
export interface TimedAnswer {
  readonly wins: bigint;
  readonly openWins: Rational;
  readonly newWins: Rational;
  readonly period: Range;
  /** Units that must enter each stage: exact, and under `handover` whole. */
  readonly units: readonly Rational[];
  /** Level work at each stage as if it were the first; null where nothing can land. */
  readonly work: readonly (LevelWork | null)[];
  /** Entries of each stage that the level work of the first one causes, by day; empty where nothing can land. */
  readonly entries: readonly ByDay[];
  /** Wins of that level work, by day. */
  readonly won: ByDay;
  /** Wins of open work, by day. */
  readonly openWon: ByDay;
  readonly overdue: number;
}

/** Solves a plan of one path; dated, without channels. */
export function solveInTime(plan: PlainPlan, spread: Spread): TimedAnswer {
  const period = readPeriod(plan.goal.period);
  if (period === null) throw new RangeError("solveInTime requires a dated period; got an undated one");
  const calendar = plan.calendar ?? {};
  const from = plan.workFrom === undefined ? period.start : dayOf(plan.workFrom);
  const stages = walkStages(plan.funnel, calendar, spread);
  const { wins } = bridgeOf(plan);
  const open = walk({ stages, open: openUnits(plan), from });
  const openWins = countThrough(open.wins, period.end).minus(countThrough(open.wins, period.start - 1));
  const newWins = greater(ZERO, whole(wins).minus(openWins));
  const units = unitsOf(plan, stages, newWins);
  const days = workingDaysIn(calendar, { start: from, end: period.end });
  const work = workOf(plan, stages, units, period, days);
  const [source, effort] = [stages[0]?.stage ?? "", work[0]?.effort ?? []];
  const walked = walk({ stages, entries: effort.map((day) => ({ stage: source, ...day })), from });
  return {
    wins,
    openWins,
    newWins,
    period,
    units,
    work,
    entries: stages.map(({ stage }) => walked.entries.get(stage) ?? new Map<Day, Rational>()),
    won: walked.wins,
    openWon: open.wins,
    overdue: open.overdue.length,
  };
}

/** The stages of a list with their lags. */
export function walkStages(
  funnel: readonly PlainStage[],
  calendar: NonNullable<PlainPlan["calendar"]>,
  spread: Spread,
): WalkStage[] {
  return funnel.map(({ stage, rate, lag, lossLag }) => ({
    stage,
    rate: readRate(rate),
    lag: lag === undefined ? null : readLag(lag, calendar, spread),
    lossLag: lossLag === undefined ? null : readLag(lossLag, calendar, spread),
  }));
}

/** Open work as units with what each is worth in wins. */
export function openUnits(plan: PlainPlan): OpenUnits[] {
  return Object.entries(plan.pipeline ?? {}).flatMap(([stage, written]) =>
    typeof written === "number"
      ? [{ stage, entered: null, count: whole(written) }]
      : written.map(({ entered, value }) => ({
          stage,
          entered: entered === undefined ? null : dayOf(entered),
          count: worthInWins(plan, value),
        })),
  );
}

function worthInWins(plan: PlainPlan, value: PlainOpenItem["value"]): Rational {
  if (value === undefined || countsCustomers(plan.goal.metric)) return ONE;
  if (plan.goal.metric === "units")
    return plan.deal?.value === undefined ? ONE : readNumber(value).over(readValue(plan.deal.value));
  return readNumber(value).over(writtenWorth(plan));
}

/** Value with upsells as the deal states it; the value of an open item is stated alike. */
function writtenWorth({ deal = {} }: PlainPlan): Rational {
  return dealWorth({
    goal: { metric: "revenue", amount: 0, period: { workingDays: 1 } },
    deal: { ...deal, per: "deal" },
    funnel: [],
  });
}

function unitsOf(plan: PlainPlan, stages: readonly WalkStage[], newWins: Rational): Rational[] {
  const isWhole = plan.rounding === "cascade";
  const up = (units: Rational): Rational => (isWhole ? whole(units.ceiling()) : units);
  let leaving = up(newWins);
  return [...stages]
    .reverse()
    .map(({ rate }) => (leaving = up(leaving.over(rate))))
    .reverse();
}

function workOf(
  plan: PlainPlan,
  stages: readonly WalkStage[],
  units: readonly Rational[],
  period: Range,
  days: readonly WorkingDay[],
): (LevelWork | null)[] {
  return units.map((need, index) =>
    levelWork({
      stages: stages.slice(index),
      period,
      days,
      units: need,
      workdaysInWeek: workdaysInWeek(plan.calendar ?? {}),
    }),
  );
}
