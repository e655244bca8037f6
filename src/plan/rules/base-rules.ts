import { add, isNegative, ONE } from "../../number/ratio.js";
import { computeBaseGrowth } from "../base-growth.js";
import { exactlyOne } from "../../schema/exactly-one.js";
import { issueAt, type Issue, type Problem } from "../../schema/issue.js";
import { METRIC_FACTS, MOVING_PARTS, type MovingPart } from "../metric-facts.js";
import type { GoalPlan } from "../plan.js";

/** What the parts that move the base must say: one kind of figure each, a span for each rate, one span for all. */
export function baseRules(plan: GoalPlan): Issue[] {
  return [
    ...kindOf(
      plan,
      "churn",
      ["customers", "mrr", "rate"],
      "write customers: 5, mrr: 4500, or rate: 1.5% with per: month",
    ),
    ...kindOf(plan, "expansion", ["mrr", "rate"], MOVEMENT),
    ...kindOf(plan, "contraction", ["mrr", "rate"], MOVEMENT),
    ...repeatKind(plan),
    ...rateSpans(plan),
    ...shrinking(plan),
  ];
}

const MOVEMENT = "write mrr: 1200, or rate: 2% with per: month";

function kindOf(plan: GoalPlan, part: MovingPart, kinds: readonly string[], advice: string): Issue[] {
  const written = plan[part];
  return written === undefined ? [] : exactlyOne([part], written, kinds, `${part}.kind`, advice);
}

function repeatKind(plan: GoalPlan): Issue[] {
  const kinds = kindOf(
    plan,
    "repeat",
    ["rate", "customers", "amount"],
    "write rate: 10% with per and value, customers: 20 with value, or amount: 8000",
  );
  const { repeat } = plan;
  if (repeat === undefined || kinds.length > 0) return kinds;
  if (repeat.amount === undefined && repeat.value === undefined) {
    const problem: Problem = {
      code: "repeat.value",
      expected: "what one repeat purchase is worth",
      advice: "write value: 400",
    };
    return [issueAt(["repeat", "value"], undefined, problem)];
  }
  if (repeat.amount === undefined || repeat.value === undefined) return [];
  return [
    issueAt(["repeat", "value"], repeat.value, {
      code: "repeat.value",
      expected: "an amount alone",
      advice: "leave value out, the amount says it all",
    }),
  ];
}

function rateSpans(plan: GoalPlan): Issue[] {
  const rates = MOVING_PARTS.filter((part) => plan[part]?.rate !== undefined);
  const missing = rates.filter((part) => plan[part]?.per === undefined);
  const problem: Problem = {
    code: "rate.per",
    expected: "the span this rate is for",
    advice: "write per: month, quarter, year or period",
  };
  const issues = missing.map((part) => issueAt([part, "per"], undefined, problem));
  const [first, ...others] = rates.filter((part) => plan[part]?.per !== undefined);
  if (first === undefined) return issues;
  const span = plan[first]?.per;
  const different = others.filter((part) => plan[part]?.per !== span);
  const advice = `write per: ${span}, as ${first} does; rates act on one running base together`;
  return [
    ...issues,
    ...different.map((part) =>
      issueAt([part, "per"], plan[part]?.per, {
        code: "rate.per",
        expected: "one span for all rates of the base",
        advice,
      }),
    ),
  ];
}

function shrinking(plan: GoalPlan): Issue[] {
  if (METRIC_FACTS[plan.goal.metric].kind !== "recurring money") return [];
  if (!isNegative(add(ONE, computeBaseGrowth(plan)))) return [];
  const problem: Problem = {
    code: "rate.sum",
    expected: "churn and contraction that leave a base",
    advice: "together they take more than all of it, lower one",
  };
  return [issueAt(["contraction", "rate"], plan.contraction?.rate, problem)];
}
