import { at } from "../number/invariant.js";
import { nearestNumber } from "../number/nearest-number.js";
import type { Ratio } from "../number/ratio.js";
import type { CompiledActivity } from "../model/activities.js";
import type { CompiledPlan } from "../model/compile.js";
import type { EntryShape } from "../model/entry-shapes.js";
import type { Inflow } from "../model/inflow.js";
import type { TeamCapacity } from "../model/team-capacity.js";
import { teamOf } from "../model/teams.js";
import { startedUnits } from "../model/started-units.js";
import type { Volumes } from "../schedule/volumes.js";
import { computeWeeks, weeklyNumbers, type Weeks } from "../schedule/weeks.js";
import { isLimited, openInflows, roundingFactor } from "./demand.js";
import { computeHabitMinutes } from "./habit-load.js";

/**
 * The margin of a judgement in doubles. All terms are sums and products of numbers from 0, each right to 2^-52 of itself
 * and each step to 2^-53 of its result; even a million steps are off by less than a third of this.
 */
const MARGIN = 1e-9;
/** Numbers within these bounds (or 0) can be multiplied four at a time without leaving the doubles. */
const [LEAST, MOST] = [1e-60, 1e60];

/**
 * Is any team asked for more than it can do in any week? `over` and `room` are certain; near the limit it is `unclear`, and
 * exact arithmetic has to say. A search for fixes asks this hundreds of times, and hardly ever near the limit.
 */
export function judgeByDoubles(compiled: CompiledPlan, volumes: Volumes): "over" | "room" | "unclear" {
  const weeks = computeWeeks(compiled);
  const demands = demandsOf(compiled, volumes, weeks);
  let isClear = true;
  for (const { team, of, demand } of demands) {
    const capacity = capacityOf(weeks, team, of === "minutes" ? team.minutes : team.maxPerDay[of]);
    for (const [week, asked] of demand.entries()) {
      const room = at(capacity, week);
      if (asked > room * (1 + MARGIN)) return "over";
      // What is not a number is not clear either. Where there is nothing to do it takes no room.
      if (!(asked === 0 || asked < room * (1 - MARGIN))) isClear = false;
    }
  }
  return isClear ? "room" : "unclear";
}

/** What is asked of a limit in each week; not a number where the doubles do not tell. */
interface LimitDemand {
  readonly team: TeamCapacity;
  readonly of: string;
  readonly demand: number[];
}

function demandsOf(compiled: CompiledPlan, volumes: Volumes, weeks: Weeks): readonly LimitDemand[] {
  const limits = new Map<TeamCapacity, Map<string, number[]>>();
  for (const team of compiled.teams.values())
    limits.set(team, new Map(limitsOf(team).map((of) => [of, weeks.byPosition.map(() => 0)])));
  const ask = (team: TeamCapacity, of: string, units: readonly number[], each: number) => {
    const demand = limits.get(team)?.get(of);
    if (demand === undefined) return;
    units.forEach((count, week) => (demand[week] = at(demand, week) + count * each));
  };
  const askFor = ({ name, owner, perUnit, minutes }: CompiledActivity, entries: readonly number[]) => {
    const team = teamOf(compiled.teams, owner);
    if (team === undefined) return;
    ask(team, name, entries, numberOf(perUnit));
    if (minutes !== undefined) ask(team, "minutes", entries, numberOf(perUnit) * numberOf(minutes));
  };
  for (const { activities, units } of unitsByWeek(compiled, volumes, weeks)) {
    const asked = activities.filter((activity) => isLimited(compiled, activity));
    if (asked.length > 0) {
      const entries = units();
      for (const activity of asked) askFor(activity, entries);
    }
  }
  for (const team of compiled.teams.values())
    for (const { minutes } of team.minutes === undefined
      ? []
      : computeHabitMinutes(compiled, weeks, team.name))
      ask(team, "minutes", minutes.map(numberOf), 1);
  return [...limits].flatMap(([team, uses]) => [...uses].map(([of, demand]) => ({ team, of, demand })));
}

function limitsOf({ minutes, maxPerDay }: TeamCapacity): string[] {
  return [...(minutes === undefined ? [] : ["minutes"]), ...Object.keys(maxPerDay)];
}

/** Activities of one place, and how many units of it come in each week. */
interface PlaceUnits {
  readonly activities: readonly CompiledActivity[];
  readonly units: () => readonly number[];
}

function unitsByWeek(compiled: CompiledPlan, volumes: Volumes, weeks: Weeks): readonly PlaceUnits[] {
  const { flow, winEntries, deal, pipeline } = compiled;
  const started = startedUnits(
    flow,
    volumes.stages.map(({ exact }) => exact),
  ).map(numberOf);
  const open = pipeline.length === 0 ? undefined : openInflows(compiled);
  const units = (shapes: readonly EntryShape[], to: number, factor: number, waiting: readonly Inflow[]) => {
    const totals = weeks.byPosition.map(() => 0);
    const add = (of: Pick<Inflow, "series" | "whole">, amount: number) => {
      weeklyNumbers(compiled, weeks, of).forEach(
        (share, week) => (totals[week] = at(totals, week) + amount * share),
      );
    };
    for (const shape of shapes)
      add(shape, at(started, shape.origin) * shareReaching(compiled, shape.origin, to) * factor);
    for (const inflow of waiting) add(inflow, numberOf(inflow.amount));
    return totals;
  };
  const atStages = flow.map(({ activities, index, entries }) => ({
    activities,
    units: () =>
      units(entries, index, numberOf(roundingFactor(at(volumes.stages, index))), open?.stages[index] ?? []),
  }));
  return [
    ...atStages,
    { activities: deal.activities, units: () => units(winEntries, -1, 1, open?.wins ?? []) },
  ];
}

/** The product of the rates from one stage to a later one, or to the win (−1). */
function shareReaching({ flow }: CompiledPlan, from: number, to: number): number {
  let share = 1;
  const enter = (index: number): void => {
    if (index >= 0) share *= numberOf(at(flow, index).entriesEach);
  };
  enter(from);
  for (let index = from; index !== to;) {
    const { rate, next } = at(flow, index);
    share *= numberOf(rate);
    enter(next);
    index = next;
  }
  return within(share);
}

function capacityOf({ byPosition }: Weeks, team: TeamCapacity, perFullDay: Ratio | undefined): number[] {
  const each = perFullDay === undefined ? NaN : numberOf(perFullDay);
  return byPosition.map(({ first, last, weight }) => {
    let parts = 0;
    for (let day = first; day <= last; day += 1) parts += Number(at(team.parts, day));
    return ((each * within(parts)) / within(Number(team.scale))) * numberOf(weight);
  });
}

function numberOf(exact: Ratio): number {
  return within(nearestNumber(exact));
}

/** A number that can be computed with; not a number for those that are too small or too large. */
function within(value: number): number {
  return value === 0 || (value >= LEAST && value <= MOST) ? value : NaN;
}
