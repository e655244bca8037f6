import type { Ratio } from "../number/ratio.js";
import type { GoalPlan } from "../plan/plan.js";
import { listChannels } from "../plan/stage-list.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import type { FlowStage } from "./flow.js";
import type { Teams } from "./teams.js";

/** The most that something may cost in the period. */
export interface CompiledBudget {
  /** Whose costs it limits: those of the whole plan, of a team's work, or of the stages of a channel. */
  readonly of: "plan" | "team" | "channel";
  /** The team or the channel; null for the plan. */
  readonly name: string | null;
  readonly path: Path;
  readonly most: Ratio;
  /** The stages of a channel, those of channels inside it too, by index; empty for others. */
  readonly stages: ReadonlySet<number>;
}

/** Reads the budgets of a validated plan: that of the plan, then those of teams, then those of channels. */
export function compileBudgets(
  plan: GoalPlan,
  flow: readonly FlowStage[],
  teams: Teams,
): readonly CompiledBudget[] {
  const none: ReadonlySet<number> = new Set();
  const budgets: CompiledBudget[] = [];
  if (plan.budget !== undefined)
    budgets.push({
      ...{ of: "plan", name: null, path: ["budget"] },
      most: parseQuantity(plan.budget),
      stages: none,
    });
  for (const { name, budget } of teams.values())
    if (budget !== undefined)
      budgets.push({ of: "team", name, path: ["teams", name, "budget"], most: budget, stages: none });
  for (const { channel, path } of listChannels(plan))
    if (channel.budget !== undefined)
      budgets.push({
        ...{ of: "channel", name: channel.channel, path: [...path, "budget"] },
        most: parseQuantity(channel.budget),
        stages: stagesBelow(flow, path),
      });
  return budgets;
}

/** The stages that stand in the plan below a place, by index. */
export function stagesBelow(flow: readonly FlowStage[], place: Path): ReadonlySet<number> {
  const below = flow.filter(({ path }) => place.every((step, index) => path[index] === step));
  return new Set(below.map(({ index }) => index));
}
