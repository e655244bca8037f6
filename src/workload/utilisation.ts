import { add, compare, multiply, ZERO, type Ratio } from "../number/ratio.js";
import type { TeamCapacity } from "../model/team-capacity.js";
import { capacityByWeek, computeDemand, type Demand, type Load } from "./demand.js";
import type { Prepared } from "../schedule/prepared.js";
import { computeHabitMinutes } from "./habit-load.js";
import type { Volumes } from "../schedule/volumes.js";
import { computeWeeks } from "../schedule/weeks.js";

/** One limit of a team, week by week: its minutes, or the most it can do of one activity. */
export interface LimitUse {
  readonly team: TeamCapacity;
  /** "minutes", or the name of the activity that is limited. */
  readonly of: string;
  readonly demand: readonly Ratio[];
  readonly capacity: readonly Ratio[];
  /** What the demand is made of, by activity, one list for each. */
  readonly parts: readonly { readonly name: string; readonly demand: readonly Ratio[] }[];
}

/** How far each team's limits are used in each week, at unrounded level effort. */
export function computeLimitUse(prepared: Prepared, volumes: Volumes): readonly LimitUse[] {
  if (!prepared.teamsHaveLimits) return [];
  const demand = computeDemand(prepared, volumes);
  return [...prepared.teams.values()].flatMap((team) => [
    ...minutesUse(prepared, demand, team),
    ...countUse(demand, team),
  ]);
}

/** The labels of the weeks that uses are listed by. */
export function weekLabels(prepared: Prepared): readonly string[] {
  return computeWeeks(prepared).byPosition.map(({ label }) => label);
}

function minutesUse(prepared: Prepared, { weeks, loads }: Demand, team: TeamCapacity): LimitUse[] {
  if (team.minutes === undefined) return [];
  const work = loads
    .filter((load) => load.team === team && load.minutes !== undefined)
    .map((load) => ({ name: load.activity, demand: minutesOf(load) }));
  const habits = computeHabitMinutes(prepared, weeks, team.name).map(({ name, minutes }) => ({
    name,
    demand: minutes,
  }));
  const parts = [...work, ...habits];
  return [
    {
      team,
      of: "minutes",
      demand: totals(parts, weeks.byPosition.length),
      capacity: capacityByWeek(weeks, team, team.minutes),
      parts,
    },
  ];
}

function minutesOf({ units, minutes }: Load): readonly Ratio[] {
  return units.map((count) => multiply(count, minutes ?? ZERO));
}

function countUse({ weeks, loads }: Demand, team: TeamCapacity): LimitUse[] {
  return Object.entries(team.maxPerDay).map(([activity, most]) => {
    const parts = loads
      .filter((load) => load.team === team && load.activity === activity)
      .map((load) => ({ name: activity, demand: load.units }));
    return {
      team,
      of: activity,
      demand: totals(parts, weeks.byPosition.length),
      capacity: capacityByWeek(weeks, team, most),
      parts,
    };
  });
}

function totals(parts: LimitUse["parts"], size: number): Ratio[] {
  return Array.from({ length: size }, (_, week) =>
    parts.reduce((total, { demand }) => add(total, demand[week] ?? ZERO), ZERO),
  );
}

/** The weeks in which more is asked than can be done. */
export function overloadedWeeks({ demand, capacity }: LimitUse): readonly number[] {
  return demand.flatMap((asked, week) => (compare(asked, capacity[week] ?? ZERO) > 0 ? [week] : []));
}
