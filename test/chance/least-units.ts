import { below, binomialChance, BINOMIAL_ERROR } from "../../src/chance/binomial.js";
import { normalQuantile } from "../../src/chance/normal-quantile.js";

/** How many wins are asked, how sure, and what chance one unit has. */
interface LeastUnitsQuestion {
  /** A whole number from 0 (included). */
  readonly wins: number;
  /** The chance of one unit, above 0 to 1 (included). */
  readonly rate: number;
  /** The chance asked for, above 0 and below 1. */
  readonly asked: number;
  /**
   * Do so many units reach what is asked? Called only where the chance is so near to it that rounding hides the answer,
   * such as for 1 of 1 at 50%; without it, such a number of units is taken not to reach it.
   */
  readonly settle?: (units: number) => boolean;
}

/**
 * What is the least number of units with which so many wins come with the chance asked for?
 *
 * The least n with P(Bin(n, rate) ≥ wins) ≥ asked, for a rate that is known. A guess from the Gamma quantile is usually
 * within one unit; Newton's step mends a worse one; then P is followed unit by unit, since one unit more adds
 * rate·P(N = wins − 1).
 *
 * @returns a whole number; Infinity for a rate of 0 or so low that the answer leaves the whole numbers a double holds
 * @throws RangeError for a chance asked that is not between 0 and 1
 *
 * @example
 * ```ts
 * leastUnits({ wins: 15, rate: 0.5, asked: 0.8 }); // => 34
 * ```
 */
export function leastUnits({ wins, rate, asked, settle }: LeastUnitsQuestion): number {
  if (!(asked > 0 && asked < 1))
    throw new RangeError(`leastUnits requires a chance between 0 and 1; got ${asked}`);
  if (wins <= 0) return 0;
  if (!(rate > 0)) return Infinity;
  if (rate >= 1) return wins;
  const reaches = (chance: number, units: number): boolean =>
    chance >= asked + BINOMIAL_ERROR || (chance > asked - BINOMIAL_ERROR && settle?.(units) === true);
  let { units, chance, lastMissing } = near(wins, rate, asked);
  if (!Number.isSafeInteger(units)) return Infinity;
  // lastMissing is P(N = wins − 1): with that chance one unit more makes the difference, if it is won.
  while (!reaches(chance, units)) {
    chance += rate * lastMissing;
    units += 1;
    lastMissing *= (units * (1 - rate)) / (units + 1 - wins);
  }
  while (units > wins) {
    const before = (lastMissing * (units + 1 - wins)) / (units * (1 - rate));
    const chanceBefore = chance - rate * before;
    if (!reaches(chanceBefore, units - 1)) break;
    [units, chance, lastMissing] = [units - 1, chanceBefore, before];
  }
  return units;
}

interface Near {
  units: number;
  chance: number;
  lastMissing: number;
}

/** A number of units within a few of the answer, and its chance. */
function near(wins: number, rate: number, asked: number): Near {
  let least = wins;
  let most = Infinity;
  let units = Math.max(wins, guess(wins, rate, asked));
  for (;;) {
    const lastMissing = binomialChance({ units, wins: wins - 1, rate });
    const chance = 1 - lastMissing * below(units, wins - 1, rate);
    const step = Math.round((asked - chance) / (rate * lastMissing));
    if (step <= 4 && step >= -4) return { units, chance, lastMissing };
    if (chance < asked) least = units + 1;
    else most = units;
    if (least >= most || least > Number.MAX_SAFE_INTEGER) return { units, chance, lastMissing };
    // Far out on a flat end a step is too long: then double, or halve what is left.
    const next = units + step;
    if (next >= least && next <= most && next <= 2 * units) units = next;
    else units = most === Infinity ? 2 * units : Math.floor((least + most) / 2);
  }
}

/** The Gamma quantile by Wilson and Hilferty, and from Poisson to binomial by Molenaar's correction. */
function guess(wins: number, rate: number, asked: number): number {
  const ninth = 1 / (9 * wins);
  const root = 1 - ninth + normalQuantile(asked) * Math.sqrt(ninth);
  const expected = wins * Math.max(root, 0.01) * Math.max(root, 0.01) * Math.max(root, 0.01);
  return Math.ceil((expected * (1 - rate / 2)) / rate + (wins - 1) / 2);
}
