import { decimalPlaces } from "../number/decimal-places.js";
import { ceiling } from "../number/ceiling.js";
import { nearestNumber } from "../number/nearest-number.js";
import { multiply, ratio, type Ratio } from "../number/ratio.js";

/** A quantity as somebody types it into a sheet. */
export type TypedFraction =
  /** A decimal of so many steps a unit: 10,000 for four places. */
  | { readonly as: "decimal"; readonly exact: Ratio; readonly steps: number }
  /** Two whole numbers. */
  | { readonly as: "fraction"; readonly exact: Ratio; readonly num: number; readonly den: number }
  /** A decimal of more digits than a sheet holds. */
  | { readonly as: "long"; readonly exact: Ratio };

/** What a sheet can hold without losing a digit. */
const MOST = 10 ** 14;
const MOST_PLACES = 6;

/** A quantity as it is typed: a decimal of so many places at least, up to six; else two whole numbers, where a sheet holds them. */
export function typedFraction(exact: Ratio, leastPlaces = MOST_PLACES): TypedFraction {
  const places = decimalPlaces(exact.den);
  const steps = 10 ** Math.max(leastPlaces, places ?? 0);
  const whole = Math.abs(Number(ceiling(multiply(exact, ratio(10 ** MOST_PLACES)))));
  if (places !== undefined && places <= MOST_PLACES && whole < MOST) return { as: "decimal", exact, steps };
  const [num, den] = [Number(exact.num), Number(exact.den)];
  return Math.abs(num) < MOST && den < MOST ? { as: "fraction", exact, num, den } : { as: "long", exact };
}

/** What it comes to. */
export function typedValue({ exact }: TypedFraction): number {
  return nearestNumber(exact);
}

/** A rate as it is typed: the two numbers that it was counted from where the plan says so. */
export function typedRate(written: unknown, exact: Ratio): TypedFraction {
  if (typeof written !== "object" || written === null || !("won" in written && "of" in written))
    return typedFraction(exact);
  const { won, of } = written;
  if ("rate" in written || !isCount(won) || !isCount(of)) return typedFraction(exact);
  return { as: "fraction", exact, num: won, den: of };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 && value < MOST;
}
