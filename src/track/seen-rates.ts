import { showRate } from "../model/display.js";
import { stagesOfUnitsChannels } from "../model/pipeline-wins.js";
import { encodeExact } from "../number/exact-string.js";
import {
  add,
  divide,
  equal,
  isNegative,
  isZero,
  multiply,
  ONE,
  ratio,
  smaller,
  type Ratio,
} from "../number/ratio.js";
import type { Change } from "../plan/change.js";
import type { Snapshot } from "../plan/snapshot.js";
import { computePlannedCourse } from "./course.js";
import type { DatedPrepared } from "./dated.js";
import { gapSteps } from "./gap-steps.js";
import { countSnapshot, type Outcome } from "./observed.js";

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
 */
export function observedRates(
  prepared: DatedPrepared,
  snapshot: Snapshot,
  outcome: Outcome,
  choice: RateChoice = "planned",
): readonly (Change & { readonly text: string })[] {
  const prior = priorOf(choice);
  if (prior === undefined) return [];
  const { flow } = prepared;
  const steps = gapSteps(prepared, computePlannedCourse(prepared), snapshot, outcome.wins);
  const own = stagesOfUnitsChannels(flow);
  return flow.flatMap((stage, index) => {
    const [step, next] = [steps[index], steps[stage.next < 0 ? flow.length : stage.next]];
    const alone = flow.filter(({ next: to }, from) => to === stage.next && own[from] !== true).length === 1;
    const counted = countSnapshot(snapshot.entered, stage.name) !== undefined;
    const nextCounted =
      stage.next < 0 ? snapshot.won : countSnapshot(snapshot.entered, flow[stage.next]?.name ?? "");
    if (step === undefined || next === undefined || !alone || !counted || nextCounted === undefined)
      return [];
    if (!isZero(next.brought) || !isZero(step.openGoneOn)) return [];
    const had = multiply(step.units.actual, step.timing.actual);
    if (isZero(add(had, prior))) return [];
    const rate = divide(add(next.units.actual, multiply(prior, stage.rate)), add(had, prior));
    const to = smaller(ONE, rate);
    if (equal(to, stage.rate)) return [];
    const text = `Of the units of "${stage.name}" that have had the time, ${showRate(to)} go on.`;
    return [{ path: [...stage.path, "rate"], to: encodeExact(to), text }];
  });
}

/** How many units the planned rate counts as; undefined where nothing but it counts. */
function priorOf(choice: RateChoice): Ratio | undefined {
  if (choice === "planned") return undefined;
  if (choice === "seen") return ratio(0);
  const { blend } = choice as { readonly blend?: unknown };
  if (typeof blend === "number" && Number.isSafeInteger(blend) && !isNegative(ratio(blend)))
    return ratio(blend);
  throw new RangeError(
    `replan requires rates "planned", "seen" or { blend: units from 0 }; got ${JSON.stringify(choice)}`,
  );
}
