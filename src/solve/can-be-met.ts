import { goalAt } from "../model/chosen-goal.js";
import { findReasons } from "../diagnose/reasons.js";
import type { CompiledPlan } from "../model/compile.js";
import { toCount } from "../model/count.js";
import { winsToGoFor } from "../schedule/planned-wins.js";
import { computeVolumes } from "../schedule/volumes.js";

/** Can the plan be met? As `solve` says it, without its answer and without looking for ways out where it cannot. */
export function canBeMet(compiled: CompiledPlan): boolean {
  const needed = winsToGoFor(compiled);
  if (needed === undefined) return false;
  const volumes = computeVolumes(compiled, toCount(needed, goalAt(compiled, "amount")));
  return volumes.blocked.length === 0 && findReasons(compiled, volumes).length === 0;
}
