import { unitWords } from "../../../src/words/units.js";
import type { ActivityTarget, Path, Plan, Solution, Target, Targets } from "reverse-funnel";

/** One number that somebody must do each working day. */
export interface Daily {
  readonly what: string;
  readonly owner: string | null;
  /** Null where there is no working day to do it on. */
  readonly perDay: number | null;
  readonly total: number;
  /** Where the two numbers stand in the answer. */
  readonly perDayAt: Path;
  readonly totalAt: Path;
  readonly from: string | null;
  readonly startBy: string | null;
  readonly workingDays: number;
}

/** What must be done each day, the start of the funnel first; and what follows from it. */
interface Headline {
  readonly first: readonly Daily[];
  readonly then: readonly Daily[];
}

/**
 * The daily numbers of an answer: of each stage where work begins, its activities, or its entries where it has none; then
 * the activities of later stages and of the wins.
 */
export function headline({ targets, plan }: Solution): Headline {
  if (targets === null) return { first: [], then: [] };
  const first = targets.path.flatMap((target, index) =>
    target.kind === "work" ? workOf(plan, targets, target, index) : [],
  );
  const begun = new Set(targets.path.filter(({ kind }) => kind === "work").map(({ stage }) => stage));
  const later = targets.activities.flatMap((activity, index) =>
    begun.has(activity.stage) ? [] : [activityDaily(plan, targets, activity, index)],
  );
  return { first, then: later };
}

/** The daily numbers as one sentence, for those who hear the page. */
export function headlineText(solution: Solution): string {
  const parts = headline(solution).first.map(({ what, owner, perDay, total }) => {
    const who = owner === null ? "" : ` (${owner})`;
    return perDay === null ? `${total} × ${what} in all${who}` : `${perDay} × ${what} each working day${who}`;
  });
  const cannot = solution.status === "infeasible" ? "This goal cannot be reached as planned. " : "";
  return `${cannot}${parts.join("; ")}`;
}

function workOf(plan: Plan, targets: Targets, target: Target, index: number): readonly Daily[] {
  const work = targets.activities.flatMap((activity, at) =>
    activity.stage === target.stage ? [activityDaily(plan, targets, activity, at)] : [],
  );
  return work.length > 0 ? work : [stageDaily(plan, targets, target, index)];
}

function stageDaily(plan: Plan, { period }: Targets, target: Target, index: number): Daily {
  return {
    what: unitWords(plan, target.stage, target.perDay ?? target.total),
    owner: target.owner,
    perDay: target.perDay,
    total: target.total,
    perDayAt: ["targets", "path", index, "perDay"],
    totalAt: ["targets", "path", index, "total"],
    ...windowOf(target, period.workingDays),
  };
}

function activityDaily(
  plan: Plan,
  { path, period }: Targets,
  activity: ActivityTarget,
  index: number,
): Daily {
  const target = path.find(
    ({ stage, kind }) => stage === activity.stage && (kind !== "win" || stage === "win"),
  );
  return {
    what: unitWords(plan, activity.activity, activity.perDay ?? activity.total),
    owner: activity.owner,
    perDay: activity.perDay,
    total: activity.total,
    perDayAt: ["targets", "activities", index, "perDay"],
    totalAt: ["targets", "activities", index, "total"],
    ...windowOf(target, period.workingDays),
  };
}

function windowOf(
  target: Target | undefined,
  workingDays: number,
): Pick<Daily, "from" | "startBy" | "workingDays"> {
  const window = target?.window ?? null;
  return window === null
    ? { from: null, startBy: null, workingDays }
    : { from: window.from, startBy: window.startBy, workingDays: window.workingDays };
}
