import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import {
  add,
  divide,
  equal,
  isZero,
  multiply,
  ONE,
  ratio,
  smaller,
  sum,
  type Ratio,
} from "../number/ratio.js";
import { at } from "../number/invariant.js";
import { countedTransitions } from "./counted-transitions.js";
import { computePlannedCourse } from "./course.js";
import { gapSteps } from "./gap-steps.js";
import type { Outcome } from "./observed.js";
import type { RestChange } from "./rest-change.js";
import { fieldsOf } from "../schema/fields.js";

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
 * where no unit had the time, and where its units and the next one's are not both counted one to one. A rate that several
 * stages have is what was seen at all of them.
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
  const transitions = countedTransitions(steps, seen);
  const owners = new Set(transitions.map(({ step }) => step.stage.rated.stage));
  return [...owners].flatMap((owner): RestChange[] => {
    const users = transitions.filter(({ step }) => step.stage.rated.stage === owner);
    const { rate: planned, rated } = at(users, 0).step.stage;
    const gone = sum(users.map(({ wentOn }) => wentOn));
    const inTime = users.map(({ step: { units, timing } }) => multiply(units.actual, timing.actual));
    const all = add(sum(inTime), prior);
    if (isZero(all)) return [];
    const rate = smaller(ONE, divide(add(gone, multiply(prior, planned)), all));
    if (equal(rate, planned)) return [];
    const to = encodeExact(rate);
    return [{ path: rated.path, to, reason: { code: "rate-observed", stage: owner, rate: to } }];
  });
}

/** How many units the planned rate counts as; undefined where nothing but it counts. */
function priorOf(choice: RateChoice): Ratio | undefined {
  if (choice === "planned") return undefined;
  if (choice === "seen") return ratio(0);
  // What a caller without types hands in may be anything.
  const { blend } = fieldsOf(choice);
  if (typeof blend === "number" && Number.isSafeInteger(blend) && blend >= 0) return ratio(blend);
  throw new RangeError(
    `replan requires rates "planned", "seen" or { blend: units from 0 }; got ${JSON.stringify(choice)}`,
  );
}
