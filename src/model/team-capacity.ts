import type { Count, Money, Position, Rate } from "../number/measure.js";
import { at } from "../number/invariant.js";
import {
  divide,
  isZero,
  multiply,
  ONE,
  ratio,
  subtract,
  sum,
  larger,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import { leastCommonMultiple, plus, sumWhole, times } from "../number/whole.js";
import { parseWrittenDay, parseDays } from "../plan/dates.js";
import type { TeamInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseRate } from "../plan/rate.js";
import { parseWorkdays } from "../plan/workdays.js";
import { addMonths, weekday, type Day } from "../calendar/day.js";
import { dayPart, shortPart, type DayShares } from "../calendar/working-days.js";
import type { DateRange } from "../calendar/date-range.js";

/** One person: how much of a full working day each day holds, in whole parts of the team's `scale`. */
interface PersonCapacity {
  readonly name: string;
  readonly parts: readonly Whole[];
  /** How many full days of a week the person works, after any ramp. */
  readonly perWeek: Ratio;
  /** Days on which the person is away, in the order of the plan. */
  readonly absences: readonly DateRange[];
}

/** What a team can do, day by day. */
export interface TeamCapacity {
  readonly name: string;
  /** The working days that the parts are for, in order; one stand-in day for a period without dates. */
  readonly days: readonly Day[];
  /** So many parts are one person's full day. */
  readonly scale: Whole;
  /** How many people it has, whole or not; none where the plan says neither how many nor who. */
  readonly size: Count;
  /** Empty for a team that is given by its headcount. */
  readonly people: readonly PersonCapacity[];
  /** Parts of the whole team, one for each day. */
  readonly parts: readonly Whole[];
  /** Minutes of a full day as the plan writes them; undefined where it sets no such limit. */
  readonly minutesPerDay: Ratio | undefined;
  /** Minutes of a full day that are left for the goals; undefined where the plan sets no such limit. */
  readonly minutes: Ratio | undefined;
  /** How often a person can do an activity on a full day. */
  readonly maxPerDay: Readonly<Record<string, Ratio>>;
  /** What its hours cost; undefined where the plan does not say. */
  readonly pay: TeamPay | undefined;
  /** The most that its work may cost in the period; undefined where the plan sets no such limit. */
  readonly budget: Money | undefined;
}

/** What the hours of a team cost. */
export interface TeamPay {
  /** What an hour of its work costs: of people by name the mean, each as much as they can work. */
  readonly perHour: Money;
  /** What it is paid for being there; undefined where only hours of work are paid. */
  readonly presence: TeamPresence | undefined;
}

/** Full days on which people of a team are there, ramp or not; of a period without dates those of one day. */
interface TeamPresence {
  readonly days: Ratio;
  /** What an hour of each of these days costs, added up. */
  readonly perHour: Money;
}

/**
 * What can a team do on each working day? A person counts from the first to the last day of employment, without time off,
 * by the full-time share and the month of the ramp (the first month runs from the day of starting to the day before the
 * same day of the next month; after the listed months the ramp is over), on the person's own weekdays. Overhead minutes are
 * taken off each full day; a half day has half of all.
 *
 * @param days working days in order
 * @param shares how much of a full day each holds
 * @param from the first day of work, from which a ramp runs when no start is given
 */
export function compileTeam(
  name: string,
  team: TeamInput,
  days: readonly Day[],
  shares: DayShares,
  from: Day,
): TeamCapacity {
  const rules = (team.people ?? []).map((person) => ruleOf(person, from));
  const fullDay = rules
    .flatMap((rule) =>
      rule.months.flatMap((month) => (rule.week ?? [ONE]).map((part) => multiply(month, part))),
    )
    .reduce<Whole>((common, { den }) => leastCommonMultiple(common, den), 1);
  const scale = times(fullDay, shares.fullDay);
  const people = (team.people ?? []).map(({ name: person }, index): PersonCapacity => {
    const rule = at(rules, index);
    const perWeek = multiply(rule.fte, rule.week === undefined ? shares.perWeek : sum(rule.week));
    return { name: person, parts: partsBy(rule, fullDay, days, shares), perWeek, absences: rule.off };
  });
  const alike = times(team.headcount ?? 0, fullDay);
  const parts = days.map((day, index) =>
    people.reduce<Whole>(
      (total, person) => plus(total, at<Whole>(person.parts, index)),
      times(alike, dayPart(shares, day)),
    ),
  );
  return {
    name,
    days,
    scale,
    size: team.headcount ?? people.length,
    people,
    parts,
    minutesPerDay: team.minutesPerDay === undefined ? undefined : parseQuantity(team.minutesPerDay),
    minutes: netMinutes(team),
    maxPerDay: limitsOf(team),
    pay: payOf(team, {
      people: people.map(({ parts: each }) => each),
      rules,
      alike,
      scale,
      fullDay,
      days,
      shares,
    }),
    budget: team.budget === undefined ? undefined : parseQuantity(team.budget),
  };
}

/** Who is there when, in whole parts of a full day. */
interface Presence {
  readonly people: readonly (readonly Whole[])[];
  readonly rules: readonly PersonRule[];
  /** Parts of those who are not named, on a full day. */
  readonly alike: Whole;
  readonly scale: Whole;
  readonly fullDay: Whole;
  readonly days: readonly Day[];
  readonly shares: DayShares;
}

function payOf(team: TeamInput, presence: Presence): TeamPay | undefined {
  const { people, rules, alike, scale, fullDay, days, shares } = presence;
  const ofTeam = team.costPerHour === undefined ? undefined : parseQuantity(team.costPerHour);
  const each = (team.people ?? []).map(({ costPerHour }) =>
    costPerHour === undefined ? ofTeam : parseQuantity(costPerHour),
  );
  const known = each.filter((cost) => cost !== undefined);
  if (known.length < each.length || (each.length === 0 && ofTeam === undefined)) return undefined;
  const isPaid = team.paid === "capacity";
  if (ofTeam !== undefined && each.length === 0) {
    const paid = ratio(sumWhole(days.map((day) => times(alike, dayPart(shares, day)))), scale);
    const perHour = multiply(paid, ofTeam);
    return { perHour: ofTeam, presence: isPaid ? { days: paid, perHour } : undefined };
  }
  const weights = people.map((parts) => ratio(sumWhole(parts)));
  // Who learns is paid like anybody else.
  const there = rules.map((rule) =>
    ratio(sumWhole(partsBy({ ...rule, months: [rule.fte], turns: [] }, fullDay, days, shares)), scale),
  );
  return {
    perHour: meanCost(known, weights),
    presence: isPaid ? { days: sum(there), perHour: weighted(known, there) } : undefined,
  };
}

/** Where nobody is there at all, everybody counts alike. */
function meanCost(costs: readonly Money[], weights: readonly Ratio[]): Money {
  const all = sum(weights);
  return isZero(all) ? divide(sum(costs), ratio(costs.length)) : divide(weighted(costs, weights), all);
}

function weighted(costs: readonly Ratio[], weights: readonly Ratio[]): Ratio {
  return sum(costs.map((cost, index) => multiply(cost, at(weights, index))));
}

type Person = NonNullable<TeamInput["people"]>[number];

/** A person read once, for many days. */
interface PersonRule {
  readonly first: Day;
  readonly last: Day;
  readonly off: readonly DateRange[];
  readonly fte: Rate;
  /** Shares of a full day: one for each month of the ramp, and then the one that stays. */
  readonly months: readonly Rate[];
  /** The share of a full day on each weekday; undefined where the person works on the plan's. */
  readonly week: readonly Ratio[] | undefined;
  /** The first day after each month of the ramp. */
  readonly turns: readonly Day[];
}

function ruleOf({ starts, leaves, absences, fte, ramp, workdays }: Person, from: Day): PersonRule {
  const first = starts === undefined ? -Infinity : parseWrittenDay(starts);
  const begin = starts === undefined ? from : first;
  const share = fte === undefined ? ONE : parseRate(fte);
  const months = ramp?.months ?? [];
  return {
    first,
    last: leaves === undefined ? Infinity : parseWrittenDay(leaves),
    off: (absences ?? []).map(parseDays),
    fte: share,
    week: workdays === undefined ? undefined : parseWorkdays(workdays),
    months: [...months.map((month) => multiply(share, parseRate(month))), share],
    turns: months.map((_, index) => addMonths(begin, index + 1)),
  };
}

function partsBy(rule: PersonRule, fullDay: Whole, days: readonly Day[], shares: DayShares): Whole[] {
  const { first, last, off, turns, week } = rule;
  // By weekday where those are the person's own; else a day holds what the plan's calendar says.
  const parts = rule.months.map((month) =>
    (week ?? [ONE]).map((share) => partsOf(multiply(month, share), fullDay)),
  );
  let month = 0;
  return days.map((day) => {
    while (month < turns.length && at(turns, month) <= day) month += 1;
    const away = day < first || day > last || off.some((range) => range.first <= day && day <= range.last);
    if (away) return 0;
    const byWeekday = at(parts, month);
    return week === undefined
      ? times(at<Whole>(byWeekday, 0), dayPart(shares, day))
      : times(at<Whole>(byWeekday, weekday(day)), shortPart(shares, day) * shares.weekScale);
  });
}

function partsOf(factor: Ratio, scale: Whole): Whole {
  return multiply(factor, ratio(scale)).num;
}

function netMinutes({ minutesPerDay, overheadMinutesPerDay }: TeamInput): Ratio | undefined {
  if (minutesPerDay === undefined) return undefined;
  const minutes = parseQuantity(minutesPerDay);
  if (overheadMinutesPerDay === undefined) return minutes;
  return larger(ZERO, subtract(minutes, parseQuantity(overheadMinutesPerDay)));
}

function limitsOf({ maxPerDay }: TeamInput): Readonly<Record<string, Ratio>> {
  return Object.fromEntries(
    Object.entries(maxPerDay ?? {}).map(([activity, most]) => [activity, parseQuantity(most)]),
  );
}

/** Whether a team can be asked for more than it can do. */
export function hasLimits({ minutes, maxPerDay }: TeamCapacity): boolean {
  return minutes !== undefined || Object.keys(maxPerDay).length > 0;
}

/** Whether a team's strength differs from day to day, so that it weighs how work is spread. */
export function isUneven({ parts }: TeamCapacity): boolean {
  return parts.some((part) => part !== parts[0]);
}

/** How many people a team has on a day, as a share of full ones; for a team of a size, its size. */
export function strength({ parts, scale }: TeamCapacity, day: Position): Rate {
  return ratio(at<Whole>(parts, day), scale);
}
