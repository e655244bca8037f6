import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import { must } from "../number/invariant.js";
import { isZero, type Ratio } from "../number/ratio.js";
import type { GapStep, GapSteps } from "./gap-steps.js";

/** A stage whose units are counted, and so are those that went on from it, one to one. */
interface CountedTransition {
  readonly step: GapStep;
  /** Units that went on. */
  readonly wentOn: Ratio;
}

/**
 * From which stages does one know of every unit that entered whether it went on?
 *
 * Not where several stages feed the next one, where some of its units were open before, come from channels with fixed
 * units or come back, and not where one of the two counts is missing.
 */
export function countedTransitions(
  steps: GapSteps,
  { entered, won }: CompiledSnapshot,
): readonly CountedTransition[] {
  return [...steps.stages.values()].flatMap((step): CountedTransition[] => {
    const { stage, openGoneOn } = step;
    const into =
      stage.next < 0 ? undefined : must(steps.stages.get(stage.next), "the step of the next stage");
    const { units, from } = into ?? must(steps.win, "the win of a funnel");
    // What comes back is counted where it enters again.
    const isAgain = into !== undefined && into.stage.comesBack !== null;
    const isPlain = isZero(openGoneOn) && !isAgain && (into === undefined || isZero(into.brought));
    const isNextCounted = into === undefined ? won !== undefined : entered.has(into.stage.name);
    const isCounted = entered.has(stage.name) && isNextCounted;
    return from === stage && isPlain && isCounted ? [{ step, wentOn: units.actual }] : [];
  });
}
