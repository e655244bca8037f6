import type { Observations } from "./observations.js";

/** One age at which somebody went on or was lost. */
export interface CurveRow {
  readonly age: number;
  /** Deals under observation and undecided just before. */
  readonly atRisk: number;
  readonly wentOn: number;
  readonly lost: number;
  /** Share still undecided just before. */
  readonly undecidedBefore: number;
}

/** How the shares that went on and that were lost grow with the time in a stage. */
export interface Curve {
  readonly rows: readonly CurveRow[];
  /** Share that has gone on, that was lost, and that is undecided after the last row. They add up to 1. */
  readonly wentOn: number;
  readonly lost: number;
  readonly undecided: number;
  /** Age at which everybody under observation was decided although others came under observation later; else null. */
  readonly emptied: number | null;
}

/**
 * Which share has gone on by each age, when some deals are unfinished and losing competes with going on?
 *
 * At each age: the share still undecided × went on ÷ at risk, added up. Deals that are still open leave the risk set at the
 * age to which they were watched; deals that came under observation late enter it then. With nothing unfinished and
 * nothing late this is exactly went on ÷ entered. These are shares in floating point: the crossing from counts is here.
 *
 * Source: O. O. Aalen and S. Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored
 * observations", Scandinavian Journal of Statistics 5 (1978), 141–150, for two ways out of one state; late entry as in
 * P. K. Andersen, Ø. Borgan, R. D. Gill, N. Keiding, "Statistical Models Based on Counting Processes", Springer 1993.
 */
export function cumulativeIncidence({ byAge }: Pick<Observations, "byAge">): Curve {
  const rows: CurveRow[] = [];
  let [atRisk, undecided, gone, lostShare] = [0, 1, 0, 0];
  let emptied: number | null = null;
  for (const [age, counts] of [...byAge].sort(([one], [other]) => one - other)) {
    const [entered, open, wentOn, lost] = counts;
    atRisk += entered;
    if (wentOn + lost > 0) {
      if (undecided === 0) emptied ??= rows.at(-1)?.age ?? age;
      rows.push({ age, atRisk, wentOn, lost, undecidedBefore: undecided });
      gone += (undecided * wentOn) / atRisk;
      lostShare += (undecided * lost) / atRisk;
      // Counted down from whole numbers, so that nobody left is exactly nothing left.
      undecided *= (atRisk - wentOn - lost) / atRisk;
    }
    atRisk -= open + wentOn + lost;
  }
  return { rows, wentOn: gone, lost: lostShare, undecided, emptied };
}

/**
 * How far the share that went on (or that was lost) may be off: its variance.
 *
 * The delta method on the counts of each age (Greenwood's formula, extended to competing risks); with nothing unfinished
 * and nothing late it is p(1 − p) ÷ n. Source: G. E. Dinse and M. G. Larson, "A note on semi-Markov models for partially
 * censored data", Biometrika 73 (1986), 379–386.
 */
export function incidenceVariance(curve: Curve, way: "wentOn" | "lost" = "wentOn"): number {
  const final = curve[way];
  let variance = 0;
  let gone = 0;
  for (const row of curve.rows) {
    const { atRisk, undecidedBefore: before, [way]: taken } = row;
    gone += (before * taken) / atRisk;
    const rest = final - gone;
    const decided = row.wentOn + row.lost;
    if (atRisk > decided) variance += (rest * rest * decided) / (atRisk * (atRisk - decided));
    variance += (before * before * taken * (atRisk - taken)) / atRisk ** 3;
    variance -= (2 * rest * before * taken) / (atRisk * atRisk);
  }
  return Math.max(0, variance);
}

/** The curve as far as at least this many deals were watched: beyond it a single deal would move it too far. */
export function untilFew({ rows }: Curve, least: number): Curve {
  const end = rows.findIndex(({ atRisk }) => atRisk < least);
  const kept = end < 0 ? rows : rows.slice(0, end);
  let [wentOn, lost, undecided] = [0, 0, 1];
  for (const row of kept) {
    wentOn += (row.undecidedBefore * row.wentOn) / row.atRisk;
    lost += (row.undecidedBefore * row.lost) / row.atRisk;
    undecided = (row.undecidedBefore * (row.atRisk - row.wentOn - row.lost)) / row.atRisk;
  }
  return { rows: kept, wentOn, lost, undecided, emptied: null };
}

/**
 * One curve as far as at least this many deals were watched, then another: whoever is undecided by then goes on or is lost as
 * there. So young deals borrow what takes longer than they are old.
 */
export function spliced(curve: Curve, rest: Curve, least: number): Curve {
  const start = untilFew(curve, least);
  const last = start.rows.at(-1)?.age ?? -1;
  const few = curve.rows.length > start.rows.length || curve.undecided > 0;
  if (!few) return curve;
  const rows = [...start.rows];
  let { wentOn, lost, undecided } = start;
  for (const row of rest.rows) {
    if (row.age <= last) continue;
    rows.push({ ...row, undecidedBefore: undecided });
    wentOn += (undecided * row.wentOn) / row.atRisk;
    lost += (undecided * row.lost) / row.atRisk;
    undecided *= (row.atRisk - row.wentOn - row.lost) / row.atRisk;
  }
  return { rows, wentOn, lost, undecided, emptied: null };
}
