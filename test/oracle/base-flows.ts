import { readPeriod } from "./dates.js";
import type { Per, PlainFlow, PlainPlan } from "./plain-plan.js";
import { sum, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { spanCount, spansOf, sumOfBases } from "./running-base.js";
import { monthlyWorth } from "./worth.js";
import { readLoss, readNumber, readRate } from "./written.js";

/** What the base loses and gains in the period, in MRR or in customers. */
export interface BaseFlows {
  readonly churn: Rational;
  readonly expansion: Rational;
  readonly contraction: Rational;
}

/** The base's flows in MRR: rates act on one running base together, amounts stand for themselves. */
export function flowsOfMrr(plan: PlainPlan): BaseFlows {
  const { churn = {}, expansion = {}, contraction = {} } = plan;
  const rates = [rateOf(expansion), rateOf(contraction).negated(), rateOf(churn).negated()];
  const per = [churn, expansion, contraction].find((flow) => flow.rate !== undefined)?.per;
  const base = per === undefined ? ZERO : readNumber(plan.base?.mrr ?? 0);
  const bases = sumOfBases(base, sum(rates), spansOf(per ?? "period", readPeriod(plan.goal.period)));
  const flowOf = (flow: PlainFlow): Rational =>
    flow.rate === undefined ? perPeriod(plan, flow.mrr ?? 0, flow.per) : readRate(flow.rate).times(bases);
  return {
    churn: churn.customers === undefined ? flowOf(churn) : lostCustomers(plan).times(worthOfChurned(plan)),
    expansion: flowOf(expansion),
    contraction: flowOf(contraction),
  };
}

/** Customers lost in the period: counted, or the churn rate of a base that only churn moves. */
export function lostCustomers(plan: PlainPlan): Rational {
  const churn = plan.churn ?? {};
  if (churn.customers !== undefined)
    return readLoss(churn.customers).times(
      spanCount(spansOf(churn.per ?? "period", readPeriod(plan.goal.period))),
    );
  return churn.rate === undefined ? ZERO : readRate(churn.rate).times(sumOfCustomers(plan, churn.per));
}

/** Repeat business in the period, in money: from a rate of the running base, customers, or an amount. */
export function repeatBusiness(plan: PlainPlan): Rational {
  const repeat = plan.repeat ?? {};
  const value = readNumber(repeat.value ?? 0);
  if (repeat.amount !== undefined) return perPeriod(plan, repeat.amount, repeat.per);
  if (repeat.customers !== undefined) return perPeriod(plan, repeat.customers, repeat.per).times(value);
  if (repeat.rate === undefined) return ZERO;
  return readRate(repeat.rate).times(value).times(sumOfCustomers(plan, repeat.per));
}

/** What one churned customer takes away, in MRR. */
function worthOfChurned(plan: PlainPlan): Rational {
  const { mrr, customers = 0 } = plan.base ?? {};
  if (plan.churn?.valueEach !== undefined) return readNumber(plan.churn.valueEach);
  if (mrr !== undefined && !readNumber(customers).isZero())
    return readNumber(mrr).over(readNumber(customers));
  return monthlyWorth(plan);
}

function sumOfCustomers(plan: PlainPlan, per: Per = "period"): Rational {
  const spans = spansOf(per, readPeriod(plan.goal.period));
  return sumOfBases(readNumber(plan.base?.customers ?? 0), rateOf(plan.churn ?? {}).negated(), spans);
}

function perPeriod(plan: PlainPlan, amount: number | string, per: Per = "period"): Rational {
  return readNumber(amount).times(spanCount(spansOf(per, readPeriod(plan.goal.period))));
}

function rateOf(flow: PlainFlow): Rational {
  return flow.rate === undefined ? ZERO : readRate(flow.rate);
}
