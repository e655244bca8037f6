import { isPositive, multiply, ONE, ratio, type Ratio } from "../number/ratio.js";
import { greatestStep, leastStep } from "../diagnose/step-search.js";
import type { Threshold } from "./threshold.js";

/** Where to look: the least value that is enough, or the greatest, up to `most`; `now` is where a search without end begins. */
interface SureSearch {
  readonly limit: "least" | "greatest";
  readonly most: Ratio | undefined;
  readonly now: Ratio | undefined;
}

/** The range is divided into so many steps. */
const STEPS = 1_000_000_000;
/** A search without an end doubles so often. */
const DOUBLINGS = 40;

/**
 * The least (or greatest) value at which the goal is sure enough, to a thousand-millionth of the range.
 *
 * A number without a greatest value is doubled from what it is now until the side changes.
 */
export function sureThreshold(isSure: (value: Ratio) => boolean, search: SureSearch): Threshold {
  const { limit } = search;
  const isLeast = limit === "least";
  const top = search.most ?? beyond((value) => isSure(value) === isLeast, search.now);
  const at = (step: number): Ratio => multiply(top, ratio(step, STEPS));
  if (isLeast) {
    if (isSure(at(0))) return { kind: "any" };
    const step = leastStep(0, STEPS, (each) => isSure(at(each)));
    return step === undefined ? { kind: "none" } : { kind: "value", value: at(step) };
  }
  const step = greatestStep(STEPS, (each) => isSure(at(each)));
  if (step === undefined) return { kind: "none" };
  return step === STEPS ? { kind: "any" } : { kind: "value", value: at(step) };
}

function beyond(isThere: (value: Ratio) => boolean, now: Ratio | undefined): Ratio {
  let value = now !== undefined && isPositive(now) ? now : ONE;
  for (let doubling = 0; doubling < DOUBLINGS && !isThere(value); doubling += 1)
    value = multiply(value, ratio(2));
  return value;
}
