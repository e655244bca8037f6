import { exactWins, wholeWins } from "../model/bridge.js";

import type { Reason, Solution, Targets } from "./answer.js";
import { assumptionsOf } from "./assumptions.js";
import { countOf } from "../model/count.js";
import { mendsFor } from "../diagnose/fixes.js";
import { nearestGoal } from "../diagnose/nearest-goal.js";
import type { Prepared } from "../schedule/prepared.js";
import { noValue, reasonsFor } from "../diagnose/reasons.js";
import { targetsFor } from "./targets.js";
import { volumesFor } from "../schedule/volumes.js";

/** Solves a plan that was read into a model. */
export function solveModel(model: Prepared): Solution {
  const exact = exactWins(model.bridge);
  if (exact === undefined) return infeasible(model, null, [noValue(model)], 0);
  const wins = countOf(wholeWins(model.bridge, exact), ["goal", "amount"]);
  const volumes = volumesFor(model, wins);
  const because = reasonsFor(model, volumes);
  const targets = volumes.blocked.length > 0 ? null : targetsFor(model, volumes);
  if (targets === null || because.length > 0) return infeasible(model, targets, because, wins);
  return { status: "feasible", plan: model.plan, targets, assumptions: assumptionsOf(model) };
}

function infeasible(
  model: Prepared,
  targets: Targets | null,
  because: readonly Reason[],
  wins: number,
): Solution {
  const nearest = nearestGoal(model, wins);
  const mends = mendsFor(model, because, nearest);
  return {
    status: "infeasible",
    plan: model.plan,
    targets,
    because,
    nearest,
    mends,
    assumptions: assumptionsOf(model),
  };
}
