import type { CompiledActivity } from "../model/activities.js";
import type { CompiledPlan } from "../model/compile.js";
import { costOnce, hoursOnce } from "../model/costs.js";
import { at } from "../number/invariant.js";
import { add, larger, multiply, subtract, sum, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import { computeInflows } from "./inflows.js";
import type { Volumes } from "./volumes.js";
import { stageUnits, timesOf, wonUnits, type WholeUnits } from "./whole-units.js";

/** What doing an activity in whole units costs. */
export interface ActivityCosts {
  readonly activity: CompiledActivity;
  /** The index of its stage; −1 for work that a win causes. */
  readonly stage: number;
  /** How often it is done, in whole numbers. */
  readonly times: Whole;
  /** As written and in hours; undefined where the plan says neither. */
  readonly cost: Ratio | undefined;
  /** Hours of a team whose hours cost something; 0 for others. */
  readonly hours: Ratio;
}

/** What the hours of one team cost. */
export interface TeamHours {
  readonly team: string;
  /** What an hour of its work costs. */
  readonly perHour: Ratio;
  /** Hours of activities, and of habits and tasks. */
  readonly work: Ratio;
  readonly beside: Ratio;
  /** Hours that are paid and that nothing uses; 0 where only hours of work are paid. */
  readonly unused: Ratio;
  /** What the unused hours cost. */
  readonly unusedCost: Ratio;
  /** What all of these hours cost. */
  readonly cost: Ratio;
}

/** What the plan's work costs, in whole units as they are printed. */
export interface WholeCosts {
  /** Those of stages from the sources to the win, then those of each win. */
  readonly activities: readonly ActivityCosts[];
  /** Teams whose hours cost something, in the order of the plan. */
  readonly teams: readonly TeamHours[];
  /** All work: activities, habits, tasks and unused hours; undefined where the plan says of none what it costs. */
  readonly work: Ratio | undefined;
  /** The work and the fixed costs; undefined where the plan says of nothing what it costs. */
  readonly all: Ratio | undefined;
}

/**
 * What do so many wins cost, in whole units?
 *
 * @param totals what enters each stage, by its index, where that is known already
 */
export function computeWholeCosts(
  compiled: CompiledPlan,
  volumes: Volumes,
  totals?: readonly WholeUnits[],
): WholeCosts {
  const { flow, deal, costs } = compiled;
  if (!hasWorkCosts(compiled)) return { activities: [], teams: [], work: undefined, all: costs.fixed };
  const entering = totals ?? stageUnits(compiled, volumes, computeInflows(compiled, volumes));
  const ofStages = flow.flatMap((stage) => {
    const units = at(entering, stage.index);
    return stage.activities.map((activity) => activityCosts(compiled, activity, stage.index, units));
  });
  const ofWins = deal.activities.map((activity) => activityCosts(compiled, activity, -1, wonUnits(volumes)));
  const activities = [...ofStages, ...ofWins];
  const teams = [...compiled.teams.keys()].flatMap((team) => hoursOfTeam(compiled, team, activities));
  const parts = [
    ...activities.flatMap(({ cost }) => (cost === undefined ? [] : [cost])),
    ...costs.beside.map(({ cost }) => cost),
    ...[...costs.presence.keys()].flatMap((name) =>
      teams.filter(({ team }) => team === name).map(({ unusedCost }) => unusedCost),
    ),
  ];
  const work = parts.length === 0 ? undefined : sum(parts);
  return { activities, teams, work, all: total(work, costs.fixed) };
}

/** Whether the plan says of any work what it costs. */
export function hasWorkCosts({ flow, deal, teams, costs }: CompiledPlan): boolean {
  const costly = (activities: readonly CompiledActivity[]): boolean =>
    activities.some((activity) => costOnce(teams, activity) !== undefined);
  return (
    costs.presence.size > 0 ||
    costs.beside.length > 0 ||
    costly(deal.activities) ||
    flow.some(({ activities }) => costly(activities))
  );
}

function activityCosts(
  { teams }: CompiledPlan,
  activity: CompiledActivity,
  stage: number,
  units: WholeUnits,
): ActivityCosts {
  const { total: times } = timesOf(activity.perUnit, units);
  const count: Ratio = { num: times, den: 1 };
  const once = costOnce(teams, activity);
  return {
    activity,
    stage,
    times,
    cost: once === undefined ? undefined : multiply(once, count),
    hours: multiply(hoursOnce(teams, activity)?.hours ?? ZERO, count),
  };
}

/** Who is paid for being there costs that much, and more where more hours are worked. */
function hoursOfTeam(
  { teams, costs }: CompiledPlan,
  name: string,
  activities: readonly ActivityCosts[],
): TeamHours[] {
  const perHour = teams.get(name)?.pay?.perHour;
  if (perHour === undefined) return [];
  const work = sum(activities.filter(({ activity }) => activity.owner === name).map(({ hours }) => hours));
  const beside = sum(costs.beside.filter(({ team }) => team === name).map(({ hours }) => hours));
  const used = add(work, beside);
  const usedCost = multiply(used, perHour);
  const presence = costs.presence.get(name);
  const unusedCost = presence === undefined ? ZERO : larger(ZERO, subtract(presence.cost, usedCost));
  const unused = presence === undefined ? ZERO : larger(ZERO, subtract(presence.hours, used));
  return [{ team: name, perHour, work, beside, unused, unusedCost, cost: add(usedCost, unusedCost) }];
}

function total(work: Ratio | undefined, fixed: Ratio | undefined): Ratio | undefined {
  if (work === undefined) return fixed;
  return fixed === undefined ? work : add(work, fixed);
}
