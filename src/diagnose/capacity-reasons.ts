import { encodeExact } from "../number/exact-string.js";
import { add, compare, subtract, sum, ZERO } from "../number/ratio.js";
import { planFormat } from "../words/plan-format.js";
import { sayReason } from "../words/reasons.js";
import type { CapacityReason } from "./reason.js";
import type { Prepared } from "../schedule/prepared.js";
import { computeLimitUse, overloadedWeeks, weekLabels, type LimitUse } from "../workload/utilisation.js";
import { findTaskReasons } from "./task-reasons.js";
import type { Volumes } from "../schedule/volumes.js";

/** Teams that are asked for more than they can do, week by week, at unrounded level effort; and needs that do not fit. */
export function findCapacityReasons(prepared: Prepared, volumes: Volumes): readonly CapacityReason[] {
  if (!prepared.teamsHaveLimits) return [];
  const labels = weekLabels(prepared);
  const uses = computeLimitUse(prepared, volumes);
  const over = uses.flatMap((use) => overloaded(use, labels, prepared.plan));
  return [...over, ...findTaskReasons(prepared, uses, planFormat(prepared.plan))];
}

function overloaded(use: LimitUse, labels: readonly string[], plan: Prepared["plan"]): CapacityReason[] {
  const weeks = overloadedWeeks(use);
  const [first] = weeks;
  if (first === undefined) return [];
  const excess = weeks.map((week) => subtract(use.demand[week] ?? ZERO, use.capacity[week] ?? ZERO));
  const worst = weeks.reduce(
    (most, week, index) =>
      compare(excess[index] ?? ZERO, excess[weeks.indexOf(most)] ?? ZERO) > 0 ? week : most,
    first,
  );
  const short = sum(excess);
  const activity = driver(use, weeks);
  const named = weeks.map((week) => labels[week] ?? "");
  const reason = {
    code: "capacity",
    path: limitPath(use),
    team: use.team.name,
    of: use.of,
    weeks: named,
    short: encodeExact(short),
    worst: {
      week: labels[worst] ?? "",
      demand: encodeExact(use.demand[worst] ?? ZERO),
      capacity: encodeExact(use.capacity[worst] ?? ZERO),
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
    total: weeks.reduce((total, week) => add(total, demand[week] ?? ZERO), ZERO),
  }));
  const [first] = asked;
  return asked.reduce(
    (most, each) => (compare(each.total, most.total) > 0 ? each : most),
    first ?? { name: "", total: ZERO },
  ).name;
}
