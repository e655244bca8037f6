import { floor, ceiling } from "../number/ceiling.js";
import {
  compare,
  divide,
  equal,
  isNegative,
  isZero,
  multiply,
  ONE,
  ratio,
  subtract,
  add,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { greatestStep, leastStep } from "../diagnose/step-search.js";

/** By how much a goal is reached at a value of the number: reached from 0 (included) upward. */
type Surplus = (value: Ratio) => Ratio;

/** Where to look for the value: `least` for a number that helps, `greatest` for one that hurts, from 0 to `most`. */
interface Search {
  readonly limit: "least" | "greatest";
  readonly most: Ratio | undefined;
}

/** The value at which a goal is just reached; `any` when every value does, `none` when no value does. */
export type Threshold = { readonly kind: "value"; readonly value: Ratio } | { readonly kind: "any" | "none" };

/** Numbers that do not act in proportion are searched in this many steps. */
const STEPS = 1_000_000_000;

/**
 * The least (or greatest) value for which the surplus is not below 0. In proportion, it is found exactly from two points;
 * otherwise in steps of a thousand-millionth of the range, which must then be limited.
 */
export function threshold(surplus: Surplus, { limit, most }: Search): Threshold {
  const [atZero, atOne] = [surplus(ZERO), surplus(ONE)];
  const slope = subtract(atOne, atZero);
  if (isZero(slope) && (most === undefined || equal(surplus(most), atZero)))
    return { kind: isNegative(atZero) ? "none" : "any" };
  const proportional = isZero(slope) ? undefined : divide(subtract(ZERO, atZero), slope);
  const half = surplus(ratio(1, 2));
  if (proportional === undefined || !equal(multiply(half, ratio(2)), add(atZero, atOne)))
    return searched(surplus, { limit, most });
  return within(proportional, { limit, most }, !isNegative(atZero));
}

function within(value: Ratio, { limit, most }: Search, holdsAtZero: boolean): Threshold {
  if (limit === "least") {
    if (isNegative(value)) return holdsAtZero ? { kind: "any" } : { kind: "none" };
    return most !== undefined && compare(value, most) > 0 ? { kind: "none" } : { kind: "value", value };
  }
  if (isNegative(value)) return { kind: "none" };
  return most !== undefined && compare(value, most) >= 0 ? { kind: "any" } : { kind: "value", value };
}

function searched(surplus: Surplus, { limit, most = ONE }: Search): Threshold {
  const at = (step: number): Ratio => multiply(most, ratio(step, STEPS));
  const holds = (step: number): boolean => !isNegative(surplus(at(step)));
  if (limit === "least") {
    if (holds(0)) return { kind: "any" };
    const step = leastStep(0, STEPS, holds);
    return step === undefined ? { kind: "none" } : { kind: "value", value: at(step) };
  }
  const step = greatestStep(STEPS, holds);
  if (step === undefined) return { kind: "none" };
  return step === STEPS ? { kind: "any" } : { kind: "value", value: at(step) };
}

/** The whole number that still does: rounded up for a least one, down for a greatest one. */
export function wholeThreshold(value: Ratio, limit: Search["limit"]): Ratio {
  return { num: limit === "least" ? ceiling(value) : floor(value), den: 1 };
}
