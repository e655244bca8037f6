/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import { finestRung, precisionAt } from "../../chance/chance-meter.js";
import { winsOf } from "../../chance/evaluate.js";
import { sweep } from "../../chance/sweep.js";
import { sweepWork } from "./sweep-work.js";
import {
  modelOf,
  type Counting,
  type Moments,
  type Odds,
  type UnitsAhead,
  type Worked,
} from "./units-ahead.js";

/** How likely each sum is. */
interface Sums {
  /** The chances of sums of 0, 1, 2, … cells; what is missing from 1 lies beyond. */
  readonly chances: Float64Array;
  /** The most by which the chance of any sum or less may be wrong. */
  readonly error: number;
  /** The rung of places that suffices: the next finer one gives the same. */
  readonly rung: number;
}

/** What is added up. */
export interface SumsQuestion {
  readonly odds: Odds;
  readonly units: readonly UnitsAhead[];
  readonly counting: Counting;
  /** No more steps of arithmetic than about these. */
  readonly most: number;
}

/** Two rules of places must agree to this. */
const TOLERANCE = 1e-4;
/** What rounding may do. */
const ROUNDING = 1e-12;

/**
 * How likely is each sum of what may be won?
 *
 * Places are doubled until two rules agree to 1e-4, or as far as the steps of arithmetic allow.
 *
 * @returns undefined where even the two coarsest rules take more steps than `most`
 */
export function sumsOf(question: SumsQuestion): Sums | undefined {
  const model = modelOf(question.odds, question.units, question.counting);
  const finest = finestRung(model.model);
  if (sweepWork(model, precisionAt(Math.min(1, finest))) > question.most) return undefined;
  let chances = chancesAt(model, 0);
  if (finest === 0) return { chances, error: ROUNDING, rung: 0 };
  for (let rung = 0; ; rung += 1) {
    const finer = chancesAt(model, rung + 1);
    const error = greatestDifference(chances, finer) + ROUNDING;
    chances = finer;
    const isLast = rung + 1 >= finest || sweepWork(model, precisionAt(rung + 2)) > question.most;
    if (error <= TOLERANCE || isLast) return { chances, error, rung };
  }
}

/** The same with places of one rung, whatever that is worth. */
export function sumsAt({ odds, units, counting }: SumsQuestion, rung: number): Float64Array {
  const worked = modelOf(odds, units, counting);
  return chancesAt(worked, Math.min(rung, finestRung(worked.model)));
}

/** About how many steps of arithmetic places of one rung take, or of the finest that is worth its time. */
export function stepsOf({ odds, units, counting }: SumsQuestion, rung: number): number {
  const worked = modelOf(odds, units, counting);
  return sweepWork(worked, precisionAt(Math.min(rung, finestRung(worked.model))));
}

/** How many entries a list needs so that what lies beyond does not matter, and `asked` is inside where it can be reached. */
export function lengthFor({ mean, sd, most }: Moments, asked: number, cell: number): number {
  const far = mean + FAR * sd;
  const reached = asked <= mean + UNREACHED * sd ? asked : 0;
  return Math.floor(Math.min(most, Math.max(far, reached)) / cell) + 2;
}

/** So many standard deviations above the mean nothing is left to come. */
const FAR = 8;
/** What lies so far above it is not reached at all. */
const UNREACHED = 40;

function chancesAt({ model, work }: Worked, rung: number): Float64Array {
  if (model.stages.length === 0) return Float64Array.from(model.notEnough, (_, sum) => (sum === 0 ? 1 : 0));
  // Polynomials of what the places carry may dip a hair below 0.
  return winsOf(sweep(model, precisionAt(rung)), work).map((chance) => Math.max(0, chance));
}

function greatestDifference(one: Float64Array, other: Float64Array): number {
  let [difference, greatest] = [0, 0];
  for (let at = 0; at < one.length; at += 1) {
    difference += one[at]! - other[at]!;
    greatest = Math.max(greatest, Math.abs(difference));
  }
  return greatest;
}
