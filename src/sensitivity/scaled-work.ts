import {
  add,
  divide,
  isNegative,
  isZero,
  multiply,
  ONE,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { valueAt } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import type { Plan, StageInput } from "../plan/plan.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import { stageActivities } from "../workload/activities.js";
import type { Prepared } from "../schedule/prepared.js";
import type { StartedWork } from "./wins-of-work.js";

/** Today's activity where a team is larger or has more minutes, or a unit takes fewer: so many times as much is done. */
export function scaledWork(
  prepared: Prepared,
  works: readonly StartedWork[],
  path: Path,
  scale: Ratio,
): readonly StartedWork[] {
  return works.map((work) => {
    const written = prepared.flow[work.stage]?.written;
    const touched = written !== undefined && isTouched(prepared, work.stage, written, path);
    return touched ? { ...work, amount: multiply(work.amount, scale) } : work;
  });
}

function isTouched({ flow }: Prepared, stage: number, written: StageInput, path: Path): boolean {
  if (path[0] === "teams") return stageActivities(written).some(({ owner }) => owner === path[1]);
  const own = flow[stage]?.path ?? [];
  return own.every((step, index) => path[index] === step) && path.length <= own.length + 3;
}

/** How many times as much a team does when its size, or its minutes a day, are this many; none now can do no more. */
export function teamScale(plan: Plan, path: Path, value: Ratio): Ratio {
  const now = parseQuantity(valueAt(plan, path) as Quantity);
  return isZero(now) ? ZERO : divide(value, now);
}

/**
 * How many minutes a unit may take so that a stage does so many times as much; undefined when no number of minutes is that
 * short, because other activities of the stage take longer.
 */
export function minutesAtScale(plan: Plan, path: Path, scale: Ratio): Ratio | undefined {
  const now = parseQuantity(valueAt(plan, path) as Quantity);
  const inList = path.at(-3) === "activities";
  const stage = valueAt(plan, path.slice(0, inList ? -3 : -1)) as StageInput;
  const listed = inList ? stage.activities?.[Number(path.at(-2))] : undefined;
  const perUnit = listed?.perUnit === undefined ? ONE : parseQuantity(listed.perUnit);
  if (isZero(perUnit)) return undefined;
  const total = minutesPerUnit(stage);
  const minutes = add(now, divide(subtract(divide(total, scale), total), perUnit));
  return isNegative(minutes) ? undefined : minutes;
}

function minutesPerUnit(stage: StageInput): Ratio {
  return sum(
    stageActivities(stage).map(({ perUnit, minutes }) =>
      multiply(
        perUnit === undefined ? ONE : parseQuantity(perUnit),
        minutes === undefined ? ZERO : parseQuantity(minutes),
      ),
    ),
  );
}
