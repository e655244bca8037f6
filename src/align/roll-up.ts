import { plainFormat, type Format } from "../format/format.js";
import { encodeExact } from "../number/exact-string.js";
import { compare, divide, isZero, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { tryQuantity, type Quantity } from "../schema/quantity.js";
import { sayRollUp, type RollUp } from "../words/roll-ups.js";

/** A goal and what it is handed down as: of a company, its teams, their people. */
export interface Goal {
  /** Whose goal it is. */
  readonly name: string;
  /** What is to be reached. */
  readonly amount: Quantity;
  /** The goals that it was handed down as; none where nobody is below. */
  readonly parts?: readonly Goal[] | undefined;
}

/** A goal that was read. */
interface ReadGoal {
  readonly name: string;
  readonly amount: Ratio;
  readonly parts: readonly ReadGoal[];
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
  return addUp(readGoal(goal), plainFormat);
}

/** Adds up goals that were read. */
export function addUp({ name, amount, parts }: ReadGoal, format: Format): RollUp {
  const assigned = sum(parts.map((part) => part.amount));
  const data = {
    name,
    amount: encodeExact(amount),
    assigned: encodeExact(assigned),
    factor: isZero(amount) ? null : encodeExact(divide(assigned, amount)),
    short: encodeExact(compare(assigned, amount) < 0 ? subtract(amount, assigned) : ZERO),
  };
  return {
    ...data,
    text: sayRollUp(data, format),
    parts: parts.map((part) => ({ name: part.name, amount: encodeExact(part.amount) })),
    below: parts.filter((part) => part.parts.length > 0).map((part) => addUp(part, format)),
  };
}

function readGoal({ name, amount, parts = [] }: Goal): ReadGoal {
  const read = tryQuantity(amount);
  if (read === undefined || read.num < 0)
    throw new RangeError(`rollUp requires amounts from 0; got ${String(amount)} for ${JSON.stringify(name)}`);
  return { name, amount: read, parts: parts.map(readGoal) };
}
