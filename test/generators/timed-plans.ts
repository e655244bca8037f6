import type fc from "fast-check";
import type { PlainPlan } from "../oracle/plain-plan.js";
import { plans } from "./plans.js";
import type { PlanKnobs } from "./plans.js";

/** Plans with lags of every form and open work, over short periods; at most two distributions of {median, p90}. */
export function timedPlans(knobs: PlanKnobs = {}): fc.Arbitrary<PlainPlan> {
  return plans({ lags: true, open: true, short: true, stages: 3, depth: 1, ...knobs }).filter(
    (plan) => JSON.stringify(plan.funnel).split("median").length <= 3,
  );
}

/** The same plan with this lag at every stage. */
export function withLagEverywhere<Plan extends PlainPlan>(
  plan: Plan,
  lag: PlainPlan["funnel"][number]["lag"],
): Plan {
  return JSON.parse(
    JSON.stringify(plan, (_key, value: unknown) =>
      typeof value === "object" && value !== null && "stage" in value && "rate" in value
        ? { ...value, lag }
        : value,
    ),
  ) as Plan;
}
