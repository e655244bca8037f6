import { parseRateText } from "../number/rate-text.js";
import { compare, isPositive, ONE, ratio, type Ratio } from "../number/ratio.js";

/** How a plan is solved. */
export interface SolveOptions {
  /**
   * Which working days belong to a stage's window: those on which the chance to land in the period is at least this share
   * of the best day's chance. A rate above 0 to 1 (included); default 1/2.
   */
  readonly minOnTimeShare?: number | string | undefined;
  /**
   * Whether to look for the single changes that would make a plan feasible which is not; default true. Each is found by
   * solving changed plans, which costs more than all else.
   */
  readonly fixes?: boolean | undefined;
  /** Whether `targets.chance` is told for a plan that asks for none; default true. */
  readonly chance?: boolean | undefined;
}

const HALF = ratio(1, 2);

/**
 * Reads the option that says which days belong to a window.
 *
 * @throws RangeError for a share that does not lie above 0% and up to 100%
 */
export function parseMinOnTimeShare({ minOnTimeShare }: SolveOptions = {}): Ratio {
  if (minOnTimeShare === undefined) return HALF;
  const read = parseRateText(minOnTimeShare);
  if (read === undefined || !isPositive(read) || compare(read, ONE) > 0)
    throw new RangeError(`solve requires lands above 0 to 1; got ${minOnTimeShare}`);
  return read;
}
