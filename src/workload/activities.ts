import { encodeExact } from "../number/exact-string.js";
import { at } from "../number/invariant.js";
import { divide, isZero, multiply, ratio } from "../number/ratio.js";
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
import { perDayFor, perWeekFor, scaledNeed, type Need } from "../schedule/effort.js";
import { countOrNull } from "../schedule/stage-target.js";
import type { Volumes } from "../schedule/volumes.js";
import { timesOf, wonUnits, type WholeUnits } from "../schedule/whole-units.js";
import type { ActivityTarget } from "./activity-target.js";
import { assignWork } from "./assigned-work.js";

/** Work of one kind at one place, and the units it is done for. */
interface Work {
  readonly activity: CompiledActivity;
  readonly stage: string;
  readonly path: Path;
  /** Whole units in all, and the unrounded effort they come from. */
  readonly units: WholeUnits;
  readonly need: Need;
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
  units: readonly WholeUnits[],
  inflows: Inflows,
): ActivityTarget[] {
  const { flow, deal, winWindow } = compiled;
  const works = flow.flatMap(({ activities, index, name, path, window, isWork }) =>
    activities.map((activity): Work => ({
      activity,
      stage: name,
      path,
      units: at(units, index),
      need: at(volumes.stages, index),
      window,
      inflows: at(inflows.stages, index),
      own: isWork,
    })),
  );
  const ofWins = { stage: "win", path: ["deal"], units: wonUnits(volumes), window: winWindow, own: false };
  const won = deal.activities.length === 0 ? [] : allWins(compiled, inflows);
  const perWin = deal.activities.map((activity): Work => ({
    ...{ activity, ...ofWins, inflows: won },
    need: winsOf(volumes),
  }));
  return [...works, ...perWin].map((work) => activityTarget(compiled, work));
}

/** Whole wins as what is needed, for the work that each causes. */
function winsOf({ wins, months }: Volumes): Need {
  return {
    effort: { num: wins, den: 1 },
    ...(months === undefined ? {} : { months: months.map(winsOf) }),
  };
}

/** The wins to go for as they come: those of new work and those of open work, by what each is worth, as the goal counts. */
function allWins(compiled: CompiledPlan, { wins }: Inflows): readonly Inflow[] {
  return [
    ...wins,
    ...pipelineInflows(compiled, compiled.pipeline, ({ worth }) => worth, inUnitsChannels).wins,
  ];
}

function activityTarget(compiled: CompiledPlan, work: Work): ActivityTarget {
  const { activity, stage, path, window } = work;
  const units = timesOf(activity.perUnit, work.units);
  const need = scaledNeed(work.need, activity.perUnit);
  const total = toCount(units.total, path);
  const team = teamOf(compiled.teams, activity.owner);
  const once = costOnce(compiled.teams, activity);
  return {
    activity: activity.name,
    stage,
    owner: activity.owner ?? null,
    total,
    perDay: countOrNull(perDayFor(need, window), path),
    perWeek: countOrNull(perWeekFor(need, window, compiled.calendar.shares.perWeek), path),
    perPersonPerDay: perPersonPerDay(team, need, window, path),
    minutesPerDay: minutesPerDay(activity, need, window),
    cost: once === undefined ? null : encodeExact(multiply(once, { num: total, den: 1 })),
    ...(activity.why === undefined ? {} : { why: activity.why }),
    ...assignWork(compiled, team, { ...work, perUnit: activity.perUnit, units }),
  };
}

/** Null where the plan does not say how many people a team has. */
function perPersonPerDay(team: TeamCapacity | undefined, need: Need, window: StageWindow, path: Path) {
  if (team === undefined || team.size === 0) return null;
  return countOrNull(perDayFor(scaledNeed(need, ratio(1, team.size)), window), path);
}

function minutesPerDay(
  { minutes }: CompiledActivity,
  { effort }: Need,
  { chanceSum }: StageWindow,
): string | null {
  if (minutes === undefined || isZero(chanceSum)) return null;
  return encodeExact(divide(multiply(minutes, effort), chanceSum));
}
