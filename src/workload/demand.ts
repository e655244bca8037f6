import { plus, type Whole } from "../number/whole.js";
import { add, divide, isZero, multiply, ONE, ratio, ZERO, type Ratio } from "../number/ratio.js";
import type { TeamCapacity } from "../model/team-capacity.js";
import type { Inflow } from "../model/inflow.js";
import { pipelineInflows } from "../model/pipeline-inflow.js";
import type { ActivityInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { stageActivities } from "./activities.js";
import { computeInflows } from "../schedule/inflows.js";
import type { Prepared } from "../schedule/prepared.js";
import type { Volumes } from "../schedule/volumes.js";
import { sumByWeek, computeWeeks, type Weeks } from "../schedule/weeks.js";

/** Work of one kind that a team does, week by week, in units of the activity. */
export interface Load {
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
export function computeDemand(prepared: Prepared, volumes: Volumes): Demand {
  const weeks = computeWeeks(prepared);
  if (!prepared.teamsHaveLimits) return { weeks, loads: [] };
  const inflows = computeInflows(prepared, volumes);
  const lossLags = prepared.time?.lossLags ?? [];
  const open = pipelineInflows({ ...prepared, lossLags }, prepared.pipeline, () => ONE, prepared.own);
  const unitsAt = (flows: readonly Inflow[], factor: Ratio) =>
    sumByWeek(prepared, weeks, flows).map((units) => multiply(units, factor));
  const loads = prepared.flow.flatMap(({ written }, index) => {
    const own = unitsAt(inflows.stages[index] ?? [], roundingFactor(volumes, index));
    const entries = addEach(own, unitsAt(open.stages[index] ?? [], ONE));
    return stageActivities(written).flatMap((activity) => loadOf(prepared, activity, entries));
  });
  const wins = unitsAt([...inflows.wins, ...open.wins], ONE);
  const { deal } = prepared.plan;
  const perWin = (deal?.activities ?? []).flatMap((activity) =>
    loadOf(prepared, { owner: deal?.owner, ...activity }, wins),
  );
  return { weeks, loads: [...loads, ...perWin] };
}

/** Under `handover` a stage asks for more than its exact need. */
function roundingFactor({ exact, effort }: Volumes, index: number): Ratio {
  const need = exact[index] ?? ZERO;
  return isZero(need) ? ONE : divide(effort[index] ?? need, need);
}

function addEach(one: readonly Ratio[], other: readonly Ratio[]): Ratio[] {
  return one.map((value, index) => add(value, other[index] ?? ZERO));
}

/** A load counts where its team has a limit that it touches. */
function loadOf({ teams }: Prepared, activity: ActivityInput, entries: readonly Ratio[]): Load[] {
  const team = activity.owner === undefined ? undefined : teams.get(activity.owner);
  if (team === undefined) return [];
  const minutes =
    team.minutes === undefined || activity.minutes === undefined
      ? undefined
      : parseQuantity(activity.minutes);
  if (minutes === undefined && !Object.hasOwn(team.maxPerDay, activity.name)) return [];
  const perUnit = parseQuantity(activity.perUnit ?? 1);
  return [
    { team, activity: activity.name, minutes, units: entries.map((units) => multiply(units, perUnit)) },
  ];
}

/** What a team can do in each week: minutes, or units of one activity, for each full day of a person. */
export function capacityByWeek(
  { byPosition }: Weeks,
  team: TeamCapacity,
  perFullDay: Ratio,
): readonly Ratio[] {
  return byPosition.map(({ first, last, weight }) => {
    let parts: Whole = 0;
    for (let day = first; day <= last; day += 1) parts = plus(parts, team.parts[day] ?? 0);
    return multiply(multiply(perFullDay, weight), ratio(parts, team.scale));
  });
}
