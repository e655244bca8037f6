import { divide, isZero, multiply, ZERO, type Ratio } from "../number/ratio.js";
import { encodeExact } from "../number/exact-string.js";
import { withChange } from "../plan/change.js";
import { parseGoalAmount } from "../plan/goal-amount.js";
import { compilePlan, type CompiledPlan } from "./compile.js";
import { meanMonthsPaid } from "./earned-worth.js";

/** The amount that the plan writes: where the goal holds for each month, that of one month and not of all. */
export function amountWritten({ plan, bridge, months }: CompiledPlan): Ratio {
  return months.length > 0 ? parseGoalAmount(plan.goal.amount).amount : bridge.goal;
}

/**
 * The same plan with another amount to reach, of each month where the goal holds for each; where it is earned within the
 * period, also with what a win then pays on average.
 */
export function withGoal<Of extends CompiledPlan>(compiled: Of, goal: Ratio): Of {
  if (compiled.months.length > 0) return withEachMonth(compiled, goal);
  const bridge = { ...compiled.bridge, goal };
  if (compiled.earning === undefined) return { ...compiled, bridge };
  const { monthly = ZERO } = compiled.deal;
  const wanted = isZero(monthly) ? ZERO : divide(goal, monthly);
  const worth = multiply(monthly, meanMonthsPaid(compiled, wanted));
  return { ...compiled, deal: { ...compiled.deal, worth }, bridge: { ...bridge, worth } };
}

/** The base runs on from the goals of earlier months, so the bridge of every month changes. */
function withEachMonth<Of extends CompiledPlan>(compiled: Of, goal: Ratio): Of {
  const plan = withChange(compiled.plan, { path: ["goal", "amount"], to: encodeExact(goal) });
  return { ...compiled, ...compilePlan(plan, compiled.minOnTimeShare, { of: compiled, parts: "schedule" }) };
}
