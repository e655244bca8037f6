import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";

/** An explanation in words: a sentence, and the calculation with the figures put in. */
export interface SaidExplanation {
  readonly text: string;
  readonly formula: string;
}

/** A result, and the whole number that it is rounded up to. */
export interface RoundedUp {
  readonly exact: ExactString;
  readonly whole: ExactString;
}

/** A calculation with its result: "15 wins ÷ 50% = 30". */
export function equals(calculation: string, result: ExactString, format: Format): string {
  return `${calculation} = ${format.number(result)}`;
}

/** A calculation whose result is rounded up: "10 ÷ 35% = 28.6, rounded up to 29". */
export function equalsUp(calculation: string, { exact, whole }: RoundedUp, format: Format): string {
  const rounded = exact === whole ? "" : `, rounded up to ${format.number(whole)}`;
  return `${calculation} = ${format.precise(exact)}${rounded}`;
}

/** A name as a sentence quotes it. */
export function named(name: string): string {
  return `"${name}"`;
}

/** A sentence whose figure is all there is to its calculation. */
export function plain(text: string, formula: string): SaidExplanation {
  return { text, formula };
}
