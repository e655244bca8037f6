import type { Curve } from "./cumulative-incidence.js";
import type { FollowUp } from "./learned.js";
import type { Observations } from "./observations.js";

/** Fewer deals than this say nothing about what is usual. */
export const ENOUGH = 10;
/** Fewer than this that went on say nothing about how long it can take. */
const ENOUGH_LAGS = 5;
/** A curve of which less than this is missing counts as seen. */
const NEGLIGIBLE = 0.01;
/** Deals must be watched for this many times the longest lag seen, to have seen that nothing comes after it. */
const MARGIN = 1.5;

/** Whether the whole curve is seen, and how long deals were watched. */
interface Maturity {
  readonly mature: boolean;
  readonly followUp: FollowUp;
}

/**
 * Is the whole curve seen?
 *
 * Yes when no deal is open; or when at most 1% is undecided as far as ten deals were watched; or when at least five went on,
 * and at least ten deals and a twentieth of all were watched, from their entry on, half as long again (and a week) as the
 * longest lag seen. Where the user knows the longest lag, ten deals watched for that long are enough. No otherwise: going on
 * may take longer than anyone was watched, and then the interval holds room for every deal that is still open.
 *
 * The idea of sufficient follow-up: R. A. Maller and S. Zhou, "Survival Analysis with Long-Term Survivors", Wiley 1996. The
 * numbers were tried in simulation: cohorts that are younger than their longest lag pass in less than one case in a hundred.
 */
export function computeMaturity(seen: Observations, curve: Curve, longestLag: number | undefined): Maturity {
  const longestSeen = curve.rows.reduce<number | null>(
    (last, row) => (row.wentOn > 0 ? row.age : last),
    null,
  );
  const beyond = watchedFor(seen, longestLag ?? enoughAfter(longestSeen));
  const needed = longestLag === undefined ? Math.max(ENOUGH, seen.entered / 20) : ENOUGH;
  const watched = beyond >= needed && (longestLag !== undefined || seen.wentOn >= ENOUGH_LAGS);
  const undecided = seen.open === 0 ? 0 : undecidedWhereSeen(curve);
  // Deals that came under observation late show what takes long, but not that nothing takes longer.
  const whole = seen.finished || (undecided <= NEGLIGIBLE && !seen.late) || watched;
  return {
    mature: seen.entered > 0 && curve.emptied === null && whole,
    followUp: { longest: greatest(seen.watched.keys()), longestLag: longestSeen, beyond, undecided },
  };
}

/** How long deals must have been watched, to have seen that nothing comes after the longest lag. */
function enoughAfter(longestSeen: number | null): number {
  return longestSeen === null ? Infinity : Math.max(longestSeen * MARGIN, longestSeen + 7);
}

function watchedFor({ watched }: Observations, wanted: number): number {
  let count = 0;
  for (const [days, deals] of watched) if (days >= wanted) count += deals;
  return count;
}

function undecidedWhereSeen({ rows }: Curve): number {
  let undecided = 1;
  for (const { atRisk, wentOn, lost, undecidedBefore } of rows) {
    if (atRisk < ENOUGH) break;
    undecided = undecidedBefore * (1 - (wentOn + lost) / atRisk);
  }
  return undecided;
}

/** The greatest of the numbers, 0 for none. */
function greatest(numbers: Iterable<number>): number {
  let most = 0;
  for (const one of numbers) if (one > most) most = one;
  return most;
}
