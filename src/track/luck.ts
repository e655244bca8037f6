import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { belowLuck } from "../number/holm.js";
import { at } from "../number/invariant.js";
import { compare, multiply, subtract, sum, ZERO } from "../number/ratio.js";
import { conversionTail, type ExactCases } from "./conversion-tail.js";
import type { PlannedCourse } from "./course.js";
import { gapSteps, type GapStep } from "./gap-steps.js";
import { countedTransitions } from "./counted-transitions.js";
import type { Outcome } from "./observed.js";
import { areDaysKnown, shareGoneBy } from "./timing.js";

/** A stage from which fewer units went on than the plan's rate would have by now. */
export interface Shortfall {
  /** The stage from which too few went on. */
  readonly stage: string;
  /** Units that should have gone on by now, at the plan's rate and lag; where `daysKnown` is false, had they come as planned. */
  readonly expected: ExactString;
  /** Units that did. */
  readonly actual: ExactString;
  /** Whether it is known when the units came, or does not matter as all go on at once. Else no chance can be said. */
  readonly daysKnown: boolean;
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
 * has passed since it entered, and so few or fewer do with the lower tail of their sum. How much work was done is no luck
 * and is not tested. Only stages whose units all come from counted entries are.
 */
export function shortfalls(
  compiled: DatedPlan,
  course: PlannedCourse,
  seen: CompiledSnapshot,
  outcome: Outcome,
  limit: number,
): readonly Shortfall[] {
  const steps = gapSteps(compiled, course, seen, outcome.wins);
  const tested = countedTransitions(steps, seen).map(({ step, wentOn }) => {
    const cases = casesOf(compiled, seen, step);
    const expected = sum(cases.map(({ count, chance }) => multiply(count, chance)));
    const daysKnown = areDaysKnown(compiled, seen, step.stage);
    const pValue = daysKnown ? conversionTail(step.stage, cases, wentOn) : null;
    return { stage: step.stage.name, expected, wentOn, daysKnown, pValue };
  });
  const below = belowLuck(
    tested.map(({ pValue }) => pValue),
    limit,
  );
  return tested.flatMap(({ stage, expected, wentOn, daysKnown, pValue }, index): Shortfall[] => {
    if (compare(wentOn, expected) >= 0) return [];
    const figures = {
      stage,
      expected: encodeExact(expected),
      actual: encodeExact(wentOn),
      daysKnown,
      pValue,
    };
    return [{ ...figures, significant: pValue === null ? null : at(below, index) }];
  });
}

function casesOf(
  { calendar, period }: DatedPlan,
  { asOf, entered }: CompiledSnapshot,
  { stage, units, timing }: GapStep,
): ExactCases[] {
  const { rate, lag, next } = stage;
  const rows = entered.get(stage.name)?.rows ?? null;
  if (rows === null) return [{ count: units.actual, chance: multiply(rate, timing.actual) }];
  return rows.map(({ day, count }) => {
    // A win before the period's first day is not one of the period's.
    const early = next < 0 ? shareGoneBy(lag, day, period.first - 1, calendar) : ZERO;
    return { count, chance: multiply(rate, subtract(shareGoneBy(lag, day, asOf, calendar), early)) };
  });
}
