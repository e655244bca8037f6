import { issueAt, type Issue } from "../../schema/issue.js";
import { planPeriod } from "../plan-period.js";
import type { GoalPlan } from "../plan.js";

/** What `revenue-earned` needs and what cannot stand beside it; and that no other metric has a way to count what is paid. */
export function earnedRules(plan: GoalPlan): Issue[] {
  const { goal } = plan;
  if (goal.metric === "revenue-earned")
    return [...datesRule(plan), ...newCustomersRule(plan), ...chanceRule(plan)];
  if (goal.by === undefined) return [];
  return [
    issueAt(["goal", "by"], goal.by, {
      code: "goal.by",
      expected: "a way to count only with metric: revenue-earned",
      advice: "leave by out, this metric counts a win in full on its day",
    }),
  ];
}

function datesRule(plan: GoalPlan): Issue[] {
  if (planPeriod(plan).kind === "dated") return [];
  return [
    issueAt(["goal", "period"], plan.goal.period, {
      code: "metric.needs",
      expected: "a period with dates, which revenue-earned needs",
      advice: "write one such as 2026 or 2026-Q1: what is paid depends on the month of the win",
    }),
  ];
}

function newCustomersRule({ churn }: GoalPlan): Issue[] {
  if (churn?.newCustomers === undefined) return [];
  return [
    issueAt(["churn", "newCustomers"], churn.newCustomers, {
      code: "churn.earned",
      expected: "no share of new customers that leave again beside metric: revenue-earned",
      advice:
        "leave it out for now: how long those pay who leave again is not worked out yet; contractMonths limits how long each win pays",
    }),
  ];
}

/** How much a win brings depends on its day, which chances do not tell apart. */
function chanceRule({ goal }: GoalPlan): Issue[] {
  if (goal.chance === undefined) return [];
  return [
    issueAt(["goal", "chance"], goal.chance, {
      code: "chance.earned",
      expected: "no chance beside metric: revenue-earned",
      advice:
        "ask it of new-mrr or customers, or add a buffer: what a win pays depends on its day, which no chance knows yet",
    }),
  ];
}
