import { at } from "../number/invariant.js";
import { plus, type Whole } from "../number/whole.js";
import { add, divide, isZero, multiply, ONE, ratio, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledActivity } from "../model/activities.js";
import type { CompiledPlan } from "../model/compile.js";
import type { Inflows } from "../model/inflow.js";
import { inUnitsChannels } from "../model/onward-inflow.js";
import { pipelineInflows } from "../model/pipeline-inflow.js";
import type { TeamCapacity } from "../model/team-capacity.js";
import { teamOf } from "../model/teams.js";
import { computeInflows } from "../schedule/inflows.js";
import type { StageVolume, Volumes } from "../schedule/volumes.js";
import { sumByWeek, computeWeeks, type Weeks } from "../schedule/weeks.js";

/** Work of one kind that a team does, week by week, in units of the activity. */
interface Load {
  readonly team: TeamCapacity;
  readonly activity: string;
  readonly minutes: Ratio | undefined;
  /** One for each week. */
  readonly units: readonly Ratio[];
}

/** All work that the plan's funnel asks of teams with limits, unrounded, and the weeks it falls into. */
export interface Demand {
  readonly weeks: Weeks;
  readonly loads: readonly Load[];
}

/** What the funnel's level work asks of each team in each week, with what open work will ask. */
export function computeDemand(compiled: CompiledPlan, volumes: Volumes): Demand {
  const weeks = computeWeeks(compiled);
  if (!compiled.teamsHaveLimits) return { weeks, loads: [] };
  const inflows = computeInflows(compiled, volumes);
  const open = openInflows(compiled);
  return loadsOf(compiled, weeks, {
    atStage: (index) => {
      const factor = roundingFactor(at(volumes.stages, index));
      const own = sumByWeek(compiled, weeks, at(inflows.stages, index)).map((units) =>
        multiply(units, factor),
      );
      return addEach(own, sumByWeek(compiled, weeks, at(open.stages, index)));
    },
    won: () => sumByWeek(compiled, weeks, [...inflows.wins, ...open.wins]),
  });
}

/** What open work alone will ask of each team in each week at the stages that it goes on to; its wins are planned like all. */
export function computePipelineDemand(compiled: CompiledPlan): Demand {
  const weeks = computeWeeks(compiled);
  const open = openInflows(compiled);
  const nobody = weeks.byPosition.map(() => ZERO);
  return loadsOf(compiled, weeks, {
    atStage: (index) => sumByWeek(compiled, weeks, at(open.stages, index)),
    won: () => nobody,
  });
}

function openInflows(compiled: CompiledPlan): Inflows {
  return pipelineInflows(compiled, compiled.pipeline, () => ONE, inUnitsChannels);
}

/** How many units come in each week: to a stage, and as wins. */
interface UnitsByWeek {
  readonly atStage: (index: number) => readonly Ratio[];
  readonly won: () => readonly Ratio[];
}

function loadsOf(compiled: CompiledPlan, weeks: Weeks, { atStage, won }: UnitsByWeek): Demand {
  const limited = (activities: readonly CompiledActivity[]) =>
    activities.filter((activity) => isLimited(compiled, activity));
  const loads = compiled.flow.flatMap(({ activities, index }) => {
    const asked = limited(activities);
    if (asked.length === 0) return [];
    const entries = atStage(index);
    return asked.flatMap((activity) => loadOf(compiled, activity, entries));
  });
  const ofWins = limited(compiled.deal.activities);
  if (ofWins.length === 0) return { weeks, loads };
  const wins = won();
  return { weeks, loads: [...loads, ...ofWins.flatMap((activity) => loadOf(compiled, activity, wins))] };
}

/** Under `cascade` a stage asks for more than its exact need. */
function roundingFactor({ exact, effort }: StageVolume): Ratio {
  return isZero(exact) ? ONE : divide(effort, exact);
}

function addEach(one: readonly Ratio[], other: readonly Ratio[]): Ratio[] {
  return one.map((value, index) => add(value, at(other, index)));
}

/** Whether an activity's team has a limit that it touches. */
function isLimited({ teams }: CompiledPlan, { name, owner, minutes }: CompiledActivity): boolean {
  const team = teamOf(teams, owner);
  if (team === undefined) return false;
  return (team.minutes !== undefined && minutes !== undefined) || Object.hasOwn(team.maxPerDay, name);
}

function loadOf({ teams }: CompiledPlan, activity: CompiledActivity, entries: readonly Ratio[]): Load[] {
  const team = teamOf(teams, activity.owner);
  if (team === undefined) return [];
  const { name, perUnit } = activity;
  const minutes = team.minutes === undefined ? undefined : activity.minutes;
  return [{ team, activity: name, minutes, units: entries.map((units) => multiply(units, perUnit)) }];
}

/** What a team can do in each week: minutes, or units of one activity, for each full day of a person. */
export function capacityByWeek(
  { byPosition }: Weeks,
  team: TeamCapacity,
  perFullDay: Ratio,
): readonly Ratio[] {
  return byPosition.map(({ first, last, weight }) => {
    let parts: Whole = 0;
    for (let day = first; day <= last; day += 1) parts = plus(parts, at<Whole>(team.parts, day));
    return multiply(multiply(perFullDay, weight), ratio(parts, team.scale));
  });
}
