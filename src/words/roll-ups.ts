import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";

/** A goal against the sum of its parts, and the same for each part that has parts. */
export interface RollUp {
  /** Whose goal it is. */
  readonly name: string;
  /** What is to be reached. */
  readonly amount: ExactString;
  /** What the parts add up to. */
  readonly assigned: ExactString;
  /** Assigned ÷ amount: above 1 is over-assignment, the reserve for parts that miss; null for a goal of 0. */
  readonly factor: ExactString | null;
  /** What the parts lack of the goal; "0" where they reach it. */
  readonly short: ExactString;
  /** Whether the parts reach it, in a sentence. */
  readonly text: string;
  /** What was handed down. */
  readonly parts: readonly {
    /** To whom. */
    readonly name: string;
    /** How much. */
    readonly amount: ExactString;
  }[];
  /** The same for each part that has parts. */
  readonly below: readonly RollUp[];
}

/** A goal and its parts before it is said. */
type RollUpData = Pick<RollUp, "name" | "amount" | "assigned" | "factor" | "short">;

/** Whether the parts of a goal reach it, in a sentence. */
export function sayRollUp({ name, amount, assigned, factor, short }: RollUpData, format: Format): string {
  const times = factor === null ? "all of it" : `${format.number(factor)} times the goal`;
  const end = short === "0" ? `that is ${times}.` : `${format.number(short)} are assigned to nobody.`;
  return `"${name}" is to reach ${format.number(amount)}, and its parts ${format.number(assigned)}: ${end}`;
}
