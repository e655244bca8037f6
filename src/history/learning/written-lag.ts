import { apportion } from "../../number/apportion.js";
import { toNumber } from "../../number/exact-string.js";
import { ratio } from "../../number/ratio.js";
import { lagFromQuantiles } from "../../lag/from-quantiles.js";
import type { LagShareInput } from "./lag-rows.js";
import { at } from "../../number/invariant.js";
import { tally } from "../../number/tally.js";

/** A lag as a person would write it, and how far it is from what was seen. */
interface WrittenLag {
  readonly to: number | { readonly median: number; readonly p90: number } | readonly LagShareInput[];
  /** The greatest difference between the shares that went on by any day, as written and as seen; from 0 to 1. */
  readonly off: number;
}

/** What is nowhere further off than this is close: about what luck does to a hundred deals. */
const CLOSE = 0.08;
/** A table of so many rows is read at a glance, and nobody reads a longer one than the longest. */
const FEW_ROWS = 6;
const MOST_ROWS = 12;
/** Shares of a shortened table are whole percents. */
const PARTS = 100;

/**
 * A lag as a person would write it: days where all take as long; `{ median, p90 }` where that curve is nowhere more than 8
 * points from what was seen; else a table: what was seen as it is where it has six rows at most, else the fewest rows that are
 * as close, and never more than twelve, each for an equal part of those who went on.
 */
export function writtenLag(rows: readonly LagShareInput[]): WrittenLag {
  const [only] = rows;
  if (only !== undefined && rows.length === 1) return { to: only.days, off: 0 };
  const seen = cumulative(rows.map(({ days, share }) => [days, toNumber(share)]));
  const curve = closestCurve(seen);
  if (curve !== undefined && curve.off <= CLOSE) return curve;
  if (rows.length <= FEW_ROWS) return { to: rows, off: 0 };
  for (let parts = FEW_ROWS; ; parts += 1) {
    const to = shortTable(seen, parts);
    const off = furthest(
      seen,
      cumulative(to.map(({ days, share }) => [days, Number.parseInt(share, 10) / PARTS])),
    );
    if (off <= CLOSE || parts === MOST_ROWS) return { to, off };
  }
}

/** Shares that went on by each day, in the order of days. */
type Cumulative = readonly (readonly [days: number, by: number])[];

function cumulative(rows: readonly (readonly [days: number, share: number])[]): Cumulative {
  let by = 0;
  return rows.map(([days, share]) => [days, (by += share)]);
}

/** Of the curves by quantiles around those that were seen, the one that is nowhere far off. */
function closestCurve(seen: Cumulative): WrittenLag | undefined {
  const [middle, slow] = [dayBy(seen, 0.5), dayBy(seen, 0.9)];
  let best: WrittenLag | undefined;
  for (const median of [middle - 1, middle])
    for (const p90 of [slow - 1, slow, slow + 1]) {
      const lag = median < 0 || p90 <= median ? undefined : lagFromQuantiles(ratio(median), ratio(p90));
      if (lag === undefined) continue;
      const written = lag.weights.map(
        (weight, at) => [lag.first + at, Number(weight) / Number(lag.scale)] as const,
      );
      const off = furthest(seen, cumulative(written));
      if (best === undefined || off < best.off) best = { to: { median, p90 }, off };
    }
  return best;
}

/** The first day by which this share had gone on. */
function dayBy(seen: Cumulative, share: number): number {
  return (seen.find(([, by]) => by >= share - 1e-9) ?? seen.at(-1))?.[0] ?? 0;
}

function shortTable(seen: Cumulative, rows: number): readonly LagShareInput[] {
  const counts = new Map<number, number>();
  for (let part = 0; part < rows; part += 1) {
    const days = dayBy(seen, (part + 0.5) / rows);
    tally(counts, days, 1);
  }
  const table = [...counts];
  const parts = apportion(
    PARTS,
    table.map(([, count]) => count),
  );
  return table.map(([days], index) => ({ days, share: `${at(parts, index)}%` }));
}

/** The greatest difference of two curves on any day. */
function furthest(one: Cumulative, other: Cumulative): number {
  let [most, atOne, atOther, byOne, byOther] = [0, 0, 0, 0, 0];
  while (atOne < one.length || atOther < other.length) {
    const [first, second] = [one[atOne], other[atOther]];
    const day = Math.min(first?.[0] ?? Infinity, second?.[0] ?? Infinity);
    if (first?.[0] === day) [byOne, atOne] = [first[1], atOne + 1];
    if (second?.[0] === day) [byOther, atOther] = [second[1], atOther + 1];
    most = Math.max(most, Math.abs(byOne - byOther));
  }
  return most;
}
