import { issueAt, type Issue, type Path, type Problem } from "../../schema/issue.js";
import { dealPer, METRIC_FACTS, startsFromBase } from "../metric-facts.js";
import { isHabitsAlone } from "../habits-alone.js";
import { isZero } from "../../number/ratio.js";
import { duplicates, listNames } from "../../schema/duplicate-names.js";
import { firstOfEach } from "../../schema/first-of-each.js";
import { isGrowthOfNow } from "../goal-amount.js";
import { missingProblem } from "../../schema/missing-value.js";
import { planPeriod } from "../plan-period.js";
import { parseRate } from "../rate.js";
import type { GoalPlan } from "../plan.js";

/** What the metric of the goal needs from the deal and the base, by name. */
export function goalRules(plan: GoalPlan): Issue[] {
  return [
    ...amountRule(plan),
    ...unitRule(plan),
    ...changeRule(plan),
    ...dealNeeds(plan),
    ...perRules(plan),
    ...lifetimeRules(plan),
    ...baseNeeds(plan),
    ...dealNames(plan),
  ];
}

/** The issue for a part that the metric cannot do without. */
function requireParts(plan: GoalPlan, path: Path, advice: string): Issue {
  const expected = `${path.join(".")}, which ${plan.goal.metric} needs`;
  return issueAt(path, undefined, { code: "metric.needs", expected, advice });
}

/** Where habits are alone, nothing need be reached; all else follows from the amount. */
function amountRule({ goal, funnel, habits }: GoalPlan): Issue[] {
  if (goal.amount !== undefined) return [];
  if (Array.isArray(funnel) && isHabitsAlone({ funnel, habits }) && goal.chance === undefined) return [];
  return [issueAt(["goal", "amount"], undefined, missingProblem(["amount"]))];
}

function unitRule({ goal }: GoalPlan): Issue[] {
  if (goal.unit === undefined || goal.metric === "units") return [];
  const problem: Problem = {
    code: "goal.unit",
    expected: "a unit only with metric: units",
    advice: "leave unit out, this metric has its own",
  };
  return [issueAt(["goal", "unit"], goal.unit, problem)];
}

/** What is to be added to something is no size that it ends with. */
function changeRule({ goal }: GoalPlan): Issue[] {
  if (!startsFromBase(goal.metric) || !isGrowthOfNow(goal.amount)) return [];
  const problem: Problem = {
    code: "goal.change",
    expected: `the size that ${goal.metric} ends with`,
    advice:
      "a change of what there is now is what must be added; write { lastPeriod: 82000, change: +5% } for 86,100, or another metric such as net-new-mrr",
  };
  return [issueAt(["goal", "amount"], goal.amount, problem)];
}

const EXAMPLES = { value: "value: 1000", margin: "margin: 70%", commission: "commission: 10%" } as const;

function dealNeeds(plan: GoalPlan): Issue[] {
  return METRIC_FACTS[plan.goal.metric].deal.flatMap((key) =>
    plan.deal?.[key] === undefined ? [requireParts(plan, ["deal", key], `write ${EXAMPLES[key]}`)] : [],
  );
}

function perRules(plan: GoalPlan): Issue[] {
  const { kind } = METRIC_FACTS[plan.goal.metric];
  const per = dealPer(plan.goal.metric, plan.deal);
  if (kind === "recurring money" && per === "deal") {
    const problem: Problem = {
      code: "deal.per",
      expected: `month or year under ${plan.goal.metric}`,
      advice: "write per: month or per: year",
    };
    return [issueAt(["deal", "per"], per, problem)];
  }
  if (kind !== "one-off money" || per === "deal" || plan.deal?.contractMonths !== undefined) return [];
  return [
    requireParts(plan, ["deal", "contractMonths"], `write contractMonths: 12, since the value is per ${per}`),
  ];
}

function lifetimeRules(plan: GoalPlan): Issue[] {
  if (plan.goal.metric !== "lifetime-value" || plan.deal?.lifetimeMonths !== undefined) return [];
  const { churn } = plan;
  const undated = churn?.per === "period" && planPeriod(plan).kind === "undated";
  if (churn?.rate !== undefined && !isZero(parseRate(churn.rate)) && !undated) return [];
  return [
    requireParts(
      plan,
      ["deal", "lifetimeMonths"],
      "write lifetimeMonths: 36, or a churn rate above 0 from which it follows",
    ),
  ];
}

function baseNeeds(plan: GoalPlan): Issue[] {
  const facts = METRIC_FACTS[plan.goal.metric];
  const money = facts.kind === "recurring money";
  const needs: Issue[] = [];
  if (startsFromBase(plan.goal.metric) && plan.base?.mrr === undefined)
    needs.push(
      requireParts(plan, ["base", "mrr"], "write mrr: 240000, what recurs each month on the first day"),
    );
  for (const part of facts.parts) {
    if (plan[part]?.rate === undefined) continue;
    const key = money ? "mrr" : "customers";
    if (plan.base?.[key] === undefined) needs.push(rateNeedsBase(part, key));
  }
  if (plan.goal.metric === "net-new-customers" && plan.churn?.mrr !== undefined) {
    const problem: Problem = {
      code: "churn.kind",
      expected: "churn in customers or as a rate under net-new-customers",
      advice: "write customers: 5",
    };
    needs.push(issueAt(["churn", "mrr"], plan.churn.mrr, problem));
  }
  return firstOfEach(needs, ({ path }) => path.join("\n"));
}

function rateNeedsBase(part: string, key: "mrr" | "customers"): Issue {
  const expected = `base.${key}, which ${part}.rate needs`;
  return issueAt(["base", key], undefined, {
    code: "metric.needs",
    expected,
    advice: `write ${key}: ${key === "mrr" ? 240000 : 250}`,
  });
}

function dealNames({ deal }: GoalPlan): Issue[] {
  return [
    ...duplicates(listNames(deal?.upsells, ["deal", "upsells"])),
    ...duplicates(listNames(deal?.activities, ["deal", "activities"])),
  ];
}
