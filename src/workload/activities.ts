import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { divide, isZero, multiply, ZERO, type Ratio } from "../number/ratio.js";
import type { Inflow, Inflows } from "../model/inflow.js";
import type { Path } from "../schema/issue.js";
import type { ActivityInput, PlanInput, StageInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Target } from "../schedule/target.js";
import type { ActivityTarget } from "./activity-target.js";
import { toCount } from "../model/count.js";
import { countOrNull } from "../schedule/stage-target.js";
import type { Volumes } from "../schedule/volumes.js";
import { assignWork } from "./assigned-work.js";
import { perDayFor, perWeekFor } from "../schedule/effort.js";
import type { Prepared } from "../schedule/prepared.js";
import type { StageWindow } from "../schedule/windows.js";

/** Work of one kind at one place, and the units it is done for. */
interface Work {
  readonly activity: ActivityInput;
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
  model: Prepared,
  volumes: Volumes,
  stages: readonly Target[],
  inflows: Inflows,
): ActivityTarget[] {
  const winning = model.winWindow;
  const works = model.flow.flatMap(({ written, path }, index) =>
    stageActivities(written).map((activity): Work => {
      const units: Ratio = { num: stages[index]?.total ?? 0, den: 1 };
      return {
        activity,
        stage: written.stage,
        path,
        units,
        effort: volumes.effort[index] ?? ZERO,
        window: model.windows[index] ?? winning,
        inflows: inflows.stages[index] ?? [],
        own: stages[index]?.kind === "work",
      };
    }),
  );
  const wins: Ratio = { num: volumes.wins, den: 1 };
  const { deal } = model.plan;
  const perWin = (deal?.activities ?? []).map((activity): Work => ({
    activity: { owner: deal?.owner, ...activity },
    stage: "win",
    path: ["deal"],
    units: wins,
    effort: wins,
    window: winning,
    inflows: inflows.wins,
    own: false,
  }));
  return [...works, ...perWin].map((work) => activityTarget(model, work));
}

/** The activities of a stage. One without any is its own activity; so is one that has minutes or a cost itself. */
export function stageActivities(stage: StageInput): readonly ActivityInput[] {
  const listed = (stage.activities ?? []).map((activity) => ({ owner: stage.owner, ...activity }));
  const own = listed.length === 0 || stage.minutes !== undefined || stage.cost !== undefined;
  const itself = { name: stage.stage, owner: stage.owner, minutes: stage.minutes, cost: stage.cost };
  return own ? [itself, ...listed] : listed;
}

function activityTarget(model: Prepared, work: Work): ActivityTarget {
  const { activity, stage, path, units, effort, window } = work;
  const perUnit = parseQuantity(activity.perUnit ?? 1);
  const total = ceiling(multiply(perUnit, units));
  const need = multiply(perUnit, effort);
  const people = teamSize(model.plan, activity.owner);
  return {
    activity: activity.name,
    stage,
    owner: activity.owner ?? null,
    total: toCount(total, path),
    perDay: countOrNull(perDayFor(need, window), path),
    perWeek: countOrNull(perWeekFor(need, window, model.calendar.daysPerWeek), path),
    perPersonPerDay: people === undefined ? null : countOrNull(perDayFor(divide(need, people), window), path),
    minutesPerDay: minutesPerDay(activity, need, window),
    cost:
      activity.cost === undefined
        ? null
        : encodeExact(multiply(parseQuantity(activity.cost), { num: total, den: 1 })),
    ...assignWork(model, model.teams.get(activity.owner ?? ""), {
      ...work,
      perUnit,
      total: toCount(total, path),
    }),
  };
}

function minutesPerDay({ minutes }: ActivityInput, need: Ratio, { chanceSum }: StageWindow): string | null {
  if (minutes === undefined || isZero(chanceSum)) return null;
  return encodeExact(divide(multiply(parseQuantity(minutes), need), chanceSum));
}

/** How many people a team has; undefined where the plan does not say, or says none. */
function teamSize({ teams }: PlanInput, owner: string | undefined): Ratio | undefined {
  const team = owner === undefined || !Object.hasOwn(teams ?? {}, owner) ? undefined : teams?.[owner];
  const size = team?.headcount ?? team?.people?.length ?? 0;
  return size === 0 ? undefined : { num: size, den: 1 };
}
