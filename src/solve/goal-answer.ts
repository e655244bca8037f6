import type { CompiledPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { parseGoalAmount, type AmountOrigin } from "../plan/goal-amount.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import type { GoalAnswer, GoalChange } from "./answer.js";

/** The goal as it was solved: of several the one that binds. */
export function goalAnswer({ plan, bridge }: CompiledPlan): GoalAnswer {
  const { metric, unit, every, why } = plan.goal;
  const { amount, origin } = parseGoalAmount(plan.goal.amount);
  const { kind } = METRIC_FACTS[metric];
  const money = kind === "one-off money" || kind === "recurring money";
  const counted = kind === "count" ? "customers" : (unit ?? "units");
  return {
    ...{
      metric,
      amount: encodeExact(every === undefined ? bridge.goal : amount),
      unit: money ? (plan.currency ?? null) : counted,
    },
    ...(origin === undefined ? {} : { change: goalChange(origin) }),
    ...(every === undefined ? {} : { every }),
    ...(why === undefined ? {} : { why }),
  };
}

function goalChange({ of, was, by }: AmountOrigin): GoalChange {
  return { of, was: encodeExact(was), by: encodeExact(by) };
}
