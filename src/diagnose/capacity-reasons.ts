import { encodeExact } from "../number/exact-string.js";
import { at, must } from "../number/invariant.js";
import { add, compare, subtract, sum, ZERO } from "../number/ratio.js";
import { planFormat } from "../words/plan-format.js";
import { sayReason, type CapacityReason } from "../words/reasons.js";
import type { CompiledPlan } from "../model/compile.js";
import type { PlanInput } from "../plan/plan.js";
import { computeLimitUse, overloadedWeeks, weekLabels, type LimitUse } from "../workload/utilisation.js";
import { judgeByDoubles } from "../workload/judge-by-doubles.js";
import { findLateTasks, findTaskReasons } from "./task-reasons.js";
import type { Volumes } from "../schedule/volumes.js";

/** Teams that are asked for more than they can do, week by week, at unrounded level effort; and needs that do not fit. */
export function findCapacityReasons(compiled: CompiledPlan, volumes: Volumes): readonly CapacityReason[] {
  if (!compiled.teamsHaveLimits) return [];
  const labels = weekLabels(compiled);
  const uses = computeLimitUse(compiled, volumes);
  const over = uses.flatMap((use) => overloaded(use, labels, compiled.plan));
  return [...over, ...findTaskReasons(compiled, uses, planFormat(compiled.plan))];
}

/** Whether any team is asked for more than it can do: whether there are such reasons, without working out their figures. */
export function isOverloaded(compiled: CompiledPlan, volumes: Volumes): boolean {
  if (!compiled.teamsHaveLimits) return false;
  const nearly = judgeByDoubles(compiled, volumes);
  if (nearly === "over") return true;
  if (nearly === "room" && compiled.tasks.length === 0) return false;
  const uses = computeLimitUse(compiled, volumes);
  return uses.some((use) => overloadedWeeks(use).length > 0) || findLateTasks(compiled, uses).length > 0;
}

function overloaded(use: LimitUse, labels: readonly string[], plan: PlanInput): CapacityReason[] {
  const weeks = overloadedWeeks(use);
  const [first] = weeks;
  if (first === undefined) return [];
  const excess = (week: number) => subtract(at(use.demand, week), at(use.capacity, week));
  const worst = weeks.reduce((most, week) => (compare(excess(week), excess(most)) > 0 ? week : most), first);
  const short = sum(weeks.map(excess));
  const activity = driver(use, weeks);
  const named = weeks.map((week) => at(labels, week));
  const reason = {
    code: "capacity",
    path: limitPath(use),
    team: use.team.name,
    of: use.of,
    weeks: named,
    short: encodeExact(short),
    worst: {
      week: at(labels, worst),
      demand: encodeExact(at(use.demand, worst)),
      capacity: encodeExact(at(use.capacity, worst)),
    },
    activity,
  } as const;
  return [{ ...reason, text: sayReason(reason, planFormat(plan)) }];
}

function limitPath({ team, of }: LimitUse): CapacityReason["path"] {
  return of === "minutes" ? ["teams", team.name, "minutesPerDay"] : ["teams", team.name, "maxPerDay", of];
}

/** The activity that asks for most in the overloaded weeks; the first of equal ones. */
function driver({ parts }: LimitUse, weeks: readonly number[]): string {
  const asked = parts.map(({ name, demand }) => ({
    name,
    total: weeks.reduce((total, week) => add(total, at(demand, week)), ZERO),
  }));
  const first = must(asked[0], "what asks for too much");
  return asked.reduce((most, each) => (compare(each.total, most.total) > 0 ? each : most), first).name;
}
