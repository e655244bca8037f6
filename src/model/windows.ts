import type { Rate } from "../number/measure.js";
import { greater, leastCommonMultiple, minus, plus, times } from "../number/whole.js";
import { ceiling } from "../number/ceiling.js";
import { at } from "../number/invariant.js";
import { nearestNumber } from "../number/nearest-number.js";
import {
  divide,
  isZero,
  multiply,
  ONE,
  ratio,
  smaller,
  subtract,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import type { Period } from "../plan/period.js";
import {
  countWorkingDays,
  dayPart,
  fullDays,
  workingDays,
  type WorkingCalendar,
} from "../calendar/working-days.js";
import { monthOf, type Day } from "../calendar/day.js";
import type { Series } from "../lag/series.js";
import { valueOn, type DayAxis } from "./mover.js";
import {
  daysInParts,
  landingInParts,
  partsDue,
  profileWeights,
  type LandingByMonth,
  type PartDue,
  type Profile,
} from "./profile.js";
import type { PlanTime, StageLanding } from "./stage-time.js";
import { isUneven, type TeamCapacity } from "./team-capacity.js";

/**
 * The working days on which work at a stage can still count, each with its weight (effort) and its chance (that an entry
 * of that day, if it converts, lands in the period).
 */
export interface StageWindow {
  /** Day numbers in order; empty for a period without dates, and where nothing can land. */
  readonly days: readonly Day[];
  /** Whole-number weights, added up: one for each day. */
  readonly reach: readonly Whole[];
  /** Null when everything lands. */
  readonly chances: { readonly values: readonly Whole[]; readonly scale: Whole } | null;
  /** Σ chances by the share of a full day: how many full days the window is worth, done every day alike. */
  readonly chanceSum: Ratio;
  /** Σ weight·chance ÷ Σ weight: the share of the window's work that lands in the period. */
  readonly landing: Rate;
  /** The share of the window's work that is won after the period's end, of what converts. */
  readonly late: Rate;
  /** The last working day with any chance, as a day number. */
  readonly lastUseful: Day | undefined;
  /** The chance of the first working day of all. */
  readonly today: Rate;
  /** What must have landed by the end of each part of the goal's profile; empty without one. */
  readonly due: readonly PartDue[];
  /** The window of each month, where the goal holds for each of them; empty otherwise. */
  readonly months: readonly StageWindow[];
  /** What its entries pay within the period; null where the metric does not ask, and where nothing lands. */
  readonly earned: EarnedWork | null;
}

/** For how many months what is worked on the days of a window pays within the period. */
interface EarnedWork {
  /** By day of the window, of an entry that converts. */
  readonly months: { readonly values: readonly Whole[]; readonly scale: Whole };
  /** What one entry of the level work that lands pays on average. */
  readonly each: Ratio;
}

/** How the target is shared out over the period, and when the entries of a stage, or wins, land by the months of it. */
export interface SharedOut {
  readonly profile: Profile;
  readonly axis: DayAxis;
  readonly byMonth: LandingByMonth;
}

/** When the plan's work can be done. */
export interface PlanDays {
  readonly period: Period;
  /** The first day on which work can be done; undefined for a period without dates. */
  readonly workFrom: Day | undefined;
  readonly calendar: WorkingCalendar;
}

/** All the weights of a window; nothing where it has no day. */
export function wholeReach({ reach }: Pick<StageWindow, "reach">): Whole {
  return reach.at(-1) ?? 0;
}

/** The weight of each day of a window. */
export function dayWeights({ reach }: Pick<StageWindow, "reach">): Whole[] {
  return reach.map((reached, index) => (index === 0 ? reached : minus(reached, at<Whole>(reach, index - 1))));
}

/** The window of work whose entries land by chances: the days that the period leaves it. */
export function landingWindow(
  plan: PlanDays,
  { mover }: PlanTime,
  { landing, byEnd, earned }: StageLanding,
  minOnTimeShare: Rate,
  weigh: Weigh,
  shared: SharedOut | undefined,
): StageWindow {
  const { axis } = mover;
  const working = daysOfWork(plan);
  const useful = working.filter((day) => valueOn(landing, axis, day) > 0 && weigh(day) > 0);
  const best = useful.reduce<Whole>((most, day) => greater(most, valueOn(landing, axis, day)), 0);
  const least = ceiling(multiply(minOnTimeShare, ratio(best)));
  const days = useful.filter((day) => valueOn(landing, axis, day) >= least);
  const values = days.map((day) => valueOn(landing, axis, day));
  const { weights, due } = sharedOut(shared, days, weigh);
  const reach = cumulative(weights);
  const share = shareOn(landing, axis, days, reach);
  const ends = byEnd === landing ? share : shareOn(byEnd, axis, days, reach);
  const [today] = working;
  const lands = due.length === 0 ? share : landingInParts(due, weights);
  const full =
    due.length === 0
      ? chanceSumOf(plan.calendar, days, values, landing.scale)
      : daysInParts(due, plan.calendar, days);
  const work = earned === undefined ? null : earnedWork(earned, axis, { days, reach, lands });
  return {
    days,
    reach,
    chances: values.every((value) => value === landing.scale) ? null : { values, scale: landing.scale },
    chanceSum: work === null ? full : smaller(full, earnedDays(plan.calendar, days, work)),
    landing: lands,
    late: days.length === 0 ? ZERO : subtract(ONE, ends),
    lastUseful: useful.at(-1),
    today: today === undefined ? ZERO : ratio(valueOn(landing, axis, today), landing.scale),
    due,
    months: [],
    earned: work,
  };
}

function earnedWork(
  earned: Series,
  axis: DayAxis,
  {
    days,
    reach,
    lands,
  }: { readonly days: readonly number[]; readonly reach: readonly Whole[]; readonly lands: Ratio },
): EarnedWork | null {
  if (isZero(lands)) return null;
  const values = days.map((day) => valueOn(earned, axis, day));
  const each = divide(shareOn(earned, axis, days, reach), lands);
  return { months: { values, scale: earned.scale }, each };
}

/** How many full days a window is worth by what its entries pay, done every day alike. */
function earnedDays(calendar: WorkingCalendar, days: readonly number[], { months, each }: EarnedWork): Ratio {
  if (isZero(each)) return ZERO;
  return divide(chanceSumOf(calendar, days, months.values, months.scale), each);
}

/** The weight of each day, and what is due by the end of each part, where the target is shared out; else the usual weights. */
function sharedOut(
  shared: SharedOut | undefined,
  days: readonly Day[],
  weigh: Weigh,
): { readonly weights: readonly Whole[]; readonly due: readonly PartDue[] } {
  const usual = days.map(weigh);
  if (shared === undefined) return { weights: usual, due: [] };
  const { profile, axis, byMonth } = shared;
  return {
    weights: profileWeights({ ...shared, days, weights: usual }),
    due: partsDue(profile, axis, byMonth, days),
  };
}

/** The window of what happens on the day it is started; what is started before the period happens before it. */
export function periodWindow(plan: PlanDays, weigh: Weigh, shared?: SharedOut): StageWindow {
  if (plan.period.kind === "undated") return undatedWindow(plan.period.workingDays);
  const days = daysInPeriod(plan).filter((day) => weigh(day) > 0);
  const { weights, due } = sharedOut(shared, days, weigh);
  const reach = cumulative(weights);
  const landing = wholeReach({ reach }) === 0 ? ZERO : ONE;
  return {
    chances: null,
    late: ZERO,
    days,
    reach,
    chanceSum: due.length === 0 ? fullDays(plan.calendar, days) : daysInParts(due, plan.calendar, days),
    landing: due.length === 0 ? landing : landingInParts(due, weights),
    lastUseful: days.at(-1),
    today: startsEarly(plan) ? ZERO : landing,
    due,
    months: [],
    earned: null,
  };
}

function undatedWindow(count: number): StageWindow {
  const nothing = {
    chances: null,
    late: ZERO,
    days: [],
    reach: [],
    lastUseful: undefined,
    due: [],
    months: [],
    earned: null,
  };
  return { ...nothing, today: ONE, chanceSum: ratio(count), landing: ONE };
}

function startsEarly({ period, workFrom, calendar }: PlanDays): boolean {
  if (period.kind === "undated" || workFrom === undefined || workFrom >= period.first) return false;
  return countWorkingDays(calendar, workFrom, period.first - 1) > 0;
}

/** The working days from the first day of work to the period's end; none for a period without dates. */
export function daysOfWork({ period, workFrom, calendar }: PlanDays): readonly number[] {
  if (period.kind === "undated") return [];
  return workingDays(calendar, workFrom ?? period.first, period.last);
}

/** Working days of the period itself on which work can be done: without lags, earlier work also lands earlier. */
export function daysInPeriod({ period, workFrom, calendar }: PlanDays): readonly number[] {
  if (period.kind === "undated") return [];
  return workingDays(calendar, Math.max(period.first, workFrom ?? period.first), period.last);
}

/** Working days in the whole period, half days as half, for the answer's heading. */
export function workingDaysInPeriod({ period, calendar }: PlanDays): number {
  return period.kind === "undated"
    ? period.workingDays
    : nearestNumber(fullDays(calendar, workingDays(calendar, period.first, period.last)));
}

function chanceSumOf(
  { shares }: WorkingCalendar,
  days: readonly Day[],
  values: readonly Whole[],
  scale: Whole,
): Ratio {
  const total = values.reduce<bigint>(
    (sum, value, index) => sum + BigInt(value) * BigInt(dayPart(shares, at(days, index))),
    0n,
  );
  return ratio(total, BigInt(scale) * BigInt(shares.fullDay));
}

/** The share of units, brought level over the days of the period, whose wins land in it. */
export function levelLanding(plan: PlanDays, { mover }: PlanTime, landing: Series): Ratio {
  const days = daysInPeriod(plan);
  return shareOn(landing, mover.axis, days, cumulative(days.map(seasonalWeigher(plan.calendar))));
}

/** Σ weight·value ÷ (Σ weight · scale) over days; 0 where there is no weight. */
export function shareOn(series: Series, axis: DayAxis, days: readonly Day[], reach: readonly Whole[]): Rate {
  const whole = wholeReach({ reach });
  if (whole === 0) return ZERO;
  let total = 0n;
  dayWeights({ reach }).forEach((weight, index) => {
    total += BigInt(weight) * BigInt(valueOn(series, axis, at(days, index)));
  });
  return ratio(total, BigInt(whole) * BigInt(series.scale));
}

/** How much effort a day takes, as a whole number. */
export type Weigh = (day: Day) => Whole;

/** Weighs days by the season, and by how much of a full day they hold. */
export function seasonalWeigher(calendar: WorkingCalendar): Weigh {
  const { shares } = calendar;
  const weigh = monthWeigher(calendar);
  return shares.fullDay === 1 ? weigh : (day) => times(weigh(day), dayPart(shares, day));
}

function monthWeigher({ seasonality }: WorkingCalendar): Weigh {
  const scale = commonDenominator(seasonality);
  const weights = seasonality.map((weight) => multiply(weight, scale).num);
  return (day) => at<Whole>(weights, monthOf(day) - 1);
}

/** Weighs days by the season and, where the team's strength differs from day to day, by that. */
export function teamWeigher(calendar: WorkingCalendar, alike: Weigh, team: TeamCapacity | undefined): Weigh {
  if (team === undefined || !isUneven(team)) return alike;
  const seasonal = monthWeigher(calendar);
  const parts = new Map(team.days.map((day, index) => [day, at<Whole>(team.parts, index)]));
  // Nobody works on a day that is none of the team's.
  return (day) => times(seasonal(day), parts.get(day) ?? 0);
}

/** Weights added up, one after the other. */
export function cumulative(weights: readonly Whole[]): Whole[] {
  let reached: Whole = 0;
  return weights.map((weight) => (reached = plus(reached, weight)));
}

function commonDenominator(weights: readonly Ratio[]): Ratio {
  return ratio(weights.reduce<Whole>((common, { den }) => leastCommonMultiple(common, den), 1));
}
