import { encodeExact } from "../number/exact-string.js";
import { add, multiply, ONE, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { eachGoal } from "../model/chosen-goal.js";
import type { CompiledPlan } from "../model/compile.js";
import { lostAtRenewal, type CompiledRenewal } from "../model/renewals.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import { firstOfEach } from "../schema/first-of-each.js";
import type { LossLimit } from "./answer.js";

/** A limit on losses, and the goal for which it holds: the plan's own, or of several the first that asks for it. */
export interface GoalLossLimit<Of extends CompiledPlan> {
  readonly goal: Of;
  readonly limit: LossLimit;
}

/**
 * The most that churn and renewals may take in the period for the bridge to hold, as a target for whoever keeps customers: in
 * customers where all of it is written so, else in money. Of several goals each that losses move has one; goals that count
 * losses alike have it together.
 */
export function goalLossLimits<Of extends CompiledPlan>(compiled: Of): readonly GoalLossLimit<Of>[] {
  const all = eachGoal(compiled).flatMap((goal) => {
    const limit = ownLossLimit(goal);
    return limit === undefined ? [] : [{ goal, limit }];
  });
  return firstOfEach(all, ({ limit }) => limit.item);
}

/** The same without the goals. */
export function computeLossLimits(compiled: CompiledPlan): readonly LossLimit[] {
  return goalLossLimits(compiled).map(({ limit }) => limit);
}

function ownLossLimit(compiled: CompiledPlan): LossLimit | undefined {
  const { plan, base } = compiled;
  if (base.churn === undefined || (plan.churn === undefined && base.renewals.length === 0)) return undefined;
  const atMost = add(churnLimit(compiled), sum(base.renewals.map((renewal) => limitOf(compiled, renewal))));
  return {
    owner: plan.churn?.owner ?? null,
    item: isInMoney(compiled) ? "churned MRR" : "churned customers",
    atMost: encodeExact(atMost),
  };
}

/** How much of the limit may be lost by the end of a day: of churn the share of the period that has passed, of renewals those that were due. */
export function lossAllowedBy(compiled: CompiledPlan, passed: Ratio, day: number): Ratio {
  const { base, period } = compiled;
  const renewals = lostAtRenewal(base.renewals, period, day, (renewal) => limitOf(compiled, renewal));
  return add(multiply(churnLimit(compiled), passed), renewals);
}

function churnLimit(compiled: CompiledPlan): Ratio {
  const { plan, base } = compiled;
  if (plan.churn === undefined || base.churn === undefined) return ZERO;
  return isInMoney(compiled) ? base.churn.loss : (base.churn.customers ?? base.churn.loss);
}

/** What may be lost of a renewal: in money, or in customers, as it is written. */
function limitOf(compiled: CompiledPlan, { written, rate, lost }: CompiledRenewal): Ratio {
  return isInMoney(compiled) ? lost : multiply(written, subtract(ONE, rate));
}

/** Whether losses are counted in money: under metrics of money, unless everything is written in customers. */
function isInMoney({ plan, base }: CompiledPlan): boolean {
  if (METRIC_FACTS[plan.goal.metric].kind !== "recurring money") return false;
  const ofChurn = plan.churn === undefined || base.churn?.customers !== undefined;
  return !ofChurn || base.renewals.some(({ key }) => key === "mrr");
}
