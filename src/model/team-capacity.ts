import { at } from "../number/invariant.js";
import { multiply, ONE, ratio, subtract, larger, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import { leastCommonMultiple, plus, times } from "../number/whole.js";
import { parseWrittenDay, parseDays } from "../plan/dates.js";
import type { TeamInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseRate } from "../plan/rate.js";
import { addMonths } from "../calendar/day.js";
import type { DateRange } from "../calendar/date-range.js";

/** One person: how much of a full working day each day holds, in whole parts of the team's `scale`. */
interface PersonCapacity {
  readonly name: string;
  readonly parts: readonly Whole[];
  /** The share of a full day that the person works, after any ramp. */
  readonly fte: Ratio;
  /** Days on which the person is away, in the order of the plan. */
  readonly absences: readonly DateRange[];
}

/** What a team can do, day by day. */
export interface TeamCapacity {
  readonly name: string;
  /** The working days that the parts are for, in order; one stand-in day for a period without dates. */
  readonly days: readonly number[];
  /** So many parts are one person's full day. */
  readonly scale: Whole;
  /** How many people it has, whole or not; none where the plan says neither how many nor who. */
  readonly size: number;
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
}

/**
 * What can a team do on each working day? A person counts from the first to the last day of employment, without time off,
 * by the full-time share and the month of the ramp (the first month runs from the day of starting to the day before the
 * same day of the next month; after the listed months the ramp is over). Busy minutes are taken off each full day.
 *
 * @param days working days in order
 * @param from the first day of work, from which a ramp runs when no start is given
 */
export function compileTeam(
  name: string,
  team: TeamInput,
  days: readonly number[],
  from: number,
): TeamCapacity {
  const rules = (team.people ?? []).map((person) => ruleOf(person, from));
  const scale = rules
    .flatMap(({ shares }) => shares)
    .reduce<Whole>((common, { den }) => leastCommonMultiple(common, den), 1);
  const people = (team.people ?? []).map(({ name: person }, index): PersonCapacity => {
    const rule = at(rules, index);
    return { name: person, parts: partsBy(rule, scale, days), fte: rule.fte, absences: rule.off };
  });
  const alike = times(team.headcount ?? 0, scale);
  const parts = days.map((_, day) =>
    people.reduce<Whole>((total, person) => plus(total, at<Whole>(person.parts, day)), alike),
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
  };
}

type Person = NonNullable<TeamInput["people"]>[number];

/** A person read once, for many days. */
interface PersonRule {
  readonly first: number;
  readonly last: number;
  readonly off: readonly DateRange[];
  readonly fte: Ratio;
  /** Shares of a full day: one for each month of the ramp, and then the one that stays. */
  readonly shares: readonly Ratio[];
  /** The first day after each month of the ramp. */
  readonly turns: readonly number[];
}

function ruleOf({ starts, leaves, absences, fte, ramp }: Person, from: number): PersonRule {
  const first = starts === undefined ? -Infinity : parseWrittenDay(starts);
  const begin = starts === undefined ? from : first;
  const share = fte === undefined ? ONE : parseRate(fte);
  const months = ramp?.months ?? [];
  return {
    first,
    last: leaves === undefined ? Infinity : parseWrittenDay(leaves),
    off: (absences ?? []).map(parseDays),
    fte: share,
    shares: [...months.map((month) => multiply(share, parseRate(month))), share],
    turns: months.map((_, index) => addMonths(begin, index + 1)),
  };
}

function partsBy(rule: PersonRule, scale: Whole, days: readonly number[]): Whole[] {
  const { first, last, off, turns } = rule;
  const parts = rule.shares.map((share) => partsOf(share, scale));
  let month = 0;
  return days.map((day) => {
    while (month < turns.length && at(turns, month) <= day) month += 1;
    const away = day < first || day > last || off.some((range) => range.first <= day && day <= range.last);
    return away ? 0 : at<Whole>(parts, month);
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
export function strength({ parts, scale }: TeamCapacity, day: number): Ratio {
  return ratio(at<Whole>(parts, day), scale);
}
