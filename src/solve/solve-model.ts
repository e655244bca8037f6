import { exactWins, wholeWins } from "../model/bridge.js";

import type { Reason } from "../diagnose/reason.js";
import type { Solution, Targets } from "./answer.js";
import { collectAssumptions } from "./assumptions.js";
import { toCount } from "../model/count.js";
import { findFixes } from "../diagnose/fixes.js";
import { findNearestGoal } from "../diagnose/nearest-goal.js";
import type { Prepared } from "../schedule/prepared.js";
import { noValue, findReasons } from "../diagnose/reasons.js";
import { buildTargets } from "./targets.js";
import { computeVolumes } from "../schedule/volumes.js";

/** Solves a plan that was read into a model. */
export function solveModel(model: Prepared): Solution {
  const exact = exactWins(model.bridge);
  if (exact === undefined) return infeasible(model, null, [noValue(model)], 0);
  const wins = toCount(wholeWins(model.bridge, exact), ["goal", "amount"]);
  const volumes = computeVolumes(model, wins);
  const reasons = findReasons(model, volumes);
  const targets = volumes.blocked.length > 0 ? null : buildTargets(model, volumes);
  if (targets === null || reasons.length > 0) return infeasible(model, targets, reasons, wins);
  return { status: "feasible", plan: model.plan, targets, assumptions: collectAssumptions(model) };
}

function infeasible(
  model: Prepared,
  targets: Targets | null,
  reasons: readonly Reason[],
  wins: number,
): Solution {
  const nearest = findNearestGoal(model, wins);
  const fixes = findFixes(model, reasons, nearest);
  return {
    status: "infeasible",
    plan: model.plan,
    targets,
    reasons,
    nearest,
    fixes,
    assumptions: collectAssumptions(model),
  };
}
