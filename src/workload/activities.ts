import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { at } from "../number/invariant.js";
import { divide, isZero, multiply, type Ratio } from "../number/ratio.js";
import type { CompiledActivity } from "../model/activities.js";
import type { CompiledPlan } from "../model/compile.js";
import { costOnce } from "../model/costs.js";
import { toCount } from "../model/count.js";
import type { Inflow, Inflows } from "../model/inflow.js";
import { inUnitsChannels } from "../model/onward-inflow.js";
import { pipelineInflows } from "../model/pipeline-inflow.js";
import type { TeamCapacity } from "../model/team-capacity.js";
import { teamOf } from "../model/teams.js";
import type { StageWindow } from "../model/windows.js";
import type { Path } from "../schema/issue.js";
import { perDayFor, perWeekFor } from "../schedule/effort.js";
import { countOrNull } from "../schedule/stage-target.js";
import type { Target } from "../schedule/target.js";
import type { Volumes } from "../schedule/volumes.js";
import type { ActivityTarget } from "./activity-target.js";
import { assignWork } from "./assigned-work.js";

/** Work of one kind at one place, and the units it is done for. */
interface Work {
  readonly activity: CompiledActivity;
  readonly stage: string;
  readonly path: Path;
  /** Whole units in all, and the unrounded effort they come from. */
  readonly units: Ratio;
  readonly effort: Ratio;
  readonly window: StageWindow;
  /** What the units come with, day by day: the plan's level work, moved on through the stages. */
  readonly inflows: readonly Inflow[];
  /** Whether the units are work of their own, spread over the window. */
  readonly own: boolean;
}

/** Every activity of the plan with its numbers: those of stages from the sources to the win, then those of each win. */
export function buildActivityTargets(
  compiled: CompiledPlan,
  volumes: Volumes,
  stages: readonly Target[],
  inflows: Inflows,
): ActivityTarget[] {
  const { flow, deal, winWindow } = compiled;
  const works = flow.flatMap(({ activities, index, name, path, window, isWork }) =>
    activities.map((activity): Work => ({
      activity,
      stage: name,
      path,
      units: { num: at(stages, index).total, den: 1 },
      effort: at(volumes.stages, index).effort,
      window,
      inflows: at(inflows.stages, index),
      own: isWork,
    })),
  );
  const wins: Ratio = { num: volumes.wins, den: 1 };
  const ofWins = { stage: "win", path: ["deal"], units: wins, effort: wins, window: winWindow, own: false };
  const won = deal.activities.length === 0 ? [] : allWins(compiled, inflows);
  const perWin = deal.activities.map((activity): Work => ({ activity, ...ofWins, inflows: won }));
  return [...works, ...perWin].map((work) => activityTarget(compiled, work));
}

/** The wins to go for as they come: those of new work and those of open work, by what each is worth, as the goal counts. */
function allWins(compiled: CompiledPlan, { wins }: Inflows): readonly Inflow[] {
  return [
    ...wins,
    ...pipelineInflows(compiled, compiled.pipeline, ({ worth }) => worth, inUnitsChannels).wins,
  ];
}

function activityTarget(compiled: CompiledPlan, work: Work): ActivityTarget {
  const { activity, stage, path, units, effort, window } = work;
  const total = ceiling(multiply(activity.perUnit, units));
  const need = multiply(activity.perUnit, effort);
  const team = teamOf(compiled.teams, activity.owner);
  const once = costOnce(compiled.teams, activity);
  return {
    activity: activity.name,
    stage,
    owner: activity.owner ?? null,
    total: toCount(total, path),
    perDay: countOrNull(perDayFor(need, window), path),
    perWeek: countOrNull(perWeekFor(need, window, compiled.calendar.shares.perWeek), path),
    perPersonPerDay: perPersonPerDay(team, need, window, path),
    minutesPerDay: minutesPerDay(activity, need, window),
    cost: once === undefined ? null : encodeExact(multiply(once, { num: total, den: 1 })),
    ...(activity.why === undefined ? {} : { why: activity.why }),
    ...assignWork(compiled, team, { ...work, perUnit: activity.perUnit, total: toCount(total, path) }),
  };
}

/** Null where the plan does not say how many people a team has. */
function perPersonPerDay(team: TeamCapacity | undefined, need: Ratio, window: StageWindow, path: Path) {
  if (team === undefined || team.size === 0) return null;
  return countOrNull(perDayFor(divide(need, { num: team.size, den: 1 }), window), path);
}

function minutesPerDay(
  { minutes }: CompiledActivity,
  need: Ratio,
  { chanceSum }: StageWindow,
): string | null {
  if (minutes === undefined || isZero(chanceSum)) return null;
  return encodeExact(divide(multiply(minutes, need), chanceSum));
}
