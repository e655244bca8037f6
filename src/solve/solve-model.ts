import type { Reason } from "../diagnose/reason.js";
import type { InfeasibleSolution, Solution, Targets } from "./answer.js";
import { collectAssumptions } from "./assumptions.js";
import { chanceAssumptions } from "./chance/chance-assumptions.js";
import { planWork, toldChance, type PlannedWork } from "./chance/goal-chance.js";
import {
  chanceFixes,
  chanceReason,
  mostDoable,
  nearestWithChance,
  worksWithChance,
} from "./chance/ways-out.js";
import type { Change } from "../plan/change.js";
import { findFixes } from "../diagnose/fixes.js";
import { findNearestGoal } from "../diagnose/nearest-goal.js";
import type { Prepared } from "../schedule/prepared.js";
import { noValue, findReasons } from "../diagnose/reasons.js";
import { buildTargets } from "./targets.js";

/**
 * Solves a plan that was read into a model.
 *
 * @param chance whether the chance of a plan that asks for none is told; default true
 */
export function solveModel(model: Prepared, { chance = true }: { readonly chance?: boolean } = {}): Solution {
  const planned = planWork(model);
  if (planned === undefined) return infeasible(model, null, [noValue(model)], planned);
  const { volumes } = planned;
  const reasons = [...findReasons(model, volumes)];
  const asked = planned.chance?.asked ?? null;
  if (asked !== null && planned.margin === null && reasons.length === 0)
    reasons.push(chanceReason(asked, planned.chance?.reached ?? null));
  const built = volumes.blocked.length > 0 ? null : buildTargets(model, volumes, planned);
  const told = built === null || !chance ? null : toldChance(model, volumes);
  const targets = built?.chance === null ? { ...built, chance: told } : built;
  if (targets === null || reasons.length > 0) return infeasible(model, targets, reasons, planned);
  return {
    status: "feasible",
    plan: model.plan,
    targets,
    assumptions: [...collectAssumptions(model), ...chanceAssumptions(model, volumes)],
  };
}

function infeasible(
  model: Prepared,
  targets: Targets | null,
  reasons: readonly Reason[],
  planned: PlannedWork | undefined,
): Solution {
  const hasChance = typeof planned?.chance?.reached === "number";
  const out = hasChance ? sureWays(model, reasons, planned) : plainWays(model, reasons, planned);
  return {
    status: "infeasible",
    plan: model.plan,
    targets,
    reasons,
    ...out,
    assumptions: [
      ...collectAssumptions(model),
      ...(planned === undefined ? [] : chanceAssumptions(model, planned.volumes)),
    ],
  };
}

type WaysOut = Pick<InfeasibleSolution, "nearest" | "fixes">;

function plainWays(model: Prepared, reasons: readonly Reason[], planned: PlannedWork | undefined): WaysOut {
  const nearest = findNearestGoal(model, Number(planned?.volumes.wins ?? 0));
  return { nearest, fixes: findFixes(model, reasons, nearest) };
}

/** With a chance that is asked for: what has it, and what would give it. */
function sureWays(model: Prepared, reasons: readonly Reason[], { volumes, chance }: PlannedWork): WaysOut {
  const doable = mostDoable(model, volumes);
  const nearest = doable === null ? null : nearestWithChance(model, doable, chance?.asked ?? 0);
  const tries = (change: Change): boolean => worksWithChance(model, change);
  const fixes = findFixes(model, reasons, nearest, tries);
  return { nearest, fixes: [...fixes.slice(0, 1), ...chanceFixes(model, doable, tries), ...fixes.slice(1)] };
}
