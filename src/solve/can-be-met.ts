import { findReasons } from "../diagnose/reasons.js";
import { toCount } from "../model/count.js";
import { exactWins, wholeWins } from "../model/bridge.js";
import type { Prepared } from "../schedule/prepared.js";
import { computeVolumes } from "../schedule/volumes.js";

/** Can the plan be met? As `solve` says it, without its answer and without looking for ways out where it cannot. */
export function canBeMet(model: Prepared): boolean {
  const exact = exactWins(model.bridge);
  if (exact === undefined) return false;
  const volumes = computeVolumes(model, toCount(wholeWins(model.bridge, exact), ["goal", "amount"]));
  return volumes.blocked.length === 0 && findReasons(model, volumes).length === 0;
}
