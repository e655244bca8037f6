import type { Chance } from "./chance.js";
import type { ChanceModel, Work } from "./chance-model.js";
import { chanceOf } from "./evaluate.js";
import { chanceBetweenKinks } from "./between-kinks.js";
import { chanceOfFew } from "./few-units.js";
import { liftedError } from "./lifted.js";
import { missedError } from "./missed.js";
import { sweep, type Precision, type Sweep } from "./sweep.js";
import { unseenBelow } from "./unseen.js";
import { winsError, type Group } from "./wins.js";

/** Tells the chance of one model's goal for any amount of new work; it remembers what does not depend on the work. */
export interface ChanceMeter {
  /** The chance alone, on the coarsest places that have sufficed so far: to search with. */
  readonly quick: (work: Work) => number;
  /**
   * The chance and its error. Places are doubled until two rules agree to `tolerance`, and on until the error no longer
   * hides on which side of `asked` the chance lies, or places run out (then the error told may be above it).
   */
  readonly sure: (work: Work, asked?: number) => Chance;
}

/** Each rule has twice the places of the one before. */
const PRECISIONS: readonly Precision[] = [6, 12, 24, 48, 96].map((rate) => ({
  rate,
  chance: 2 * rate,
  spread: rate + 2,
}));
const LAST: Precision = { rate: 96, chance: 192, spread: 98 };
/**
 * For thousands of wins, where luck is so little beside what is uncertain that the chance is nearly a step: places must stand
 * closer than the step is wide, about 1 ÷ √wins. (Fewer places that stand for so many cannot be found: the polynomials of such
 * degrees are no longer orthogonal after rounding.)
 */
const CLOSE: readonly Precision[] = [
  { rate: 24, chance: 96, spread: 26, alone: 384, keepsAll: true },
  { rate: 48, chance: 96, spread: 50, alone: 768, keepsAll: true },
];

/** The places of a rung, from 0 (the coarsest); beyond the last one, those of the last. */
export function precisionAt(rung: number): Precision {
  return PRECISIONS[rung] ?? CLOSE[rung - PRECISIONS.length] ?? LAST;
}

/** The finest rung that is worth its time for a model: 0 where one place stands for all. */
export function finestRung(model: ChanceModel): number {
  return isKnown(model) ? 0 : Math.max(1, PRECISIONS.length - 1 - 2 * (dimensions(model) - 1));
}

/** What rounding may do to a mixture beyond its parts: weights and projections are good to 12 digits. */
const MIXTURE_ROUNDING = 1e-12;

/**
 * How likely is the goal of this model, for any amount of new work?
 *
 * @param tolerance two rules of places must agree to it; default 1e-6
 *
 * @example
 * ```ts
 * const model = {
 *   stages: [{ next: null, rate: { known: 0.5 }, open: [], landing: [1] }],
 *   shared: [],
 *   spread: 0,
 *   notEnough: winsNeeded(15),
 * };
 * chanceMeter(model).sure([[30]]); // => { chance: 0.57223…, … }
 * ```
 */
export function chanceMeter(model: ChanceModel, tolerance = 1e-6): ChanceMeter {
  const sweeps: Sweep[] = [];
  const at = (rung: number): Sweep =>
    (sweeps[rung] ??= sweep(model, precisionAt(rung), { foldSpread: true }));
  const known = isKnown(model);
  const highest = finestRung(model) + (isOneChain(model) ? CLOSE.length : 0);
  let settled = 0;
  const sure = (work: Work, asked?: number): Chance => {
    const few = chanceOfFew(model, work, tolerance);
    if (few !== undefined) return few;
    const rounding = roundingError(model, work, known);
    let chance = chanceOf(model, at(settled), work);
    let error = known ? rounding : Infinity;
    // A kink's part falls slowly with more places: they are taken for its sake only where it hides the side.
    let lifted = 0;
    const hides = (): boolean =>
      error > tolerance ||
      (asked !== undefined && Math.abs(chance - asked) <= error + lifted && error + lifted > 2 * rounding);
    let apartBefore = Infinity;
    for (let rung = settled; rung < highest && hides(); rung += 1) {
      const finer = chanceOf(model, at(rung + 1), work);
      const isLast = rung + 1 === highest;
      let apart = Math.abs(finer - chance) + rounding;
      if (apart <= tolerance || isLast) {
        apart += unseenBelow(model, precisionAt(rung + 1), work);
        lifted = liftedError(model, at(rung + 1), work);
      }
      // Beside a kink two rules can agree by accident, so three must.
      const needsThree = lifted > 0 && (!isLast || apartBefore < Infinity);
      error = needsThree ? Math.max(apart, apartBefore) : apart;
      chance = finer;
      apartBefore = apart;
      // The last rule always has one before it to be compared with.
      if (apart > tolerance) settled = Math.min(rung + 1, highest - 1);
    }
    const told = { chance, error: error + lifted };
    if (told.error <= tolerance) return told;
    const between = chanceBetweenKinks(model, work);
    return between !== undefined && between.error < told.error ? between : told;
  };
  return { quick: (work) => chanceOf(model, at(settled), work), sure };
}

/** Is nothing in the model uncertain but luck? */
function isKnown({ stages, shared, spread }: ChanceModel): boolean {
  return spread <= 0 && shared.length === 0 && stages.every(({ rate }) => "known" in rate);
}

/** Is all that is uncertain a single chain that carries no open work, so that close places cost little? */
function isOneChain(model: ChanceModel): boolean {
  return !isKnown(model) && dimensions(model) === 1 && model.stages.every(({ open }) => open.length === 0);
}

/**
 * How many uncertain things are places multiplied over? With each one more the doubling ends two rules earlier, so that no question takes
 * minutes; the error is told all the same, with what a kink may do (see `liftedError`).
 *
 * One for the spread, one for each shared rate, one for each chain between joints on the way to the win. A spread that is
 * one more rate of the last chain (see `sweep`) is none of its own, unless open work is carried along with the places.
 */
function dimensions({ stages, shared, spread }: ChanceModel): number {
  const feeders = stages.map(() => 0);
  for (const { next } of stages) if (next !== null) feeders[next] = (feeders[next] ?? 0) + 1;
  const isFolded =
    spread > 0 &&
    stages.filter(({ next }) => next === null).length === 1 &&
    stages.every(({ open }) => open.length === 0);
  const chains = stages.map((_, source) => {
    let [uncertainChains, uncertain] = [0, false];
    for (let stage = source; ;) {
      const { rate, next } = stages[stage] ?? { rate: { known: 1 }, next: null };
      uncertain ||= "won" in rate || (next === null && isFolded);
      const after = next === null ? undefined : stages[next];
      const joins = next !== null && ((feeders[next] ?? 0) > 1 || (after?.landing.length ?? 0) > 0);
      if (uncertain && (joins || next === null)) [uncertainChains, uncertain] = [uncertainChains + 1, false];
      if (next === null) return uncertainChains;
      stage = next;
    }
  });
  return (spread > 0 && !isFolded ? 1 : 0) + shared.length + Math.max(0, ...chains);
}

function roundingError({ stages, notEnough }: ChanceModel, work: Work, known: boolean): number {
  const groups: Group[] = stages.flatMap(({ open }) => open.map(({ count }) => ({ count, chance: 0 })));
  for (const counts of work) for (const count of counts) groups.push({ count, chance: 0 });
  const units = groups.reduce((all, { count }) => all + count, 0);
  const way = Math.max(winsError(groups, notEnough.length), missedError(units));
  const parts = way + (notEnough.length + stages.length) * 4e-16;
  return known ? parts : parts + MIXTURE_ROUNDING;
}
