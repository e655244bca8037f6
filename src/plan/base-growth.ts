import { negate, sum, type Ratio } from "../number/ratio.js";
import type { MovingPart } from "./metric-facts.js";
import type { GoalPlan } from "./plan.js";
import { parseRate } from "./rate.js";

/** The rate of a part that moves the base; 0 where it has none. */
export function parsePartRate(plan: GoalPlan, part: MovingPart): Ratio {
  return parseRate(plan[part]?.rate ?? 0);
}

/** What the base of money grows by in each span, as a share of itself: expansion − contraction − churn. */
export function computeBaseGrowth(plan: GoalPlan): Ratio {
  return sum([
    parsePartRate(plan, "expansion"),
    negate(parsePartRate(plan, "contraction")),
    negate(parsePartRate(plan, "churn")),
  ]);
}
