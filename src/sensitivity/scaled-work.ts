import {
  add,
  divide,
  isNegative,
  isZero,
  multiply,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import type { CompiledPlan, CompiledStage } from "../model/compile.js";
import { must } from "../number/invariant.js";
import type { Path } from "../schema/issue.js";
import type { StartedWork } from "./wins-of-work.js";

/** Today's activity where a team is larger or has more minutes, or a unit takes fewer: so many times as much is done. */
export function scaledWork(
  { flow }: CompiledPlan,
  works: readonly StartedWork[],
  path: Path,
  scale: Ratio,
): readonly StartedWork[] {
  return works.map((work) => {
    const stage = flow[work.stage];
    return stage !== undefined && isTouched(stage, path)
      ? { ...work, amount: multiply(work.amount, scale) }
      : work;
  });
}

function isTouched({ activities, path: own }: CompiledStage, path: Path): boolean {
  if (path[0] === "teams") return activities.some(({ owner }) => owner === path[1]);
  return own.every((step, index) => path[index] === step) && path.length <= own.length + 3;
}

/** How many times as much a team does when its size, or its minutes a day, are this many; none now can do no more. */
export function teamScale({ teams }: CompiledPlan, [, name, key]: Path, value: Ratio): Ratio {
  const team = must(teams.get(String(name)), "a team whose size is asked for");
  const now: Ratio =
    key === "headcount"
      ? { num: team.size, den: 1 }
      : must(team.minutesPerDay, "minutes a day that are asked for");
  return isZero(now) ? ZERO : divide(value, now);
}

/**
 * How many minutes a unit may take so that a stage does so many times as much; undefined when no number of minutes is that
 * short, because other activities of the stage take longer.
 */
export function minutesAtScale({ flow }: CompiledPlan, path: Path, scale: Ratio): Ratio | undefined {
  const place = JSON.stringify(path.slice(0, -1));
  const isAsked = (other: Path): boolean => JSON.stringify(other) === place;
  const stage = must(
    flow.find(({ activities }) => activities.some((each) => isAsked(each.path))),
    "a stage whose minutes are asked for",
  );
  const { perUnit, minutes: now } = must(
    stage.activities.find((each) => isAsked(each.path)),
    "minutes that are asked for",
  );
  if (isZero(perUnit)) return undefined;
  const total = minutesPerUnit(stage);
  const minutes = add(
    must(now, "minutes that are asked for"),
    divide(subtract(divide(total, scale), total), perUnit),
  );
  return isNegative(minutes) ? undefined : minutes;
}

/** Activities of which the plan does not say how long they take are taken to take none. */
function minutesPerUnit({ activities }: CompiledStage): Ratio {
  return sum(
    activities.map(({ perUnit, minutes }) => (minutes === undefined ? ZERO : multiply(perUnit, minutes))),
  );
}
