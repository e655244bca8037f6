import { encodeExact, type ExactString } from "../number/exact-string.js";
import { compare, divide, isZero, subtract, sum } from "../number/ratio.js";
import { showRatio } from "../model/display.js";
import { parseQuantity, tryQuantity, type Quantity } from "../schema/quantity.js";

/** A goal and what it is handed down as: of a company, its teams, their people. */
export interface Goal {
  /** Whose goal it is. */
  readonly name: string;
  /** What is to be reached. */
  readonly amount: Quantity;
  /** The goals that it was handed down as; none where nobody is below. */
  readonly parts?: readonly Goal[] | undefined;
}

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

/**
 * Do the goals that were handed down add up to the goal above them? For a company, its teams and their people, at every
 * level: assigned = the sum of the parts, factor = assigned ÷ the goal, short = the goal − assigned, not below 0.
 *
 * @throws RangeError for an amount that is no number from 0; a goal without parts is assigned nothing
 *
 * @example
 * ```ts
 * const company = { name: "Company", amount: 100, parts: [{ name: "North", amount: 60 }, { name: "South", amount: 50 }] };
 * const { assigned, factor, short } = rollUp(company);
 * [assigned, factor, short]; // => ["110", "1.1", "0"]
 * ```
 */
export function rollUp(goal: Goal): RollUp {
  const parts = goal.parts ?? [];
  const amount = amountOf(goal);
  const assigned = sum(parts.map(amountOf));
  const isShort = compare(assigned, amount) < 0;
  const short = isShort ? subtract(amount, assigned) : parseQuantity(0);
  const factor = isZero(amount) ? null : encodeExact(divide(assigned, amount));
  const end = isShort
    ? `${showRatio(short)} are assigned to nobody.`
    : `that is ${factor === null ? "all of it" : `${showRatio(parseQuantity(factor))} times the goal`}.`;
  return {
    name: goal.name,
    amount: encodeExact(amount),
    assigned: encodeExact(assigned),
    factor,
    short: encodeExact(short),
    text: `"${goal.name}" is to reach ${showRatio(amount)}, and its parts ${showRatio(assigned)}: ${end}`,
    parts: parts.map((part) => ({ name: part.name, amount: encodeExact(amountOf(part)) })),
    below: parts.filter((part) => (part.parts ?? []).length > 0).map(rollUp),
  };
}

function amountOf({ name, amount }: Goal) {
  const read = tryQuantity(amount);
  if (read === undefined || read.num < 0)
    throw new RangeError(`rollUp requires amounts from 0; got ${String(amount)} for ${JSON.stringify(name)}`);
  return read;
}
