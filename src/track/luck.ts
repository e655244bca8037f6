import { stagesOfUnitsChannels } from "../model/pipeline-wins.js";
import { floor } from "../number/ceiling.js";
import { encodeExact, parseExact, type ExactString } from "../number/exact-string.js";
import { nearestNumber } from "../number/nearest-number.js";
import { compare, divide, isZero, multiply, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { Snapshot } from "../plan/snapshot.js";
import { NO_LAG } from "../lag/read-lag.js";
import type { DatedPrepared } from "./dated.js";
import { gapSteps, type GapStep } from "./gap-steps.js";
import type { PlannedCourse } from "./course.js";
import { countSnapshot, type Outcome } from "./observed.js";
import { lowerTail, type Cases } from "../number/poisson-binomial.js";
import { seenLowerTail } from "../number/beta-binomial.js";
import { sampleOf } from "../plan/rate-sample.js";
import { belowLuck } from "../number/holm.js";
import type { FlowStage } from "../model/flow.js";
import { shareGoneBy } from "./timing.js";

/** A stage from which fewer units went on than the plan's rate would have by now. */
export interface Shortfall {
  /** The stage from which too few went on. */
  readonly stage: string;
  /** Units that should have gone on by now, at the plan's rate and lag. */
  readonly expected: ExactString;
  /** Units that did. */
  readonly actual: ExactString;
  /**
   * How likely so few, or fewer, would be if the plan's rate were right, its own sample taken into account where it is
   * `{ won, of }`; null where that cannot be said.
   */
  readonly pValue: number | null;
  /**
   * Whether that chance is too small for luck: below the limit after Holm's correction over all stages that are tested; null
   * where it cannot be said.
   */
  readonly significant: boolean | null;
}

/**
 * Is what did not go on more than bad luck? Each unit goes on by now with its own chance, rate × the share of the lag that
 * has passed since it entered, and so many or fewer do with the lower tail of their sum. How much work was done is no luck
 * and is not tested. Only stages whose units all come from counted entries are.
 */
export function shortfalls(
  prepared: DatedPrepared,
  course: PlannedCourse,
  snapshot: Snapshot,
  outcome: Outcome,
  limit: number,
): readonly Shortfall[] {
  const { flow } = prepared;
  const steps = gapSteps(prepared, course, snapshot, outcome.wins);
  const own = stagesOfUnitsChannels(flow);
  const tested = flow.flatMap((stage, index): Shortfall[] => {
    const [step, next] = [steps[index], steps[stage.next < 0 ? flow.length : stage.next]];
    const alone = flow.filter(({ next: to }, from) => to === stage.next && own[from] !== true).length === 1;
    const plain =
      step !== undefined && next !== undefined && alone && isZero(step.openGoneOn) && isZero(next.brought);
    const known =
      stage.next < 0 || countSnapshot(snapshot.entered, flow[stage.next]?.name ?? "") !== undefined;
    if (!plain || !known || countSnapshot(snapshot.entered, stage.name) === undefined) return [];
    const cases = casesOf(prepared, snapshot, index, step);
    const expected = sum(cases.map(({ count, chance }) => multiply(count, chance)));
    return [shortfall(stage, cases, expected, next.units.actual)];
  });
  const below = belowLuck(
    tested.map(({ pValue }) => pValue),
    limit,
  );
  return tested.flatMap((each, index) => {
    if (compare(parseExact(each.actual) ?? ZERO, parseExact(each.expected) ?? ZERO) >= 0) return [];
    return [{ ...each, significant: each.pValue === null ? null : below[index] === true }];
  });
}

interface ExactCases {
  readonly count: Ratio;
  readonly chance: Ratio;
}

function casesOf(prepared: DatedPrepared, snapshot: Snapshot, index: number, step: GapStep): ExactCases[] {
  const { flow, calendar } = prepared;
  const counted = countSnapshot(snapshot.entered, flow[index]?.name ?? "");
  const lag = flow[index]?.lag ?? NO_LAG;
  const asOf = parseWrittenDay(snapshot.asOf);
  if (counted === undefined || counted.rows === null)
    return [{ count: step.units.actual, chance: multiply(step.rate, step.timing.actual) }];
  // A win before the period's first day is not one of the period's.
  const before = flow[index]?.next === -1 ? prepared.period.first - 1 : undefined;
  return counted.rows.map(({ day, count }) => {
    const early = before === undefined ? ZERO : shareGoneBy(lag, day, before, calendar);
    return { count, chance: multiply(step.rate, subtract(shareGoneBy(lag, day, asOf, calendar), early)) };
  });
}

function shortfall(
  { name, rated, rate }: FlowStage,
  cases: readonly ExactCases[],
  expected: Ratio,
  actual: Ratio,
): Shortfall {
  const whole = cases.every(({ count }) => count.den === 1 && typeof count.num === "number");
  const most = Number(floor(actual));
  const sample = sampleOf(rated.written);
  const floating = (each: Ratio): Cases[] =>
    cases.map(({ count, chance }) => ({
      count: Number(count.num),
      chance: nearestNumber(isZero(each) ? chance : divide(chance, each)),
    }));
  const tail = !whole
    ? undefined
    : sample === undefined || isZero(rate)
      ? lowerTail(floating(ZERO), most)
      : seenLowerTail(floating(rate), most, sample);
  return {
    stage: name,
    expected: encodeExact(expected),
    actual: encodeExact(actual),
    pValue: tail ?? null,
    significant: null,
  };
}
