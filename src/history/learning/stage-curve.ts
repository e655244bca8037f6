import type { Beta } from "../../chance/beta-rule.js";
import { fromSample } from "../../chance/evidence.js";
import { cumulativeIncidence, incidenceVariance, type Curve } from "./cumulative-incidence.js";
import { effectiveSize } from "../../number/score-interval.js";
import { curveSince, findMovement, type MovementOptions } from "./moving-rate.js";
import type { Observations } from "./observations.js";

/** What becomes of deals in a stage by their age, as numbers to compute with. */
export interface StageCurve {
  /** The share that goes on in the end, from 0 to 1. */
  readonly rate: number;
  /** What history says of that share: as a sample of so many. */
  readonly sample: Beta;
  /** Of those that go on, the share that has gone on by each age in days, from 0 up; it ends at 1. */
  readonly goneBy: readonly number[];
  /** Of those that do not go on, the share that was lost by each age; what never closes keeps it below 1. */
  readonly lostBy: readonly number[];
}

/**
 * The curve of a stage as history shows it: since its rate moved, where it did. Its sample counts deals as independent: that
 * months differ beyond luck is a matter of the spread.
 */
export function stageCurve(seen: Observations, options: MovementOptions): StageCurve {
  const whole = cumulativeIncidence(seen);
  const { change } = findMovement(seen, whole, options);
  if (change === undefined) return fromCurve(whole, seen.entered);
  let entered = 0;
  for (const [came] of change.later.values()) entered += came;
  return fromCurve(curveSince(change, whole), entered);
}

function fromCurve(curve: Curve, entered: number): StageCurve {
  const rate = Math.min(1, curve.wentOn);
  const decided = curve.rows.reduce((sum, row) => sum + row.wentOn + row.lost, 0);
  const size = effectiveSize(rate, incidenceVariance(curve), entered, decided);
  return {
    rate,
    sample: fromSample({ won: rate * size, of: size }),
    goneBy: sharesBy(curve, "wentOn", rate),
    lostBy: sharesBy(curve, "lost", 1 - rate),
  };
}

function sharesBy({ rows }: Curve, way: "wentOn" | "lost", of: number): number[] {
  const by: number[] = [];
  let gone = 0;
  for (const row of rows) {
    while (by.length < row.age) by.push(gone);
    gone = of <= 0 ? 0 : Math.min(1, gone + (row.undecidedBefore * row[way]) / row.atRisk / of);
    by.push(gone);
  }
  return by;
}
