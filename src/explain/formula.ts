import { ceiling } from "../number/ceiling.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { equal, isNegative, negate, type Ratio } from "../number/ratio.js";
import { showCount, showRatio } from "../model/display.js";
import type { Path } from "../schema/issue.js";
import type { ExplanationInput } from "./explanation.js";

/** A calculation with its result: "15 wins ÷ 50% = 30". */
export function equals(calculation: string, result: Ratio): string {
  return `${calculation} = ${showRatio(result)}`;
}

/** A calculation whose result is rounded up: "10 ÷ 35% = about 28.57, rounded up to 29". */
export function equalsUp(calculation: string, result: Ratio): string {
  return `${equals(calculation, result)}${roundedUp(result)}`;
}

/** ", rounded up to 29", or nothing for a whole number. */
export function roundedUp(result: Ratio): string {
  const whole = ceiling(result);
  return equal(result, { num: whole, den: 1 }) ? "" : `, rounded up to ${showCount(whole)}`;
}

/** A number of things: "1 win", "15 wins". */
export function counted(value: Ratio, one: string, many = `${one}s`): string {
  return `${showRatio(value)} ${value.num === 1 && value.den === 1 ? one : many}`;
}

/** Terms to be added, each with its sign: "10,000 goal + 5,000 churn − 1,200 expansion". */
export function sumOf(terms: readonly { readonly amount: Ratio; readonly words: string }[]): string {
  return terms
    .map(({ amount, words }, index) => {
      const minus = isNegative(amount);
      const sign = index === 0 ? (minus ? "-" : "") : minus ? " − " : " + ";
      return `${sign}${showRatio(minus ? negate(amount) : amount)} ${words}`;
    })
    .join("");
}

/** A figure that goes into a calculation. */
export function input(name: string, value: Ratio | ExactString | number, path: Path): ExplanationInput {
  return { name, value: typeof value === "object" ? encodeExact(value) : String(value), path };
}
