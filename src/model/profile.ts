import type { Position, Rate } from "../number/measure.js";
import type { DateRange } from "../calendar/date-range.js";
import { calendarMonths } from "../calendar/calendar-months.js";
import type { Day } from "../calendar/day.js";
import { dayPart, type WorkingCalendar } from "../calendar/working-days.js";
import type { Series } from "../lag/series.js";
import { at } from "../number/invariant.js";
import {
  add,
  divide,
  isZero,
  multiply,
  ONE,
  ratio,
  smaller,
  sum,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import { leastCommonMultiple } from "../number/whole.js";
import type { GoalPlan } from "../plan/plan.js";
import { parseProfile } from "../plan/profile.js";
import { valueOn, type DayAxis } from "./mover.js";

/** A calendar month, as far as it lies in one part of the profile. */
interface ProfileMonth {
  readonly last: Day;
  /** How much of the whole month that is. */
  readonly ofMonth: Rate;
  /** The index of its part. */
  readonly part: Position;
}

/** How the target is shared out over the period. */
export interface Profile {
  /** The share of the target that falls into each part. */
  readonly shares: readonly Rate[];
  /** The last day of each part. */
  readonly ends: readonly Day[];
  /** The months of all parts, in order. */
  readonly months: readonly ProfileMonth[];
}

/** The chance that an entry, if it converts, is won in the period by the end of each month of the profile. */
export type LandingByMonth = readonly Series[];

/** What must have landed by the end of a part: the shares so far of the need; and the days that this takes. */
export interface PartDue {
  readonly last: Day;
  /** The shares of the target so far, this part's included; above 0. */
  readonly share: Rate;
  /** By day of the window: the chance to be won by then. */
  readonly chances: { readonly values: readonly Whole[]; readonly scale: Whole };
}

/** Reads the profile of a validated plan; undefined where it has none. */
export function compileProfile(plan: GoalPlan): Profile | undefined {
  const parts = parseProfile(plan);
  if (parts.length === 0) return undefined;
  return {
    shares: parts.map(({ share }) => share),
    ends: parts.map(({ last }) => last),
    months: parts.flatMap(({ first, last }, part) => monthsIn(first, last, part)),
  };
}

/** A period as one part: its calendar months alike. */
export function wholeProfile({ first, last }: DateRange): Profile {
  return { shares: [ONE], ends: [last], months: monthsIn(first, last, 0) };
}

function monthsIn(first: Day, last: Day, part: Position): ProfileMonth[] {
  return calendarMonths(first, last).map((month) => ({
    ...{ last: month.last, part },
    ofMonth: ratio(month.last - month.first + 1, month.days),
  }));
}

/** What is shared out over days: their usual weights, and when what is started on them is won. */
interface ProfiledDays {
  readonly profile: Profile;
  readonly axis: DayAxis;
  readonly byMonth: LandingByMonth;
  readonly days: readonly Day[];
  /** How much of the usual effort each of these days takes. */
  readonly weights: readonly Whole[];
}

/**
 * How the work of a stage is shared out over its days, so that what it wins follows the profile: each day works for the month
 * in which half of what it wins is won. A month's part of its share goes by calendar months alike, a day's part of its month's
 * by the usual weights.
 *
 * @returns a whole number for each day
 */
export function profileWeights(given: ProfiledDays): readonly Whole[] {
  const { profile, days, weights } = given;
  const months = days.map((day) => monthOf(given, day));
  const totals = profile.months.map((_, month) =>
    sum(weights.flatMap((weight, index) => (months[index] === month ? [ratio(weight)] : []))),
  );
  const used = profile.months.map(({ ofMonth }, month) => (isZero(at(totals, month)) ? ZERO : ofMonth));
  const sizes = profile.shares.map((_, part) =>
    sum(used.filter((__, month) => at(profile.months, month).part === part)),
  );
  const parts = carriedBack(profile.shares, sizes);
  const shares = profile.months.map(({ part }, month): Ratio => {
    const size = at(used, month);
    return isZero(size) ? ZERO : multiply(at(parts, part), divide(size, at(sizes, part)));
  });
  const each = shares.map((share, month) => (isZero(share) ? ZERO : divide(share, at(totals, month))));
  const scale = ratio(each.reduce<Whole>((common, { den }) => leastCommonMultiple(common, den), 1));
  const factors = each.map((factor) => multiply(factor, scale));
  return weights.map((weight, index) => multiply(ratio(weight), at(factors, at(months, index))).num);
}

/** The share of a part without any day of work is due by its end all the same, so the part before it works for it. */
function carriedBack(shares: readonly Ratio[], sizes: readonly Ratio[]): readonly Ratio[] {
  let carried = ZERO;
  const parts = shares.map((share, part) => ({ share, isEmpty: isZero(at(sizes, part)) }));
  return parts
    .reverse()
    .map(({ share, isEmpty }) => {
      const all = add(share, carried);
      carried = isEmpty ? all : ZERO;
      return isEmpty ? ZERO : all;
    })
    .reverse();
}

/** The first month by whose end at least half is won of what a day wins in the period. */
function monthOf({ profile, axis, byMonth }: ProfiledDays, day: Day): Position {
  const chance = (month: Position): Rate => chanceOn(at(byMonth, month), axis, day);
  const half = divide(chance(profile.months.length - 1), ratio(2));
  const found = profile.months.findIndex((_, month) => {
    const { num, den } = chance(month);
    return BigInt(num) * BigInt(half.den) >= BigInt(half.num) * BigInt(den);
  });
  return Math.max(0, found);
}

function chanceOn(series: Series, axis: DayAxis, day: Day): Rate {
  return ratio(valueOn(series, axis, day), series.scale);
}

/** What must have landed of a window's work by the end of each part that has a share by then. */
export function partsDue(
  { ends, shares, months }: Profile,
  axis: DayAxis,
  byMonth: LandingByMonth,
  days: readonly Day[],
): readonly PartDue[] {
  let share = ZERO;
  return ends.flatMap((last, part) => {
    share = add(share, at(shares, part));
    const series = at(byMonth, months.map((month) => month.part).lastIndexOf(part));
    const values = days.map((day) => valueOn(series, axis, day));
    return isZero(share) ? [] : [{ last, share, chances: { values, scale: series.scale } }];
  });
}

/** The share of a window's work that counts: the least, over the parts, of what has landed by its end ÷ what is due by then. */
export function landingInParts(due: readonly PartDue[], weights: readonly Whole[]): Ratio {
  const all = sum(weights.map((weight) => ratio(weight)));
  return isZero(all) ? ZERO : leastOf(due, (index) => divide(ratio(at(weights, index)), all));
}

/** How many full days a window is worth, done every day alike: the least, over the parts, of those so far ÷ what is due by then. */
export function daysInParts(
  due: readonly PartDue[],
  { shares }: WorkingCalendar,
  days: readonly Day[],
): Ratio {
  return leastOf(due, (index) => ratio(dayPart(shares, at(days, index)), shares.fullDay));
}

function leastOf(due: readonly PartDue[], weigh: (index: number) => Ratio): Ratio {
  return due
    .map(({ share, chances }) => {
      const landed = sum(
        chances.values.map((value, index) => multiply(weigh(index), ratio(value, chances.scale))),
      );
      return divide(landed, share);
    })
    .reduce(smaller);
}
