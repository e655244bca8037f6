import type { Day } from "../calendar/day.js";
import { workingDays } from "../calendar/working-days.js";
import { numberSeries } from "../lag/series.js";
import { at } from "../number/invariant.js";
import {
  divide,
  isZero,
  multiply,
  ONE,
  ratio,
  subtract,
  sum,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import { parseDays, parseWrittenDay } from "../plan/dates.js";
import type { TeamInput } from "../plan/plan.js";
import { parseRate } from "../plan/rate.js";
import { parseQuantity } from "../schema/quantity.js";
import type { CompiledPlan } from "./compile.js";
import { compileProfile, profileWeights, wholeProfile } from "./profile.js";
import { seasonalWeigher } from "./windows.js";

/** A team's or a person's part of the goal, and what of it falls on days on which they are there. */
export interface Quota {
  readonly team: string;
  /** Undefined for the team's own quota. */
  readonly person: string | undefined;
  readonly quota: Ratio;
  /** The share of the target that falls on days of employment without absence, from 0 to 1. */
  readonly present: Ratio;
  /** What is taken off for the rest: quota × (1 − present). */
  readonly relief: Ratio;
}

/** The parts of the goal that a plan gives to teams and people, in its order. */
export function computeQuotas(compiled: CompiledPlan): readonly Quota[] {
  const { plan } = compiled;
  const written = Object.entries(plan.teams ?? {}).filter(
    ([, { quota, people }]) =>
      quota !== undefined || (people ?? []).some((person) => person.quota !== undefined),
  );
  if (written.length === 0) return [];
  const target = targetByDay(compiled);
  return written.flatMap(([team, { quota, people = [] }]) => {
    const shares = people.map((person) => presentShare(person, target));
    return [
      ...(quota === undefined ? [] : [relieved(team, undefined, quota, presentOf(people, shares))]),
      ...people.flatMap(({ name, quota: own }, index) =>
        own === undefined ? [] : [relieved(team, name, own, at(shares, index))],
      ),
    ];
  });
}

function relieved(
  team: string,
  person: string | undefined,
  written: NonNullable<TeamInput["quota"]>,
  present: Ratio,
): Quota {
  const quota = parseQuantity(written);
  return { team, person, quota, present, relief: multiply(quota, subtract(ONE, present)) };
}

/** How much of the target falls on each working day of the period; undefined where it has no days. */
interface TargetByDay {
  readonly days: readonly Day[];
  readonly weights: readonly Whole[];
}

/** By the profile, else alike by calendar month; inside a month by working day and season. */
function targetByDay({ plan, period, calendar }: CompiledPlan): TargetByDay | undefined {
  if (period.kind === "undated") return undefined;
  const profile = compileProfile(plan) ?? wholeProfile(period);
  const axis = { first: period.first, last: period.last };
  const size = axis.last - axis.first + 1;
  const byMonth = profile.months.map(({ last }) =>
    numberSeries(Array.from({ length: size }, (_, day) => (axis.first + day <= last ? 1 : 0))),
  );
  const days = workingDays(calendar, period.first, period.last);
  const weights = days.map(seasonalWeigher(calendar));
  return { days, weights: profileWeights({ profile, axis, byMonth, days, weights }) };
}

type Person = NonNullable<TeamInput["people"]>[number];

function presentShare({ starts, leaves, absences = [] }: Person, target: TargetByDay | undefined): Ratio {
  if (target === undefined) return ONE;
  const first = starts === undefined ? -Infinity : parseWrittenDay(starts);
  const last = leaves === undefined ? Infinity : parseWrittenDay(leaves);
  const away = absences.map(parseDays);
  const isThere = (day: Day): boolean =>
    first <= day && day <= last && !away.some((range) => range.first <= day && day <= range.last);
  const all = sum(target.weights.map((weight) => ratio(weight)));
  const there = target.weights.flatMap((weight, index) =>
    isThere(at(target.days, index)) ? [ratio(weight)] : [],
  );
  return isZero(all) ? ONE : divide(sum(there), all);
}

/** Of a team the mean of its people, by how much of a full week each works; all of it where nobody is named. */
function presentOf(people: readonly Person[], shares: readonly Ratio[]): Ratio {
  const weights = people.map(({ fte }) => (fte === undefined ? ONE : parseRate(fte)));
  const all = sum(weights);
  if (isZero(all)) return ONE;
  return divide(sum(shares.map((share, index) => multiply(share, at(weights, index)))), all);
}

/** What the quotas of a team's people come to after relief; undefined where none of them has one. */
export function assignedIn(quotas: readonly Quota[], team: string): Ratio | undefined {
  const own = quotas.filter((quota) => quota.team === team && quota.person !== undefined);
  return own.length === 0 ? undefined : sum(own.map(afterRelief));
}

/** What is left of a quota. */
export function afterRelief({ quota, relief }: Quota): Ratio {
  return subtract(quota, relief);
}

/** What all quotas come to after relief: those of people, and of teams whose people have none. */
export function assignedInAll(quotas: readonly Quota[]): Ratio {
  const teams = [...new Set(quotas.map(({ team }) => team))];
  return sum(
    teams.map((team) => {
      const own = quotas.find((quota) => quota.team === team && quota.person === undefined);
      return assignedIn(quotas, team) ?? (own === undefined ? ZERO : afterRelief(own));
    }),
  );
}
