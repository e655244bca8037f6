import { at, must } from "../number/invariant.js";
import { betaRule, type Beta } from "./beta-rule.js";
import { toChance, type Chance } from "./chance.js";
import { chanceMeter } from "./chance-meter.js";
import type { ChanceModel, Work } from "./chance-model.js";
import { enough, winsOfCase } from "./evaluate.js";
import { liftedError } from "./lifted.js";
import { spreadRule } from "./spread-rule.js";
import { sweep, type Precision } from "./sweep.js";

/** One of several goals, with the work that is done for it. */
export interface JointGoal {
  /** Its first `draws.length` shared rates are those that other goals share too; others may follow. */
  readonly model: ChanceModel;
  readonly work: Work;
  /** For each of those, the place of that rate among all rates that goals share. */
  readonly draws: readonly number[];
}

/** Several goals, and what they have in common. */
interface JointQuestion {
  readonly goals: readonly JointGoal[];
  /** The rates that more than one goal uses; each is one draw for all of them. */
  readonly rates: readonly Beta[];
  /** Whether the factor of the period is one for all goals, which then have the same spread. */
  readonly oneFactor: boolean;
}

/** Places by how many uncertain things goals share, from one on; each next number is compared with the one before. */
const LADDERS: readonly (readonly number[])[] = [
  [12, 24, 48, 96],
  [8, 12, 18, 27],
  [5, 8, 12],
  [4, 6, 8],
];

/** Two rules must agree to it. */
const TOLERANCE = 1e-5;

/**
 * How likely are several goals reached together?
 *
 * Given what they share (rates that are known from one sample, the factor of one period), goals are independent: for each
 * value of that, the product of their chances; then the mean over those values. It is not the product of the chances
 * alone: what is shared is good or bad for all of them at once.
 *
 * @returns the chance, and by how much the last two rules differ, with what the kinks of each goal may do where a factor lifts a
 *   chance to 1 (see `liftedError`): others at most weaken them, as a chance is never above 1; undefined where goals share more than four uncertain things
 *
 * @example
 * ```ts
 * // Two goals of one win of one unit each, whose common rate is known from nothing (uniform): 1/3, not 1/2 · 1/2.
 * const stage = { next: null, rate: { shared: 0 }, open: [], landing: [1] };
 * const model = { stages: [stage], shared: [{ won: 1, lost: 1 }], spread: 0, notEnough: [1] };
 * const goal = { model, work: [[1]], draws: [0] };
 * jointChance({ goals: [goal, goal], rates: [{ won: 1, lost: 1 }], oneFactor: false })?.chance; // => 0.3333…
 * ```
 */
export function jointChance(question: JointQuestion): Chance | undefined {
  const spread = question.oneFactor ? at(question.goals, 0).model.spread : 0;
  const things = question.rates.length + (spread > 0 ? 1 : 0);
  if (things === 0) return product(question.goals);
  const ladder = LADDERS[things - 1];
  if (ladder === undefined) return undefined;
  let chance = withPlaces(question, at(ladder, 0));
  let error = Infinity;
  for (const size of ladder.slice(1)) {
    const finer = withPlaces(question, size);
    error = Math.abs(finer - chance) + liftedIn(question.goals, size);
    chance = finer;
    if (error <= TOLERANCE) break;
  }
  return { chance, error };
}

/** What the kinks of all goals may do together, with as many places as the chance was worked out with. */
function liftedIn(goals: readonly JointGoal[], size: number): number {
  return goals.reduce((all, { model, work }) => {
    if (model.spread <= 0) return all;
    return all + liftedError(model, sweep(model, precisionOf(size)), work);
  }, 0);
}

function precisionOf(size: number): Precision {
  return { rate: Math.max(6, Math.ceil(size / 2)), chance: size, spread: size + 2 };
}

/** Goals that share nothing uncertain are independent. */
function product(goals: readonly JointGoal[]): Chance {
  const all = goals.map(({ model, work }) => chanceMeter(model).sure(work));
  return {
    chance: all.reduce((chances, { chance }) => chances * chance, 1),
    error: all.reduce((errors, { error }) => errors + error, 0),
  };
}

function withPlaces({ goals, rates, oneFactor }: JointQuestion, size: number): number {
  const precision = precisionOf(size);
  const rules = rates.map((rate) => betaRule(rate, size));
  const factors = oneFactor ? spreadRule(at(goals, 0).model.spread, precision.spread) : ONE_PLACE;
  const chances = goals.map((goal) => givenShared(goal, precision, oneFactor));
  let total = 0;
  for (let combination = 0; combination < combinationsOf(size, rates.length); combination += 1) {
    const places = digitsOf(combination, size, rates.length);
    const weight = rules.reduce(
      (all, rule, rate) => all * must(rule.weights[at(places, rate)], "a weight"),
      1,
    );
    factors.weights.forEach((factorWeight, factor) => {
      const all = goals.reduce((product, { draws }, goal) => {
        const own = draws.reduce((index, draw) => index * size + at(places, draw), 0);
        return product * at(at(at(chances, goal), own), factor);
      }, 1);
      total += weight * factorWeight * all;
    });
  }
  return toChance(total);
}

/** `size` to the power of `count`, in whole numbers: no engine decides it. */
function combinationsOf(size: number, count: number): number {
  let combinations = 1;
  for (let each = 0; each < count; each += 1) combinations *= size;
  return combinations;
}

const ONE_PLACE = { weights: Float64Array.of(1) };

/** The chance of one goal for each combination of what it shares and, where that is one for all, each factor. */
function givenShared(
  { model, work, draws }: JointGoal,
  precision: Precision,
  oneFactor: boolean,
): number[][] {
  const swept = sweep(model, precision);
  const combinations = combinationsOf(precision.chance, draws.length);
  const perCombination = swept.cases.length / combinations;
  const factors = spreadRule(model.spread, precision.spread).places.length;
  const kept = oneFactor ? factors : 1;
  return Array.from({ length: combinations }, (_, combination) => {
    const chances = Array.from({ length: kept }, () => ({ sum: 0, weights: 0 }));
    for (let own = 0; own < perCombination; own += 1) {
      const each = at(swept.cases, combination * perCombination + own);
      const mean = at(chances, oneFactor ? own % factors : 0);
      mean.sum += each.weight * enough(winsOfCase(each, work, swept), model.notEnough);
      mean.weights += each.weight;
    }
    return chances.map(({ sum, weights }) => (weights > 0 ? sum / weights : 0));
  });
}

/** The places of the rates, the first one turning slowest. */
function digitsOf(combination: number, base: number, count: number): number[] {
  const digits: number[] = [];
  let rest = combination;
  for (let digit = 0; digit < count; digit += 1) {
    digits.unshift(rest % base);
    rest = Math.floor(rest / base);
  }
  return digits;
}
