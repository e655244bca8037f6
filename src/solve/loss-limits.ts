import { encodeExact } from "../number/exact-string.js";
import type { CompiledPlan } from "../model/compile.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import type { LossLimit } from "./answer.js";

/** The most that churn may take in the period for the bridge to hold, as a target for whoever keeps customers. */
export function computeLossLimits({ plan, base }: CompiledPlan): readonly LossLimit[] {
  if (plan.churn === undefined || base.churn === undefined) return [];
  const { customers, loss } = base.churn;
  const inMoney = METRIC_FACTS[plan.goal.metric].kind === "recurring money" && customers === undefined;
  return [
    {
      owner: plan.churn.owner ?? null,
      item: inMoney ? "churned MRR" : "churned customers",
      atMost: encodeExact(customers ?? loss),
    },
  ];
}
