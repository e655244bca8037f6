import { compare, isPositive, ONE } from "../../number/ratio.js";
import { issueAt, type Issue, type Problem } from "../../schema/issue.js";
import { planPeriod } from "../plan-period.js";
import type { PlanInput } from "../plan.js";
import { readRate } from "../rate-reading.js";

/** What a chance that is asked for forbids, and what a spread of months needs. */
export function chanceRules(plan: PlanInput): Issue[] {
  return [...askedRule(plan), ...bufferRule(plan), ...spreadRule(plan)];
}

function askedRule({ goal }: PlanInput): Issue[] {
  const asked = goal.chance === undefined ? undefined : readRate(goal.chance).ratio;
  if (asked === undefined || (isPositive(asked) && compare(asked, ONE) < 0)) return [];
  const problem: Problem = {
    code: "chance.range",
    expected: "a chance above 0% and below 100%",
    advice: "nothing is ever quite sure: write 80%, or 95%",
  };
  return [issueAt(["goal", "chance"], goal.chance, problem)];
}

function bufferRule({ goal, buffer }: PlanInput): Issue[] {
  if (goal.chance === undefined || buffer === undefined) return [];
  const problem: Problem = {
    code: "chance.buffer",
    expected: "either buffer or goal.chance",
    advice:
      "leave buffer out: the chance says how large the margin must be, and a buffer on top would make the plan surer than was asked",
  };
  return [issueAt(["buffer"], buffer, problem)];
}

function spreadRule(plan: PlanInput): Issue[] {
  const { spread } = plan;
  if (typeof spread !== "object" || planPeriod(plan).kind === "dated") return [];
  const problem: Problem = {
    code: "spread.month",
    expected: "a spread of the whole period, because the period has no dates",
    advice: 'write spread: "25%"',
  };
  return [issueAt(["spread"], spread, problem)];
}
