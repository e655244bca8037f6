import { multiply, ONE, ratio, subtract, larger, ZERO, type Ratio } from "../number/ratio.js";
import { dayOf, daysOf } from "../plan/dates.js";
import type { TeamInput } from "../plan/plan.js";
import { quantityOf } from "../plan/quantity.js";
import { rateOf } from "../plan/rate.js";
import { addMonths } from "../time/day.js";

/** One person: how much of a full working day each day holds, in whole parts of the team's `scale`. */
export interface PersonCapacity {
  readonly name: string;
  readonly parts: readonly number[];
}

/** What a team can do, day by day. */
export interface TeamCapacity {
  readonly name: string;
  /** The working days that the parts are for, in order; one stand-in day for a period without dates. */
  readonly days: readonly number[];
  /** So many parts are one person's full day. */
  readonly scale: number;
  /** Empty for a team that is given by its size. */
  readonly people: readonly PersonCapacity[];
  /** Parts of the whole team, one for each day. */
  readonly parts: readonly number[];
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
  const factors = (team.people ?? []).map((person) => days.map((day) => factorOn(person, day, from)));
  const scale = factors.flat().reduce(commonMultiple, 1);
  const people = (team.people ?? []).map((person, index) => ({
    name: person.name,
    parts: (factors[index] ?? []).map((factor) => partsOf(factor, scale)),
  }));
  const size = team.size ?? 0;
  const parts = days.map((_, day) =>
    people.reduce((total, person) => total + (person.parts[day] ?? 0), size * scale),
  );
  return { name, days, scale, people, parts, minutes: netMinutes(team), maxPerDay: limitsOf(team) };
}

type Person = NonNullable<TeamInput["people"]>[number];

function factorOn(person: Person, day: number, from: number): Ratio {
  const { starts, leaves, timeOff, fullTime, ramp } = person;
  if (starts !== undefined && day < dayOf(starts)) return ZERO;
  if (leaves !== undefined && day > dayOf(leaves)) return ZERO;
  if (timeOff?.some((range) => covers(range, day)) === true) return ZERO;
  const share = fullTime === undefined ? ONE : rateOf(fullTime);
  if (ramp === undefined) return share;
  const month = rampMonth(starts === undefined ? from : dayOf(starts), day, ramp.months.length);
  const productive = ramp.months[month];
  return productive === undefined ? share : multiply(share, rateOf(productive));
}

function covers(range: Parameters<typeof daysOf>[0], day: number): boolean {
  const { first, last } = daysOf(range);
  return first <= day && day <= last;
}

/** Which month of a ramp a day lies in, from 0; the ramp's length when it is over. */
function rampMonth(first: number, day: number, length: number): number {
  let month = 0;
  while (month < length && addMonths(first, month + 1) <= day) month += 1;
  return month;
}

function commonMultiple(scale: number, factor: Ratio): number {
  return Number(ratio(factor.den, scale).num) * scale;
}

function partsOf(factor: Ratio, scale: number): number {
  return Number(multiply(factor, ratio(scale)).num);
}

function netMinutes({ minutesPerDay, busyMinutesPerDay }: TeamInput): Ratio | undefined {
  if (minutesPerDay === undefined) return undefined;
  const busy = busyMinutesPerDay === undefined ? ZERO : quantityOf(busyMinutesPerDay);
  return larger(ZERO, subtract(quantityOf(minutesPerDay), busy));
}

function limitsOf({ maxPerDay }: TeamInput): Readonly<Record<string, Ratio>> {
  return Object.fromEntries(
    Object.entries(maxPerDay ?? {}).map(([activity, most]) => [activity, quantityOf(most)]),
  );
}

/** Whether a team's strength differs from day to day, so that it weighs how work is spread. */
export function isUneven({ parts }: TeamCapacity): boolean {
  return parts.some((part) => part !== parts[0]);
}

/** How many people a team has on a day, as a share of full ones; for a team of a size, its size. */
export function strength({ parts, scale }: TeamCapacity, day: number): Ratio {
  return ratio(parts[day] ?? 0, scale);
}
