import type { DatedPlan } from "../model/compile.js";
import { at } from "../number/invariant.js";
import {
  add,
  compare,
  divide,
  isPositive,
  negate,
  ONE,
  smaller,
  subtract,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { onDay, type PlannedCourse } from "./course.js";
import { partDone } from "./pace-so-far.js";
import type { StagePace } from "./stage-pace.js";

/**
 * How many days of planned work are done already, beyond those that have passed? Below 0 for work that is missing.
 *
 * A day is what the plan asks on that day, with its seasons and ramps; a part of it counts as a part. Of several sources of
 * work, the one that is furthest behind decides. Whoever is between the plan's level course and its whole numbers has 0.
 *
 * @returns undefined where no source says what was started
 */
export function slackDays(
  { period }: DatedPlan,
  course: PlannedCourse,
  paces: readonly StagePace[],
  asOf: number,
): Ratio | undefined {
  const days = paces.flatMap((pace) => {
    const slack = pace.stage.isWork ? slackOf(course, pace, { asOf, last: period.last }) : undefined;
    return slack === undefined ? [] : [slack];
  });
  return days.length === 0 ? undefined : days.reduce(smaller);
}

function slackOf(
  course: PlannedCourse,
  pace: StagePace,
  { asOf, last }: { readonly asOf: number; readonly last: number },
): Ratio | undefined {
  const { actual, level, stage } = pace;
  if (actual === undefined) return undefined;
  const part = partDone(pace);
  if (part !== undefined && compare(part, ONE) === 0) return ZERO;
  const { entered } = at(course.stages, stage.index);
  const askedOn = (day: number): Ratio =>
    subtract(onDay(course, entered, day), onDay(course, entered, day - 1));
  return compare(actual, level) >= 0
    ? daysOf(subtract(actual, level), range(asOf + 1, last).map(askedOn))
    : negate(daysOf(subtract(level, actual), range(course.first, asOf).reverse().map(askedOn)));
}

/** How many of these days, one after the other, some units are. */
function daysOf(units: Ratio, asked: readonly Ratio[]): Ratio {
  let [left, days] = [units, ZERO];
  for (const day of asked) {
    if (!isPositive(day)) continue;
    if (compare(left, day) < 0) return add(days, divide(left, day));
    left = subtract(left, day);
    days = add(days, ONE);
  }
  return days;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, day) => first + day);
}
