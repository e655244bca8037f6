import { parseExact, encodeExact, type ExactString } from "../number/exact-string.js";
import {
  add,
  compare,
  divide,
  isZero,
  multiply,
  negate,
  subtract,
  sum,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import { computeBaseMovement } from "../model/base-movement.js";
import { contractValue, lifetimeMonths, monthlyValue } from "../model/deal-worth.js";
import type { PlanModel } from "../model/model.js";
import { isAnnual, METRIC_FACTS } from "../plan/metric-facts.js";
import type { PlanInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseRate } from "../plan/rate.js";
import type { Economics } from "./answer.js";
import type { ActivityTarget } from "../workload/activity-target.js";

/** What winning costs and what it is worth; each figure is null where the plan does not say enough for it. */
export function computeEconomics(
  model: PlanModel,
  wins: Whole,
  winsOfWork: Ratio,
  activities: readonly ActivityTarget[],
): Economics {
  const { plan } = model;
  const cost = totalCost(activities);
  const cac = quotient(cost, winsOfWork);
  const ltv = lifetimeWorth(plan);
  const movement = movementOf(plan);
  return {
    cost: exactOrNull(cost),
    cac: exactOrNull(cac),
    paybackMonths: exactOrNull(quotient(cac, monthlyMargin(plan))),
    ltv: exactOrNull(ltv),
    ltvToCac: exactOrNull(quotient(ltv, cac)),
    retention: retentionOf(plan, movement),
    quickRatio: exactOrNull(quickRatio(model, wins, movement)),
  };
}

function exactOrNull(value: Ratio | undefined): ExactString | null {
  return value === undefined ? null : encodeExact(value);
}

function quotient(value: Ratio | undefined, by: Ratio | undefined): Ratio | undefined {
  return value === undefined || by === undefined || isZero(by) ? undefined : divide(value, by);
}

function totalCost(activities: readonly ActivityTarget[]): Ratio | undefined {
  const costs = activities.flatMap(({ cost }) => (cost === null ? [] : [parseExact(cost) ?? ZERO]));
  return costs.length === 0 ? undefined : sum(costs);
}

function marginOf({ deal }: PlanInput): Ratio {
  return parseRate(deal?.margin ?? 1);
}

function monthlyMargin(plan: PlanInput): Ratio | undefined {
  const monthly = monthlyValue(plan);
  return monthly === undefined ? undefined : multiply(monthly, marginOf(plan));
}

/** (v + u) · margin over the lifetime for a value that recurs, once for a deal that is paid once. */
function lifetimeWorth(plan: PlanInput): Ratio | undefined {
  const { metric } = plan.goal;
  // A commission is what the seller keeps: what the customer is worth is another's figure.
  if (plan.deal?.value === undefined || metric === "units" || metric === "commission") return undefined;
  const monthly = monthlyMargin(plan);
  if (monthly === undefined) return multiply(contractValue(plan), marginOf(plan));
  const months = lifetimeMonths(plan);
  return months === undefined ? undefined : multiply(monthly, months);
}

interface Movement {
  readonly lost: Ratio;
  readonly grown: Ratio;
}

/** What the base loses and gains in MRR over the period; undefined for metrics that the base does not move. */
function movementOf(plan: PlanInput): Movement | undefined {
  if (!METRIC_FACTS[plan.goal.metric].parts.includes("expansion")) return undefined;
  const monthly = isAnnual(plan.goal.metric) ? 12 : 1;
  const amount = (item: string): Ratio => {
    const found = computeBaseMovement(plan).find((part) => part.item === item);
    return found === undefined ? ZERO : divide(found.amount, { num: monthly, den: 1 });
  };
  return { lost: add(amount("churn"), amount("contraction")), grown: negate(amount("expansion")) };
}

function retentionOf(plan: PlanInput, movement: Movement | undefined): Economics["retention"] {
  if (movement === undefined || plan.base?.mrr === undefined) return null;
  const base = parseQuantity(plan.base.mrr);
  if (isZero(base)) return null;
  const gross = divide(subtract(base, movement.lost), base);
  // A base that loses more than it holds retains nothing, not less than nothing.
  const kept = compare(gross, ZERO) < 0 ? ZERO : gross;
  return {
    gross: encodeExact(kept),
    net: encodeExact(divide(add(subtract(base, movement.lost), movement.grown), base)),
  };
}

function quickRatio({ plan }: PlanModel, wins: Whole, movement: Movement | undefined): Ratio | undefined {
  const monthly = monthlyValue(plan);
  if (movement === undefined || monthly === undefined) return undefined;
  return quotient(add(multiply({ num: wins, den: 1 }, monthly), movement.grown), movement.lost);
}
