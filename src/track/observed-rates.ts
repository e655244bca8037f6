import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { add, divide, equal, isZero, multiply, ONE, ratio, smaller, type Ratio } from "../number/ratio.js";
import { countedTransitions } from "./counted-transitions.js";
import { computePlannedCourse } from "./course.js";
import { gapSteps } from "./gap-steps.js";
import type { Outcome } from "./observed.js";
import type { RestChange } from "./rest-change.js";

/** Which rates a new plan has, see the options of replan. */
export type RateChoice =
  | "planned"
  | "seen"
  | {
      /** As how many units seen the planned rate counts. */
      readonly blend: number;
    };

/**
 * Rates as they were seen: units that went on ÷ units that have had the time to, not above 100%. A stage is left as planned
 * where no unit had the time, and where its units and the next one's are not both counted one to one.
 *
 * @throws RangeError for a choice that is none of these
 */
export function observedRates(
  compiled: DatedPlan,
  seen: CompiledSnapshot,
  outcome: Outcome,
  choice: RateChoice = "planned",
): readonly RestChange[] {
  const prior = priorOf(choice);
  if (prior === undefined) return [];
  const steps = gapSteps(compiled, computePlannedCourse(compiled), seen, outcome.wins);
  return countedTransitions(steps, seen).flatMap(({ step, wentOn }): RestChange[] => {
    const { stage, units, timing } = step;
    const all = add(multiply(units.actual, timing.actual), prior);
    if (isZero(all)) return [];
    const rate = smaller(ONE, divide(add(wentOn, multiply(prior, stage.rate)), all));
    if (equal(rate, stage.rate)) return [];
    const to = encodeExact(rate);
    const reason = { code: "rate-observed", stage: stage.name, rate: to } as const;
    return [{ path: [...stage.path, "rate"], to, reason }];
  });
}

/** How many units the planned rate counts as; undefined where nothing but it counts. */
function priorOf(choice: RateChoice): Ratio | undefined {
  if (choice === "planned") return undefined;
  if (choice === "seen") return ratio(0);
  // What a caller without types hands in may be anything.
  const { blend } = choice as { readonly blend?: unknown };
  if (typeof blend === "number" && Number.isSafeInteger(blend) && blend >= 0) return ratio(blend);
  throw new RangeError(
    `replan requires rates "planned", "seen" or { blend: units from 0 }; got ${JSON.stringify(choice)}`,
  );
}
