import { negate, sum, type Ratio } from "../number/ratio.js";
import type { MovingPart } from "./metric-facts.js";
import type { PlanInput } from "./plan.js";
import { rateOf } from "./rate.js";

/** The rate of a part that moves the base; 0 where it has none. */
export function partRate(plan: PlanInput, part: MovingPart): Ratio {
  return rateOf(plan[part]?.rate ?? 0);
}

/** What the base of money grows by in each span, as a share of itself: expansion − contraction − churn. */
export function baseGrowth(plan: PlanInput): Ratio {
  return sum([
    partRate(plan, "expansion"),
    negate(partRate(plan, "contraction")),
    negate(partRate(plan, "churn")),
  ]);
}
