import { toExact } from "../../src/number/exact-string.js";
import { isZero, subtract, ZERO } from "../../src/number/ratio.js";
import type { PlanInput } from "../../src/plan/plan.js";
import type { Entry, Snapshot } from "../../src/plan/snapshot.js";
import { formatDay } from "../../src/calendar/day.js";
import { courseOf, onDay } from "../../src/track/course.js";
import { datedPlan } from "../../src/track/dated.js";

/** The snapshot of a team that has done exactly what the plan expects, in fractions, through a day. */
export function followed(plan: PlanInput, through: number): Snapshot {
  const prepared = datedPlan(plan);
  const course = courseOf(prepared);
  const entered = prepared.flow.map(({ name }, index): [string, Entry[]] => {
    const totals = course.entered[index] ?? [];
    const rows = totals.map((total, day) => ({
      day: course.first + day,
      count: subtract(total, totals[day - 1] ?? ZERO),
    }));
    const until = rows.filter(({ day, count }) => day <= through && !isZero(count));
    return [name, until.map(({ day, count }) => ({ on: formatDay(day), count: toExact(count) }))];
  });
  return {
    through: formatDay(through),
    entered: Object.fromEntries(entered),
    won: toExact(onDay(course, course.wins, through)),
  };
}
