import type { CompiledPlan } from "../model/compile.js";
import type { AssumptionData } from "../words/assumptions.js";
import { dealPer, METRIC_FACTS, startsFromBase } from "../plan/metric-facts.js";
import type { Path } from "../schema/issue.js";
import type { GoalPlan } from "../plan/plan.js";

/** The parts of the plan that do not enter the bridge of its metric, so that none is left out silently. */
export function findUnusedParts(compiled: CompiledPlan): readonly AssumptionData[] {
  const { plan } = compiled;
  const unused = [
    ...unusedDeal(plan),
    ...unusedMovement(plan),
    ...unusedChurn(plan),
    ...unusedBase(compiled),
  ];
  return unused.map((path) => ({
    kind: "part-unused",
    path,
    code: "part-unused",
    metric: plan.goal.metric,
  }));
}

function unusedDeal(plan: GoalPlan): Path[] {
  const { deal, goal } = plan;
  if (deal === undefined) return [];
  const { kind, deal: needs } = METRIC_FACTS[goal.metric];
  const money = kind === "one-off money" || kind === "recurring money";
  const used: Readonly<Record<string, boolean>> = {
    value: kind !== "count",
    upsells: money,
    per: money,
    contractMonths:
      goal.metric === "revenue-earned" || (kind === "one-off money" && dealPer(goal.metric, deal) !== "deal"),
    margin: needs.includes("margin"),
    commission: needs.includes("commission"),
    lifetimeMonths: goal.metric === "lifetime-value",
  };
  return Object.keys(used)
    .filter((key) => used[key] === false && Object.hasOwn(deal, key))
    .map((key) => ["deal", key]);
}

function unusedMovement(plan: GoalPlan): Path[] {
  const used: readonly string[] = METRIC_FACTS[plan.goal.metric].parts;
  const parts = (["expansion", "contraction", "repeat"] as const).filter(
    (part) => plan[part] !== undefined && !used.includes(part),
  );
  const churnIdle = plan.churn !== undefined && !churnIsUsed(plan);
  return [...(churnIdle ? [["churn"]] : []), ...parts.map((part) => [part])];
}

/** Churn also tells how long a customer stays, and how fast the base shrinks that buys again. */
function churnIsUsed({ goal, deal, churn, repeat }: GoalPlan): boolean {
  const { parts } = METRIC_FACTS[goal.metric];
  if (parts.includes("churn")) return true;
  if (churn?.rate === undefined) return false;
  if (goal.metric === "lifetime-value") return deal?.lifetimeMonths === undefined;
  return parts.includes("repeat") && repeat?.rate !== undefined;
}

function unusedChurn(plan: GoalPlan): Path[] {
  const { churn, goal } = plan;
  if (churn === undefined || !churnIsUsed(plan)) return [];
  const { kind, parts } = METRIC_FACTS[goal.metric];
  const ofRenewals = plan.base?.renewals?.some(({ customers }) => customers !== undefined) === true;
  const counted = kind === "recurring money" && (churn.customers !== undefined || ofRenewals);
  const paths: Path[] = [];
  if (churn.valueEach !== undefined && !(counted && parts.includes("churn")))
    paths.push(["churn", "valueEach"]);
  if (churn.newCustomers !== undefined && !parts.includes("churn")) paths.push(["churn", "newCustomers"]);
  return paths;
}

function unusedBase(compiled: CompiledPlan): Path[] {
  const { base } = compiled.plan;
  if (base === undefined) return [];
  const used = usedOfBase(compiled);
  return (["customers", "mrr", "renewals"] as const)
    .filter((key) => base[key] !== undefined && !used.has(key))
    .map((key) => ["base", key]);
}

function usedOfBase({ plan, base }: CompiledPlan): Set<string> {
  const { parts, kind } = METRIC_FACTS[plan.goal.metric];
  const used = new Set<string>();
  const money = kind === "recurring money";
  if (startsFromBase(plan.goal.metric)) used.add("mrr");
  if (parts.some((part) => plan[part]?.rate !== undefined)) used.add(money ? "mrr" : "customers");
  const ofRenewals = base.renewals.some(({ key }) => key === "customers");
  const counted = money && parts.includes("churn") && (plan.churn?.customers !== undefined || ofRenewals);
  if (base.renewals.length > 0) used.add("renewals");
  if (counted && base.churn?.each.from === "base") used.add("mrr").add("customers");
  return used;
}
