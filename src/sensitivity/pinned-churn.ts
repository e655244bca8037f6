import { churnedCustomerWorth } from "../model/base-movement.js";
import { encodeExact } from "../number/exact-string.js";
import type { Change } from "../plan/change.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import type { PlanInput } from "../plan/plan.js";

/**
 * The change that writes down what a churned customer is worth now, so that it stays the same when the deal's value moves;
 * none where the plan gives it or does not use it.
 */
export function pinnedChurn(plan: PlanInput): readonly Change[] {
  const { kind, parts } = METRIC_FACTS[plan.goal.metric];
  const counted =
    kind === "recurring money" && parts.includes("churn") && plan.churn?.customers !== undefined;
  if (!counted || churnedCustomerWorth(plan).from !== "deal") return [];
  return [{ path: ["churn", "valueEach"], to: encodeExact(churnedCustomerWorth(plan).worth) }];
}
