import { compare, isPositive, ONE, ratio, type Ratio } from "../../number/ratio.js";
import { parseRateText } from "../../number/rate-text.js";

/** How the past is tried. */
export interface BacktestOptions {
  /** The last day of history; default: the latest day on which anything happened. */
  readonly asOf?: string | undefined;
  /** The day from which on history records what becomes of deals, as in `learn`. */
  readonly observedFrom?: string | undefined;
  /** Whether each month or each week is forecast; default month. */
  readonly per?: "month" | "week" | undefined;
  /** How many of all cases the ranges are to hold; default 80%. */
  readonly level?: number | string | undefined;
  /** How sure the wins are that are asked for; default the plan's `goal.chance`, else 80%. */
  readonly chance?: number | string | undefined;
}

const EIGHTY = ratio(4, 5);

/**
 * Reads a share of cases.
 *
 * @throws RangeError unless it lies between 0% and 100%
 */
export function parseShare(name: string, written: number | string | undefined): Ratio {
  if (written === undefined) return EIGHTY;
  const share = parseRateText(written);
  if (share !== undefined && isPositive(share) && compare(share, ONE) < 0) return share;
  throw new RangeError(`backtest requires a ${name} such as 80%; got ${written}`);
}
