import type { Chance } from "./chance.js";
import type { ChanceMeter } from "./chance-meter.js";
import type { Work } from "./chance-model.js";
import { normalQuantile } from "./normal-quantile.js";

/** What `leastWork` is asked. */
export interface LeastWorkQuestion {
  readonly meter: ChanceMeter;
  /** The chance asked for, above 0 and below 1. */
  readonly asked: number;
  /** How the amount n falls on stages and days; a whole number from 0 (included), more of it is never less anywhere. */
  readonly workOf: (amount: number) => Work;
  /** No amount above it is tried: what can be done at all. A whole number. */
  readonly most: number;
  /** Where to begin; the nearer, the quicker. Default 1. */
  readonly guess?: number;
  /**
   * How many smaller amounts are looked at too, where early work can land before the period, so that one unit more may
   * shift another out of it and the chance falls; default 2. 0 where landing never falls with the day.
   */
  readonly lookBack?: number;
  /** Does this amount reach it? Asked only where the error hides it after all refining; without it: it does not. */
  readonly settle?: (amount: number) => boolean;
}

/** The least amount that reaches what is asked. */
interface LeastWork {
  readonly amount: number;
  readonly reached: Chance;
  /** The chance of one unit less; null for an amount of 0. */
  readonly oneLess: Chance | null;
}

/** What all that can be done comes to, where it does not reach it. */
interface NotReached {
  readonly amount: null;
  readonly reached: Chance;
}

/**
 * What is the least amount of work with which the goal has the chance asked for?
 *
 * The search follows a straight line through the last two answers, on the scale of a normal curve, between an amount that
 * reaches it and one that does not. The result is then certified with the error of each chance: it reaches what is asked,
 * one unit less does not. Where the error still hides it, the next unit is taken.
 *
 * @throws RangeError for a chance asked that is not between 0 and 1
 *
 * @example
 * ```ts
 * // 15 wins at 50%
 * const meter = chanceMeter({
 *   stages: [{ next: null, rate: { known: 0.5 }, open: [], landing: [1] }],
 *   shared: [],
 *   spread: 0,
 *   notEnough: winsNeeded(15),
 * });
 * leastWork({ meter, asked: 0.8, workOf: (n) => [[n]], most: 1000 }).amount; // => 34
 * ```
 */
export function leastWork(question: LeastWorkQuestion): LeastWork | NotReached {
  const { meter, asked, workOf, most, lookBack = 2, settle } = question;
  if (!(asked > 0 && asked < 1))
    throw new RangeError(`leastWork requires a chance between 0 and 1; got ${asked}`);
  const answers = new Map<number, Chance>();
  const sure = (amount: number): Chance => {
    const known = answers.get(amount) ?? meter.sure(workOf(amount), asked);
    answers.set(amount, known);
    return known;
  };
  const reaches = (amount: number): boolean => {
    const { chance, error } = sure(amount);
    return chance - error >= asked || (chance + error >= asked && settle?.(amount) === true);
  };
  // The guess settles how many places are needed, so that the search does not walk on too coarse ones.
  const near = search(question, Math.min(most, Math.max(0, question.guess ?? 1)), sure);
  const found = nearest(near, most, reaches);
  if (found === undefined) return { amount: null, reached: sure(most) };
  let amount = found;
  for (let [back, turns] = [1, 0]; back <= Math.max(1, lookBack) && back <= amount; back += 1) {
    if (turns === MOST_BACK || !reaches(amount - back)) continue;
    amount -= back;
    [back, turns] = [0, turns + 1];
  }
  return { amount, reached: sure(amount), oneLess: amount > 0 ? sure(amount - 1) : null };
}

/** So often an answer may be followed by a smaller one that reaches it too, beyond one that does not. */
const MOST_BACK = 100;

/**
 * The amount that reaches it next to one that does not, beside a guess: in steps that double, then by halves, so that the
 * answers asked for grow with the logarithm of the distance only. Undefined where not even the most is found to reach it.
 */
function nearest(guess: number, most: number, reaches: (amount: number) => boolean): number | undefined {
  let low = -1;
  let high = guess;
  if (reaches(guess)) {
    for (let step = 1; high - step > low; step *= 2) {
      if (!reaches(high - step)) {
        low = high - step;
        break;
      }
      high -= step;
    }
  } else {
    low = guess;
    for (let step = 1; ; step *= 2) {
      high = Math.min(most, low + step);
      if (high <= low) return undefined;
      if (reaches(high)) break;
      low = high;
    }
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}

interface Tried {
  readonly amount: number;
  readonly height: number;
}

/** The amount at which the quick chance comes to what is asked, or `most`. */
function search(
  { meter, asked, workOf, most }: LeastWorkQuestion,
  guess: number,
  sure: (n: number) => Chance,
): number {
  const goal = normalQuantile(asked);
  const height = (chance: number): number => normalQuantile(Math.min(1 - 1e-15, Math.max(1e-300, chance)));
  let low = -1;
  let high = most + 1;
  let before: Tried | undefined;
  let now: Tried = { amount: guess, height: height(sure(guess).chance) };
  for (let turn = 1; ; turn += 1) {
    if (now.height >= goal) high = Math.min(high, now.amount);
    else low = Math.max(low, now.amount);
    if (high - low <= 1) return Math.min(high, most);
    // Every sixth step does not trust the line: it halves what is left, or doubles.
    const blind = high <= most ? Math.floor((low + high) / 2) : 2 * now.amount + 1;
    const next = turn % 6 === 0 ? blind : Math.ceil(along(before, now, goal));
    // Where the line says that the end we have is the answer, one beside it proves so.
    const amount = Math.min(high - 1, Math.max(low + 1, Math.min(next, 4 * now.amount + 8)));
    before = now;
    now = { amount, height: height(meter.quick(workOf(amount))) };
  }
}

/** Where the line through both comes to the goal; the first steps go by a share of the amount. */
function along(before: Tried | undefined, now: Tried, goal: number): number {
  const rise = before === undefined ? 0 : (now.height - before.height) / (now.amount - before.amount);
  if (rise > 0) return now.amount + (goal - now.height) / rise;
  return now.height < goal ? now.amount * 1.5 + 1 : now.amount * 0.75 - 1;
}
