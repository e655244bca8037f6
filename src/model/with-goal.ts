import { divide, isZero, multiply, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledPlan } from "./compile.js";
import { meanMonthsPaid } from "./earned-worth.js";

/** The same plan with another amount to reach; where it is earned within the period, also with what a win then pays on average. */
export function withGoal<Of extends CompiledPlan>(compiled: Of, goal: Ratio): Of {
  const bridge = { ...compiled.bridge, goal };
  if (compiled.earning === undefined) return { ...compiled, bridge };
  const { monthly = ZERO } = compiled.deal;
  const wanted = isZero(monthly) ? ZERO : divide(goal, monthly);
  const worth = multiply(monthly, meanMonthsPaid(compiled, wanted));
  return { ...compiled, deal: { ...compiled.deal, worth }, bridge: { ...bridge, worth } };
}
