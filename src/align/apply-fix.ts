import { withChange } from "../plan/change.js";
import { parsePlan } from "../plan/parse.js";
import type { PlanInput, TeamInput } from "../plan/plan.js";
import type { AlignFix } from "./answer.js";
import { nameOf } from "./read-plans.js";

/** Plans and the teams they share, as `align` takes them. */
export interface AlignInput {
  /** The plans, each with a name. */
  readonly plans: readonly PlanInput[];
  /** The teams that they share, by name. */
  readonly teams: Readonly<Record<string, TeamInput>>;
}

/**
 * Applies one fix of a conflict: in the plan that it names, or in a shared team, wherever that team is written. What was
 * handed in stays as it is; align the result to see it.
 *
 * @throws PlanError where the changed plan is not valid
 *
 * @example
 * ```ts
 * const teams = { support: { headcount: 1, minutesPerDay: 60 } };
 * const plan = {
 *   name: "Basic",
 *   goal: { metric: "customers", amount: 50, period: "2026-01-05/2026-01-09" },
 *   deal: { activities: [{ name: "onboarding", owner: "support", minutes: 10 }] },
 *   funnel: [{ stage: "demo", rate: "50%" }],
 * } as const;
 * const [fix] = align([plan], teams).conflicts[0]?.fixes ?? [];
 * if (fix === undefined) throw new Error("no single change resolves it");
 * const fixed = applyFix({ plans: [plan], teams }, fix);
 * align(fixed.plans, fixed.teams).status; // => "aligned"
 * ```
 */
export function applyFix({ plans, teams }: AlignInput, fix: AlignFix): AlignInput {
  const { plan: name } = fix;
  if (name !== null) {
    const changed = plans.map((plan, index) =>
      nameOf(plan, index) === name ? changedPlan(plan, fix) : plan,
    );
    return { plans: changed, teams };
  }
  const team = String(fix.path[1]);
  const hasTeam = (written: PlanInput["teams"]) => written !== undefined && Object.hasOwn(written, team);
  return {
    plans: plans.map((plan) => (hasTeam(plan.teams) ? changedPlan(plan, fix) : plan)),
    teams: hasTeam(teams) ? withChange({ teams }, fix).teams : teams,
  };
}

function changedPlan(plan: PlanInput, fix: AlignFix): PlanInput {
  return parsePlan(withChange(plan, fix));
}
