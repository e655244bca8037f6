import { compare, isPositive, ONE } from "../../number/ratio.js";
import { issueAt, type Issue, type Problem } from "../../schema/issue.js";
import { planPeriod } from "../plan-period.js";
import type { GoalPlan } from "../plan.js";
import { readRate } from "../rate-reading.js";
import { isSampled } from "../rate-sample.js";
import { stagesBeside, type PlacedStage } from "../stage-list.js";

/** What a chance that is asked for forbids, and what a spread of months needs. */
export function chanceRules(plan: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  return [...askedRule(plan), ...bufferRule(plan), ...returnsRule(plan, stages), ...spreadRule(plan)];
}

/** A unit that comes back to a stage behind others is one unit with one chance only where all rates that it passes again are known. */
function returnsRule({ goal }: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  if (goal.chance === undefined) return [];
  const isBehind = ({ stage, first }: PlacedStage): boolean => !first || (stage.sources ?? []).length > 0;
  const names = new Map(stages.map(({ stage }) => [stage.stage, stage]));
  const sampled = stages.flatMap((from): string[] => {
    const list = stagesBeside(stages, from);
    const start = list.findIndex(({ stage }) => stage.stage === from.stage.returns?.to);
    const to = list[start];
    if (to === undefined || !isBehind(to)) return [];
    const rates = list.slice(start, list.indexOf(from) + 1).map(({ stage }) => {
      const owner = stage.sameAs === undefined ? stage : names.get(stage.sameAs);
      return owner?.rate;
    });
    return [...rates, from.stage.returns?.rate].some(isSampled) ? [to.stage.stage] : [];
  });
  const [to] = sampled;
  if (to === undefined) return [];
  const problem: Problem = {
    code: "chance.returns",
    expected: `no chance beside units that come back to "${to}", which others lead to, by rates that are known from samples`,
    advice: "write these rates as numbers, or leave goal.chance out and write a buffer",
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
