import { encodeExact } from "../../src/number/exact-string.js";
import { isZero, subtract, ZERO } from "../../src/number/ratio.js";
import type { PlanInput } from "../../src/plan/plan.js";
import type { Entry, Snapshot } from "../../src/plan/snapshot.js";
import { formatDay } from "../../src/calendar/day.js";
import { computePlannedCourse, onDay } from "../../src/track/course.js";
import { compileDatedPlan } from "../../src/track/dated.js";

/** The snapshot of a team that has done exactly what the plan expects, in fractions, through a day. */
export function followed(plan: PlanInput, asOf: number): Snapshot {
  const compiled = compileDatedPlan(plan);
  const course = computePlannedCourse(compiled);
  const entered = compiled.flow.map(({ name }, index): [string, Entry[]] => {
    const totals = course.stages[index]?.entered ?? [];
    const rows = totals.map((total, day) => ({
      day: course.first + day,
      count: subtract(total, totals[day - 1] ?? ZERO),
    }));
    const until = rows.filter(({ day, count }) => day <= asOf && !isZero(count));
    return [name, until.map(({ day, count }) => ({ on: formatDay(day), count: encodeExact(count) }))];
  });
  return {
    asOf: formatDay(asOf),
    entered: Object.fromEntries(entered),
    won: encodeExact(onDay(course, course.wins, asOf)),
  };
}
