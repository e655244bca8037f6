import { parseDay } from "../calendar/day.js";
import type { Forecast } from "../forecast/answer.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { compare, isPositive, multiply, subtract, ZERO } from "../number/ratio.js";
import type { EarlyWarning } from "../words/progress.js";
import { onDay, type PlannedCourse } from "./course.js";
import { measuredAmount, plannedAmount, type Outcome } from "./observed.js";
import { partDone } from "./pace-so-far.js";
import type { StagePace } from "./stage-pace.js";
import type { Thresholds } from "./status.js";

/** What a warning is read from. */
interface WarningInput {
  readonly compiled: DatedPlan;
  readonly course: PlannedCourse;
  readonly outcome: Outcome;
  readonly thresholds: Thresholds;
  /** By stage. */
  readonly paces: readonly StagePace[];
}

/**
 * Is too little started, though the outcome cannot show it yet?
 *
 * Where the pace so far leads to less of the goal than one limit, and some source of work is below another limit of what
 * was planned by now: the source that is furthest behind. Else null.
 */
export function earlyWarning(input: WarningInput, soFar: Forecast): EarlyWarning | null {
  const { compiled, outcome, thresholds, paces } = input;
  const { goal } = compiled.bridge;
  const amount = measuredAmount(outcome, soFar.atEnd.amount);
  if (!isPositive(goal) || compare(amount, multiply(thresholds.warnOutlook, goal)) >= 0) return null;
  const late = paces.flatMap((pace) => {
    const part = pace.stage.isWork ? partDone(pace) : undefined;
    return part === undefined || pace.actual === undefined || compare(part, thresholds.warnWork) >= 0
      ? []
      : [{ stage: pace.stage.name, actual: pace.actual, whole: pace.whole, part }];
  });
  const [worst] = late.sort((one, other) => compare(one.part, other.part));
  if (worst === undefined) return null;
  return {
    stage: worst.stage,
    actual: encodeExact(worst.actual),
    planned: encodeExact(worst.whole),
    showsOn: showsOn(input, soFar),
  };
}

/** The first day on which what has been gained is below the share of what was planned at which one is behind. */
function showsOn({ compiled, course, outcome, thresholds }: WarningInput, soFar: Forecast): string | null {
  const { first, last } = compiled.period;
  const start = plannedAmount(compiled, ZERO, first - 1);
  const late = soFar.byDate.find(({ on, amount }) => {
    const day = must(parseDay(on), "a day of the forecast");
    if (day > last) return false;
    const planned = subtract(plannedAmount(compiled, onDay(course, course.worth, day), day), start);
    const gained = subtract(measuredAmount(outcome, amount), start);
    return compare(gained, multiply(thresholds.behind, planned)) < 0;
  });
  return late?.on ?? null;
}
