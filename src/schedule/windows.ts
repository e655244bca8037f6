import { leastCommonMultiple, minus, plus, times } from "../number/whole.js";
import { ceiling } from "../number/ceiling.js";
import { multiply, subtract, ONE, ratio, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import type { PlanModel } from "../model/model.js";
import { stagesOfUnitsChannels } from "../model/pipeline-wins.js";
import { isUneven, type TeamCapacity } from "../model/team-capacity.js";
import { countWorkingDays, workingDays, type WorkingCalendar } from "../calendar/working-days.js";
import { formatDay, monthOf } from "../calendar/day.js";
import type { Series } from "../lag/series.js";

/**
 * The working days on which work at a stage can still count, each with its weight (effort) and its chance (that an entry
 * of that day, if it converts, lands in the period).
 */
export interface StageWindow {
  /** Day numbers in order; empty for a period without dates, and where nothing can land. */
  readonly days: readonly number[];
  /** Whole-number weights, added up: one for each day. */
  readonly reach: readonly Whole[];
  /** Null when everything lands. */
  readonly chances: { readonly values: readonly Whole[]; readonly scale: Whole } | null;
  /** Σ chances: how many full days the window is worth, done every day alike. */
  readonly chanceSum: Ratio;
  /** Σ weight·chance ÷ Σ weight: the share of the window's work that lands in the period. */
  readonly landing: Ratio;
  /** The share of the window's work that is won after the period's end, of what converts. */
  readonly late: Ratio;
  /** The last working day with any chance, as a day number. */
  readonly lastUseful: number | undefined;
  /** The chance of the first working day of all. */
  readonly today: Ratio;
}

/** The window of every stage, by index. */
export function computeWindows(
  model: PlanModel,
  minOnTimeShare: Ratio,
  teams: Teams,
): readonly StageWindow[] {
  const { period, time } = model;
  if (period.kind === "undated") {
    const window = undatedWindow(period.workingDays);
    return model.flow.map(() => window);
  }
  if (time === undefined) {
    return model.flow.map(({ written }) =>
      periodWindow(model, weigher(model.calendar, teamOf(teams, written.owner))),
    );
  }
  const level = stagesOfUnitsChannels(model.flow);
  const days = workingDays(model.calendar, model.workFrom ?? period.first, period.last);
  return model.flow.map(({ written }, index) => {
    const weigh = weigher(model.calendar, teamOf(teams, written.owner));
    if (level[index] === true) return periodWindow(model, weigh);
    return landingWindow(
      weigh,
      days,
      time.mover.axis.first,
      time.landing[index],
      time.byEnd[index],
      minOnTimeShare,
    );
  });
}

/** The window of the wins themselves: the working days of the period from workFrom on. */
export function winWindow(model: PlanModel): StageWindow {
  if (model.period.kind === "undated") return undatedWindow(model.period.workingDays);
  return periodWindow(model, weigher(model.calendar, undefined));
}

/** The window of what happens on the day it is started; what is started before the period happens before it. */
function periodWindow(model: PlanModel, weigh: Weigh): StageWindow {
  const window = plainWindow(weigh, workingDaysFrom(model));
  return startsEarly(model) ? { ...window, today: ZERO } : window;
}

function startsEarly({ period, workFrom, calendar }: PlanModel): boolean {
  if (period.kind === "undated" || workFrom === undefined || workFrom >= period.first) return false;
  return countWorkingDays(calendar, workFrom, period.first - 1) > 0;
}

/** Working days of the period itself on which work can be done: without lags, earlier work also lands earlier. */
function workingDaysFrom({ period, workFrom, calendar }: PlanModel): number[] {
  if (period.kind === "undated") return [];
  return workingDays(calendar, Math.max(period.first, workFrom ?? period.first), period.last);
}

/** Working days in the whole period, for the answer's heading. */
export function workingDaysInPeriod({ period, calendar }: PlanModel): number {
  return period.kind === "undated"
    ? period.workingDays
    : workingDays(calendar, period.first, period.last).length;
}

function undatedWindow(count: number): StageWindow {
  const chanceSum = ratio(count);
  return {
    chances: null,
    late: ZERO,
    today: ONE,
    days: [],
    reach: [],
    chanceSum,
    landing: ONE,
    lastUseful: undefined,
  };
}

function plainWindow(weigh: Weigh, working: readonly number[]): StageWindow {
  const days = working.filter((day) => weigh(day) > 0);
  const reach = cumulativeWeights(weigh, days);
  const landing = (reach.at(-1) ?? 0) === 0 ? ZERO : ONE;
  return {
    chances: null,
    late: ZERO,
    days,
    reach,
    chanceSum: ratio(days.length),
    landing,
    lastUseful: days.at(-1),
    today: landing,
  };
}

function landingWindow(
  weigh: Weigh,
  working: readonly number[],
  first: number,
  landing: Series | undefined,
  byEnd: Series | undefined,
  minOnTimeShare: Ratio,
): StageWindow {
  if (landing === undefined) return plainWindow(weigh, []);
  const chance = (series: Series, day: number): Whole => series.values[day - first] ?? 0;
  const useful = working.filter((day) => chance(landing, day) > 0 && weigh(day) > 0);
  const best = useful.reduce<Whole>(
    (most, day) => (chance(landing, day) > most ? chance(landing, day) : most),
    0,
  );
  const least = ceiling(multiply(minOnTimeShare, ratio(best)));
  const days = useful.filter((day) => chance(landing, day) >= least);
  const values = days.map((day) => chance(landing, day));
  const reach = cumulativeWeights(weigh, days);
  const share = weightedShare(reach, values, landing.scale);
  const ends =
    byEnd === undefined || byEnd === landing
      ? share
      : weightedShare(
          reach,
          days.map((day) => chance(byEnd, day)),
          byEnd.scale,
        );
  const [today] = working;
  return {
    days,
    reach,
    chances: values.every((value) => value === landing.scale) ? null : { values, scale: landing.scale },
    chanceSum: ratio(
      values.reduce<bigint>((total, value) => total + BigInt(value), 0n),
      landing.scale,
    ),
    landing: share,
    late: days.length === 0 ? ZERO : subtract(ONE, ends),
    lastUseful: useful.at(-1),
    today: today === undefined ? ZERO : ratio(chance(landing, today), landing.scale),
  };
}

/** Σ weight·value ÷ (Σ weight · scale); 0 where there is no weight. */
function weightedShare(reach: readonly Whole[], values: readonly Whole[], scale: Whole): Ratio {
  const whole = reach.at(-1) ?? 0;
  if (whole === 0) return ZERO;
  let total = 0n;
  let before: Whole = 0;
  reach.forEach((reached, index) => {
    total += BigInt(minus(reached, before)) * BigInt(values[index] ?? 0);
    before = reached;
  });
  return ratio(total, BigInt(whole) * BigInt(scale));
}

/** How much effort a day takes, as a whole number. */
type Weigh = (day: number) => Whole;

/** Teams by name, as far as the plan gives them. */
export type Teams = ReadonlyMap<string, TeamCapacity>;

function teamOf(teams: Teams, owner: string | undefined): TeamCapacity | undefined {
  return owner === undefined ? undefined : teams.get(owner);
}

/** Weighs days by the season and, where the team's strength differs from day to day, by that. */
function weigher(calendar: WorkingCalendar, team: TeamCapacity | undefined): Weigh {
  const scale = commonDenominator(calendar.seasonality);
  const seasonality = calendar.seasonality.map((weight) => multiply(weight, scale).num);
  const seasonal: Weigh = (day) => seasonality[monthOf(day) - 1] ?? 1;
  if (team === undefined || !isUneven(team)) return seasonal;
  const parts = new Map(team.days.map((day, index) => [day, team.parts[index] ?? 0]));
  return (day) => times(seasonal(day), parts.get(day) ?? 0);
}

function cumulativeWeights(weigh: Weigh, days: readonly number[]): Whole[] {
  let reached: Whole = 0;
  return days.map((day) => (reached = plus(reached, weigh(day))));
}

function commonDenominator(weights: readonly Ratio[]): Ratio {
  return ratio(weights.reduce<Whole>((common, { den }) => leastCommonMultiple(common, den), 1));
}

/** By stage: the share of units, brought to it level over the period, whose wins land in the period. */
export function unitsLanding(model: PlanModel): readonly Ratio[] {
  const { time, flow } = model;
  if (time === undefined) return flow.map(() => ONE);
  const days = workingDaysFrom(model);
  const reach = cumulativeWeights(weigher(model.calendar, undefined), days);
  return flow.map(({ feeders }, index) => {
    const landing = time.landing[index];
    if (landing === undefined || !feeders.some(({ units }) => units !== null)) return ONE;
    const first = time.mover.axis.first;
    return weightedShare(
      reach,
      days.map((day) => landing.values[day - first] ?? 0),
      landing.scale,
    );
  });
}

/** The last working day on which an entry of a stage still has a chance to be won in the period, however early. */
export function lastUsefulDay(days: readonly number[], first: number, landing: Series): string | null {
  for (let index = days.length - 1; index >= 0; index -= 1) {
    const day = days[index];
    if (day !== undefined && (landing.values[day - first] ?? 0) > 0) return formatDay(day);
  }
  return null;
}
