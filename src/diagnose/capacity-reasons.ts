import { encodeExact } from "../number/exact-string.js";
import { at, must } from "../number/invariant.js";
import { add, compare, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { showRatio } from "../model/display.js";
import type { CapacityReason } from "./reason.js";
import type { CompiledPlan } from "../model/compile.js";
import { computeLimitUse, overloadedWeeks, weekLabels, type LimitUse } from "../workload/utilisation.js";
import { findTaskReasons } from "./task-reasons.js";
import type { Volumes } from "../schedule/volumes.js";

/** Teams that are asked for more than they can do, week by week, at unrounded level effort; and needs that do not fit. */
export function findCapacityReasons(compiled: CompiledPlan, volumes: Volumes): readonly CapacityReason[] {
  if (!compiled.teamsHaveLimits) return [];
  const labels = weekLabels(compiled);
  const uses = computeLimitUse(compiled, volumes);
  const over = uses.flatMap((use) => overloaded(use, labels));
  return [...over, ...findTaskReasons(compiled, uses)];
}

function overloaded(use: LimitUse, labels: readonly string[]): CapacityReason[] {
  const weeks = overloadedWeeks(use);
  const [first] = weeks;
  if (first === undefined) return [];
  const excess = (week: number) => subtract(at(use.demand, week), at(use.capacity, week));
  const worst = weeks.reduce((most, week) => (compare(excess(week), excess(most)) > 0 ? week : most), first);
  const short = sum(weeks.map(excess));
  const activity = driver(use, weeks);
  const named = weeks.map((week) => at(labels, week));
  const figures = {
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
  };
  return [
    {
      code: "capacity",
      path: limitPath(use),
      text: overloadText(use, named, short, worst, activity),
      ...figures,
    },
  ];
}

function limitPath({ team, of }: LimitUse): CapacityReason["path"] {
  return of === "minutes" ? ["teams", team.name, "minutesPerDay"] : ["teams", team.name, "maxPerDay", of];
}

function overloadText(
  use: LimitUse,
  weeks: readonly string[],
  short: Ratio,
  worst: number,
  activity: string,
): string {
  const unit = use.of === "minutes" ? "minutes" : `× ${use.of}`;
  const asked = `${showRatio(at(use.demand, worst))} of ${showRatio(at(use.capacity, worst))} ${unit}`;
  if (weeks[0] === "period")
    return `Team "${use.team.name}" is asked for ${asked} over the period: ${showRatio(short)} too many, mostly for "${activity}".`;
  const when =
    weeks.length === 1
      ? `in the week of ${weeks[0] ?? ""}`
      : `in ${weeks.length} weeks from ${weeks[0] ?? ""} to ${weeks.at(-1) ?? ""}`;
  return `Team "${use.team.name}" is over its limit ${when}: in the worst it is asked for ${asked}; ${showRatio(short)} too many in all, mostly for "${activity}".`;
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
