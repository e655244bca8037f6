import type { CompiledBudget } from "../model/budgets.js";
import type { CompiledPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { add, compare, multiply, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { planFormat } from "../words/plan-format.js";
import { sayReason, type BudgetReason } from "../words/reasons.js";
import type { Volumes } from "../schedule/volumes.js";
import { computeWholeCosts, type ActivityCosts, type WholeCosts } from "../schedule/whole-costs.js";

/** Budgets that so many wins cost more than, in whole units as they are printed. */
export function findBudgetReasons(compiled: CompiledPlan, volumes: Volumes): readonly BudgetReason[] {
  return budgetUses(compiled, volumes).flatMap(({ budget, cost }) => {
    const { of, name, path, most } = budget;
    if (compare(cost, most) <= 0) return [];
    const figures = {
      budget: encodeExact(most),
      cost: encodeExact(cost),
      over: encodeExact(subtract(cost, most)),
    };
    const reason = { code: "budget", path, of, name, ...figures } as const;
    return [{ ...reason, text: sayReason(reason, planFormat(compiled.plan)) }];
  });
}

/** Whether so many wins cost no more than any budget. */
export function isWithinBudgets(compiled: CompiledPlan, volumes: Volumes): boolean {
  return budgetUses(compiled, volumes).every(({ budget, cost }) => compare(cost, budget.most) <= 0);
}

interface BudgetUse {
  readonly budget: CompiledBudget;
  readonly cost: Ratio;
}

function budgetUses(compiled: CompiledPlan, volumes: Volumes): readonly BudgetUse[] {
  if (compiled.budgets.length === 0) return [];
  const costs = computeWholeCosts(compiled, volumes);
  return compiled.budgets.map((budget) => ({ budget, cost: costUnder(costs, budget) }));
}

function costUnder({ activities, teams, all = ZERO }: WholeCosts, budget: CompiledBudget): Ratio {
  switch (budget.of) {
    case "plan":
      return all;
    case "team": {
      const hours = teams.filter(({ team }) => team === budget.name).map(({ cost }) => cost);
      const own = activities.filter(({ activity }) => activity.owner === budget.name);
      return add(sum(hours), sum(own.map(writtenCost)));
    }
    case "channel":
      return sum(
        activities.flatMap(({ stage, cost }) =>
          cost !== undefined && budget.stages.has(stage) ? [cost] : [],
        ),
      );
  }
}

/** Without its hours, which the team's own row counts. */
function writtenCost({ activity, times }: ActivityCosts): Ratio {
  return activity.cost === undefined ? ZERO : multiply(activity.cost, { num: times, den: 1 });
}
