import { encodeExact } from "../number/exact-string.js";
import type { CompiledPlan } from "../model/compile.js";
import type { Change } from "../plan/change.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";

/**
 * The change that writes down what a churned customer is worth now, so that it stays the same when the deal's value moves;
 * none where the plan gives it or does not use it.
 */
export function pinnedChurn({ plan, base }: CompiledPlan): readonly Change[] {
  const { churn } = base;
  const inMoney = METRIC_FACTS[plan.goal.metric].kind === "recurring money";
  if (!inMoney || churn?.customers === undefined || churn.each.from !== "deal") return [];
  return [{ path: ["churn", "valueEach"], to: encodeExact(churn.each.worth) }];
}
