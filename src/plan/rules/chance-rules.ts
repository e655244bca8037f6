import { compare, isPositive, ONE } from "../../number/ratio.js";
import { issueAt, type Issue, type Problem } from "../../schema/issue.js";
import { planPeriod } from "../plan-period.js";
import type { GoalPlan } from "../plan.js";
import { readRate } from "../rate-reading.js";
import type { PlacedStage } from "../stage-list.js";

/** What a chance that is asked for forbids, and what a spread of months needs. */
export function chanceRules(plan: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  return [...askedRule(plan), ...bufferRule(plan), ...returnsRule(plan, stages), ...spreadRule(plan)];
}

/** How many enter a stage behind others is not known before where units come back to it. */
function returnsRule({ goal }: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  if (goal.chance === undefined) return [];
  const behind = stages.filter(({ stage, first }) => !first || (stage.sources ?? []).length > 0);
  const loop = behind.find((to) => stages.some(({ stage }) => stage.returns?.to === to.stage.stage));
  if (loop === undefined) return [];
  const problem: Problem = {
    code: "chance.returns",
    expected: `no chance beside units that come back to "${loop.stage.stage}", which others lead to`,
    advice: "leave goal.chance out, and write a buffer",
  };
  return [issueAt(["goal", "chance"], goal.chance, problem)];
}

function askedRule({ goal }: GoalPlan): Issue[] {
  const asked = goal.chance === undefined ? undefined : readRate(goal.chance).ratio;
  if (asked === undefined || (isPositive(asked) && compare(asked, ONE) < 0)) return [];
  const problem: Problem = {
    code: "chance.range",
    expected: "a chance above 0% and below 100%",
    advice: "nothing is ever quite sure: write 80%, or 95%",
  };
  return [issueAt(["goal", "chance"], goal.chance, problem)];
}

function bufferRule({ goal, buffer }: GoalPlan): Issue[] {
  if (goal.chance === undefined || buffer === undefined) return [];
  const problem: Problem = {
    code: "chance.buffer",
    expected: "either buffer or goal.chance",
    advice:
      "leave buffer out: the chance says how large the margin must be, and a buffer on top would make the plan surer than was asked",
  };
  return [issueAt(["buffer"], buffer, problem)];
}

function spreadRule(plan: GoalPlan): Issue[] {
  const { spread } = plan;
  if (typeof spread !== "object" || planPeriod(plan).kind === "dated") return [];
  const problem: Problem = {
    code: "spread.month",
    expected: "a spread of the whole period, because the period has no dates",
    advice: 'write spread: "25%"',
  };
  return [issueAt(["spread"], spread, problem)];
}
