import { encodeExact } from "../number/exact-string.js";
import { add, isPositive, larger, multiply, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { monthlyOf } from "./in-metric.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import type { GoalPlan, PlanParts } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { customersLostByRate, sumOfParts, type CompiledBase } from "./base-movement.js";
import { exactWins, type Bridge } from "./bridge.js";

/**
 * What the base is on the morning after a period whose goal was met exactly: what it was, less what it lost, with what it gained
 * and with what was won and kept. Where the goal was met without a win, what it was with its losses and gains.
 */
export function baseAfter(plan: GoalPlan, base: CompiledBase, bridge: Bridge): PlanParts["base"] {
  if (plan.base === undefined) return undefined;
  const wins = exactWins(bridge);
  const won = wins !== undefined && isPositive(wins) ? multiply(wins, bridge.keep) : ZERO;
  return {
    ...(plan.base.customers === undefined ? {} : { customers: encodeExact(customersAfter(plan, base, won)) }),
    ...(plan.base.mrr === undefined ? {} : { mrr: encodeExact(mrrAfter(plan, base, bridge, won)) }),
  };
}

function customersAfter(plan: GoalPlan, { churn }: CompiledBase, won: Ratio): Ratio {
  const customers = parseQuantity(plan.base?.customers ?? 0);
  const lost = plan.churn?.rate === undefined ? (churn?.customers ?? ZERO) : customersLostByRate(plan, ZERO);
  return larger(ZERO, add(subtract(customers, lost), won));
}

/** Money that no part of the plan moves stays as it is. */
function mrrAfter(plan: GoalPlan, { parts }: CompiledBase, { worth }: Bridge, won: Ratio): Ratio {
  const mrr = parseQuantity(plan.base?.mrr ?? 0);
  const { metric } = plan.goal;
  if (METRIC_FACTS[metric].kind !== "recurring money" || metric === "lifetime-value") return mrr;
  const moved = sumOfParts(parts.filter(({ item }) => item !== "base"));
  const grown = subtract(multiply(won, worth), moved);
  return larger(ZERO, add(mrr, monthlyOf(metric, grown)));
}
