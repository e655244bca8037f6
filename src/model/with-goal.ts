import { needsMost } from "./needs-most.js";
import { divide, isZero, multiply, type Ratio } from "../number/ratio.js";
import { encodeExact } from "../number/exact-string.js";
import { withChange } from "../plan/change.js";
import { at } from "../number/invariant.js";
import { parseGoalAmount } from "../plan/goal-amount.js";
import { compilePlan, type CompiledPlan } from "./compile.js";
import { earnedWorth } from "./earned-worth.js";

/** The amount that the plan writes: where the goal holds for each month, that of one month and not of all. */
export function amountWritten({ plan, bridge, months }: CompiledPlan): Ratio {
  return months.length > 0 ? parseGoalAmount(plan.goal.amount).amount : bridge.goal;
}

/**
 * The same plan with another amount to reach, of each month where the goal holds for each; where it is earned within the
 * period, also with what a win then pays on average. Of several goals all change by the same factor as the one that binds.
 */
export function withGoal<Of extends CompiledPlan>(compiled: Of, goal: Ratio): Of {
  if (compiled.goals.length > 0) return withAllGoals(compiled, goal);
  if (compiled.months.length > 0) return withEachMonth(compiled, goal);
  const bridge = { ...compiled.bridge, goal };
  if (compiled.earning === undefined) return { ...compiled, bridge };
  const worth = earnedWorth(compiled, compiled.deal, goal);
  return { ...compiled, deal: { ...compiled.deal, worth }, bridge: { ...bridge, worth } };
}

function withAllGoals<Of extends CompiledPlan>(compiled: Of, goal: Ratio): Of {
  const { goal: before } = compiled.bridge;
  return isZero(before) ? compiled : scaledGoals(compiled, divide(goal, before));
}

/** The same plan with all of several goals times a factor; another one may then need most. */
function scaledGoals<Of extends CompiledPlan>(compiled: Of, factor: Ratio): Of {
  return withGoals(compiled, (each) => multiply(each.bridge.goal, factor));
}

/** The same plan with another amount of each of several goals; another one may then need most. */
export function withGoals<Of extends CompiledPlan>(
  compiled: Of,
  amountOf: (each: CompiledPlan) => Ratio,
): Of {
  const goals = compiled.goals.map((each) => withGoal(each, amountOf(each)));
  return { ...compiled, ...at(goals, needsMost(goals)), goals };
}

/** The base runs on from the goals of earlier months, so the bridge of every month changes. */
function withEachMonth<Of extends CompiledPlan>(compiled: Of, goal: Ratio): Of {
  const plan = withChange(compiled.written, { path: ["goal", "amount"], to: encodeExact(goal) });
  return { ...compiled, ...compilePlan(plan, compiled.minOnTimeShare, { of: compiled, parts: "schedule" }) };
}
