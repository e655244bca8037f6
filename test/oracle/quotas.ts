import { dayOf, readPeriod, readRange } from "./dates.js";
import type { Day } from "./dates.js";
import type { PlainPerson, PlainPlan } from "./plain-plan.js";
import { ONE, sum, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { targetDays } from "./schedule.js";
import { readNumber, readRate } from "./written.js";

/** The part of the goal of a team or of one of its people. */
export interface OracleQuota {
  readonly team: string;
  readonly person: string | null;
  readonly quota: Rational;
  readonly relief: Rational;
}

/** All quotas, and what they come to after relief. */
export interface OracleQuotas {
  readonly each: readonly OracleQuota[];
  readonly assigned: Rational;
  /** What is assigned ÷ the goal; null for a goal of 0. */
  readonly overAssignment: Rational | null;
}

/** Relief is the share of the target of the days on which somebody is not there; a team's is that of its people, by their hours. */
export function quotasOf(plan: PlainPlan, goal: Rational): OracleQuotas | undefined {
  const teams = Object.entries(plan.teams ?? {});
  const own = teams.flatMap(([team, { quota, people = [] }]): OracleQuota[] => [
    ...(quota === undefined ? [] : [relieved(team, null, quota, awayOfTeam(plan, people))]),
    ...people.flatMap((person) =>
      person.quota === undefined ? [] : [relieved(team, person.name, person.quota, awayShare(plan, person))],
    ),
  ]);
  if (own.length === 0) return undefined;
  // Of a team count its people, or where none of them has a quota itself.
  const counted = own.filter(
    ({ team, person }) => person !== null || !own.some((each) => each.team === team && each.person !== null),
  );
  const assigned = sum(counted.map(({ quota, relief }) => quota.minus(relief)));
  return { each: own, assigned, overAssignment: goal.isZero() ? null : assigned.over(goal) };
}

function relieved(
  team: string,
  person: string | null,
  written: number | string,
  away: Rational,
): OracleQuota {
  const quota = readNumber(written);
  return { team, person, quota, relief: quota.times(away) };
}

function awayOfTeam(plan: PlainPlan, people: readonly PlainPerson[]): Rational {
  const hours = people.map(({ fte = 1 }) => readRate(fte));
  const all = sum(hours);
  if (all.isZero()) return ZERO;
  return sum(people.map((person, index) => awayShare(plan, person).times(hours[index] ?? ONE))).over(all);
}

function awayShare(plan: PlainPlan, { starts, leaves, absences = [] }: PlainPerson): Rational {
  const period = readPeriod(plan.goal.period);
  if (period === null) return ZERO;
  const isAway = (on: Day): boolean =>
    (starts !== undefined && on < dayOf(starts)) ||
    (leaves !== undefined && on > dayOf(leaves)) ||
    absences.map(readRange).some(({ start, end }) => start <= on && on <= end);
  const days = targetDays(plan, period);
  const all = sum(days.map(({ weight }) => weight));
  if (all.isZero()) return ZERO;
  return sum(days.filter(({ on }) => isAway(on)).map(({ weight }) => weight)).over(all);
}
