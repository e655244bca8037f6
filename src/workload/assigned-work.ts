import { fullDays } from "../calendar/working-days.js";
import { assignToPeople, type AssignedShare } from "./assign.js";
import type { TeamCapacity } from "../model/team-capacity.js";
import { at } from "../number/invariant.js";
import { ceiling } from "../number/ceiling.js";
import { divide, isZero, multiply, type Ratio, ratio, type Whole } from "../number/ratio.js";
import { countEntries, enteredThrough } from "../model/entries-by-day.js";
import type { Inflow } from "../model/inflow.js";
import { formatDay } from "../calendar/day.js";
import type { DayCount } from "../schedule/target.js";
import type { PersonShare } from "./activity-target.js";
import { spread, sumByDay } from "../schedule/effort.js";
import type { WholeUnits } from "../schedule/whole-units.js";
import { computeWeeks, type Week } from "../schedule/weeks.js";
import type { CompiledPlan } from "../model/compile.js";
import type { StageWindow } from "../model/windows.js";

/** Work to deal out: its whole total, and how it comes day by day. */
interface WorkToAssign {
  readonly units: WholeUnits;
  readonly perUnit: Ratio;
  readonly window: StageWindow;
  readonly inflows: readonly Inflow[];
  readonly own: boolean;
}

interface Dealt {
  readonly days: readonly DayCount[];
  readonly people: readonly PersonShare[];
}

const NOBODY: Dealt = { days: [], people: [] };

/** Deals the work of a team with named people to them, over the days of the period. */
export function assignWork(
  compiled: CompiledPlan,
  team: TeamCapacity | undefined,
  work: WorkToAssign,
): Dealt {
  if (team === undefined || team.people.length === 0) return NOBODY;
  if (compiled.period.kind === "undated")
    return { days: [], people: dealtAtOnce(team, Number(work.units.total), compiled.period.workingDays) };
  const counts = dailyCounts(compiled, team, work);
  const labels = team.days.map(formatDay);
  const { byPosition } = computeWeeks(compiled);
  return {
    days: dayCounts(labels, counts),
    people: assignToPeople(team, counts).map((share, index) =>
      personShare(present(compiled, team, index), share, labels, byPosition),
    ),
  };
}

/** A period without dates: all units come on the one day that stands for all. */
function dealtAtOnce(team: TeamCapacity, total: number, workingDays: number): PersonShare[] {
  const units = at<Whole>(team.parts, 0) === 0 ? 0 : total;
  return assignToPeople(team, [units]).map(({ name, counts }) => {
    const share = at(counts, 0);
    return { name, perDay: Math.ceil(share / workingDays), total: share, weeks: [], days: [] };
  });
}

/** Whole units on each day of the team; what comes while nobody is there waits for whoever is back first. */
function dailyCounts(compiled: CompiledPlan, team: TeamCapacity, work: WorkToAssign): number[] {
  const until = work.own ? workedThrough(team, work) : enteredOn(compiled, team, work);
  let before = 0;
  return until.map((reached, index) => {
    if (at<Whole>(team.parts, index) === 0) return 0;
    const count = reached - before;
    before = reached;
    return count;
  });
}

function workedThrough({ days }: TeamCapacity, { units, window }: WorkToAssign): number[] {
  const counts = new Map(spreadUnits(units, window).map((count, index) => [window.days[index], count]));
  let done = 0;
  // A day of the team outside the window brings no new work.
  return days.map((day) => (done += counts.get(day) ?? 0));
}

function spreadUnits({ total, months }: WholeUnits, window: StageWindow): readonly number[] {
  if (months === undefined) return spread(Number(total), window.reach);
  const each = months.map((units, month) => spread(Number(units), at(window.months, month).reach));
  return sumByDay(window, each);
}

function enteredOn(
  { time }: CompiledPlan,
  { days }: TeamCapacity,
  { inflows, perUnit, units }: WorkToAssign,
): number[] {
  const total = Number(units.total);
  const first = time?.mover.axis.first ?? 0;
  const entered = countEntries(
    inflows.map((inflow) => ({ ...inflow, amount: multiply(perUnit, inflow.amount) })),
  );
  // Open work may be expected to bring more wins than the goal asks for.
  return days.map((day) => Math.min(total, Number(ceiling(enteredThrough(entered, day - first)))));
}

/** The days on which a person is there, half days as half. */
function present({ calendar }: CompiledPlan, { days, people }: TeamCapacity, person: number): Ratio {
  const { parts } = at(people, person);
  return fullDays(
    calendar,
    days.filter((_, day) => at<Whole>(parts, day) > 0),
  );
}

function personShare(
  days: Ratio,
  { name, counts }: AssignedShare,
  labels: readonly string[],
  byPosition: readonly Week[],
): PersonShare {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const weeks = byPosition.map(({ label, first, last }) => ({
    week: label,
    count: sumBetween(counts, first, last),
  }));
  const perDay = isZero(days) ? 0 : Number(ceiling(divide(ratio(total), days)));
  return { name, perDay, total, weeks, days: dayCounts(labels, counts) };
}

function sumBetween(counts: readonly number[], first: number, last: number): number {
  let sum = 0;
  for (let index = first; index <= last; index += 1) sum += at(counts, index);
  return sum;
}

/** The days with work, in order. */
function dayCounts(labels: readonly string[], counts: readonly number[]): DayCount[] {
  const days: DayCount[] = [];
  labels.forEach((on, index) => {
    const count = at(counts, index);
    if (count !== 0) days.push({ on, count });
  });
  return days;
}
