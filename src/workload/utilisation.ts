import { at } from "../number/invariant.js";
import { add, compare, multiply, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";
import type { TeamCapacity } from "../model/team-capacity.js";
import { capacityByWeek, computeDemand, type Demand } from "./demand.js";
import { computeHabitMinutes } from "./habit-load.js";
import type { Volumes } from "../schedule/volumes.js";
import { computeWeeks } from "../schedule/weeks.js";

/** One limit of a team, week by week: its minutes, or the most it can do of one activity. */
export interface LimitUse {
  readonly team: TeamCapacity;
  /** "minutes", or the name of the activity that is limited. */
  readonly of: string;
  /** What one person can do of it on a full day. */
  readonly perFullDay: Ratio;
  readonly demand: readonly Ratio[];
  readonly capacity: readonly Ratio[];
  /** What the demand is made of, by activity, one list for each. */
  readonly parts: readonly { readonly name: string; readonly demand: readonly Ratio[] }[];
}

/** How far each team's limits are used in each week, at unrounded level effort. */
export function computeLimitUse(compiled: CompiledPlan, volumes: Volumes): readonly LimitUse[] {
  if (!compiled.teamsHaveLimits) return [];
  const demand = computeDemand(compiled, volumes);
  return [...compiled.teams.values()].flatMap((team) => [
    ...minutesUse(compiled, demand, team),
    ...countUse(demand, team),
  ]);
}

/** The labels of the weeks that uses are listed by. */
export function weekLabels(compiled: CompiledPlan): readonly string[] {
  return computeWeeks(compiled).byPosition.map(({ label }) => label);
}

function minutesUse(compiled: CompiledPlan, { weeks, loads }: Demand, team: TeamCapacity): LimitUse[] {
  if (team.minutes === undefined) return [];
  const work = loads.flatMap(({ team: of, activity, minutes, units }) =>
    of !== team || minutes === undefined
      ? []
      : [{ name: activity, demand: units.map((count) => multiply(count, minutes)) }],
  );
  const habits = computeHabitMinutes(compiled, weeks, team.name).map(({ name, minutes }) => ({
    name,
    demand: minutes,
  }));
  const parts = [...work, ...habits];
  return [
    {
      team,
      of: "minutes",
      perFullDay: team.minutes,
      demand: totals(parts, weeks.byPosition.length),
      capacity: capacityByWeek(weeks, team, team.minutes),
      parts,
    },
  ];
}

function countUse({ weeks, loads }: Demand, team: TeamCapacity): LimitUse[] {
  return Object.entries(team.maxPerDay).map(([activity, most]) => {
    const parts = loads
      .filter((load) => load.team === team && load.activity === activity)
      .map((load) => ({ name: activity, demand: load.units }));
    return {
      team,
      of: activity,
      perFullDay: most,
      demand: totals(parts, weeks.byPosition.length),
      capacity: capacityByWeek(weeks, team, most),
      parts,
    };
  });
}

function totals(parts: LimitUse["parts"], size: number): Ratio[] {
  return Array.from({ length: size }, (_, week) =>
    parts.reduce((total, { demand }) => add(total, at(demand, week)), ZERO),
  );
}

/** The weeks in which more is asked than can be done. */
export function overloadedWeeks({ demand, capacity }: LimitUse): readonly number[] {
  return demand.flatMap((asked, week) => (compare(asked, at(capacity, week)) > 0 ? [week] : []));
}
