import { ceiling } from "../number/ceiling.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { equal, isNegative, negate, type Ratio } from "../number/ratio.js";
import type { Format } from "../format/format.js";
import type { Path } from "../schema/issue.js";
import type { ExplanationInput } from "./explanation.js";

/** Whoever knows how figures are written. */
interface Speaker {
  readonly format: Format;
}

/** A calculation with its result: "15 wins ÷ 50% = 30". */
export function equals({ format }: Speaker, calculation: string, result: Ratio): string {
  return `${calculation} = ${format.number(result)}`;
}

/** A calculation whose result is rounded up: "10 ÷ 35% = 28.6, rounded up to 29". */
export function equalsUp(speaker: Speaker, calculation: string, result: Ratio): string {
  return `${calculation} = ${speaker.format.precise(result)}${roundedUp(speaker, result)}`;
}

/** ", rounded up to 29", or nothing for a whole number. */
export function roundedUp({ format }: Speaker, result: Ratio): string {
  const whole = ceiling(result);
  return equal(result, { num: whole, den: 1 }) ? "" : `, rounded up to ${format.number(whole)}`;
}

/** A number of things: "1 win", "15 wins". */
export function counted({ format }: Speaker, value: Ratio, one: string, many?: string): string {
  return format.plural(value, one, many);
}

/** Terms to be added, each with its sign: "10,000 goal + 5,000 churn − 1,200 expansion". */
export function sumOf(
  { format }: Speaker,
  terms: readonly { readonly amount: Ratio; readonly words: string }[],
): string {
  return terms
    .map(({ amount, words }, index) => {
      const minus = isNegative(amount);
      const sign = index === 0 ? (minus ? "−" : "") : minus ? " − " : " + ";
      return `${sign}${format.number(minus ? negate(amount) : amount)} ${words}`;
    })
    .join("");
}

/** A figure that goes into a calculation. */
export function input(name: string, value: Ratio | ExactString | number, path: Path): ExplanationInput {
  return { name, value: typeof value === "object" ? encodeExact(value) : String(value), path };
}
