import { parseDay } from "../calendar/day.js";
import type { Pace } from "../forecast/pace.js";
import type { SolveOptions } from "../model/options.js";
import { nearestNumber } from "../number/nearest-number.js";
import { parseRateText } from "../number/rate-text.js";
import { isZero } from "../number/ratio.js";
import type { Snapshot } from "../plan/snapshot.js";
import { quote } from "../schema/issue.js";
import type { StatusThresholds } from "./status.js";

/** How progress is judged. */
export interface TrackOptions<Stage extends string = string> extends SolveOptions, StatusThresholds {
  /** How work goes on after the snapshot, for the projected end; default `"targets"`, as the plan asks. */
  readonly pace?: Pace<Stage> | undefined;
  /** A shortfall less likely than this is more than luck; default 5%. */
  readonly luck?: number | string | undefined;
  /** An earlier snapshot: the chance is told as it was then, too. */
  readonly previous?: Snapshot<Stage> | undefined;
  /**
   * The last day of the data that the plan's rates were learned from. Samples count the units that the snapshot says were
   * decided only where that day is before the plan's first day of work; default: they do.
   */
  readonly ratesAsOf?: string | undefined;
}

/** Reads the last day of the data behind the rates. */
export function parseRatesAsOf({ ratesAsOf }: TrackOptions): number | undefined {
  if (ratesAsOf === undefined) return undefined;
  const day = parseDay(ratesAsOf);
  if (day === undefined) throw new RangeError(`track requires ratesAsOf as a date; got ${quote(ratesAsOf)}`);
  return day;
}

/** Reads the limit below which a shortfall is more than luck. */
export function parseLuck({ luck = "5%" }: TrackOptions): number {
  const share = parseRateText(luck);
  if (share === undefined || isZero(share))
    throw new RangeError(`track requires luck as a share above 0; got ${luck}`);
  return nearestNumber(share);
}
