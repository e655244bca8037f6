import { must } from "../number/invariant.js";
import { multiply, type Ratio } from "../number/ratio.js";
import { isExpected, parseLossCount } from "../plan/loss-count.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import { planPeriod } from "../plan/plan-period.js";
import type { GoalPlan, PlanParts } from "../plan/plan.js";
import type { Per } from "../plan/recurrence.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import { spansIn, spanTotal } from "./base-spans.js";

/** What the plan writes of the base as a number, not as a rate, over the whole period. */
export interface BaseAmounts {
  /** Customers on the first day; undefined where the plan does not say. */
  readonly customers: Ratio | undefined;
  /** Undefined where churn is a rate, or not given. */
  readonly churn: LossAmount | undefined;
  /** Of expansion, contraction and repeat business, those that are written as a number. */
  readonly evenly: readonly EvenAmount[];
}

/** Churn in numbers. */
interface LossAmount {
  readonly key: "customers" | "mrr";
  readonly total: Ratio;
  /** Whether it is an expected number, so that what is lost is chance. */
  readonly isExpected: boolean;
}

/** A part of the base's movement that comes evenly over the period. */
interface EvenAmount {
  readonly part: "expansion" | "contraction" | "repeat";
  readonly key: "mrr" | "customers" | "amount";
  readonly total: Ratio;
}

/** Reads what a validated plan writes of its base as numbers; parts that its metric does not use are left out. */
export function compileBaseAmounts(plan: GoalPlan): BaseAmounts {
  const { base, expansion, contraction, repeat } = plan;
  const total = (amount: Ratio, per: Per | undefined): Ratio =>
    multiply(amount, spanTotal(spansIn(planPeriod(plan), per ?? "period")));
  const used = METRIC_FACTS[plan.goal.metric].parts;
  const even = (
    part: EvenAmount["part"],
    key: EvenAmount["key"],
    amount: Quantity | undefined,
    per: Per | undefined,
  ): EvenAmount[] =>
    amount === undefined || !used.includes(part)
      ? []
      : [{ part, key, total: total(parseQuantity(amount), per) }];
  return {
    customers: base?.customers === undefined ? undefined : parseQuantity(base.customers),
    churn: used.includes("churn") ? lossAmount(plan.churn, total) : undefined,
    evenly: [
      ...even("expansion", "mrr", expansion?.mrr, expansion?.per),
      ...even("contraction", "mrr", contraction?.mrr, contraction?.per),
      ...even("repeat", "amount", repeat?.amount, repeat?.per),
      ...even("repeat", "customers", repeat?.customers, repeat?.per),
    ],
  };
}

function lossAmount(
  churn: PlanParts["churn"],
  total: (amount: Ratio, per: Per | undefined) => Ratio,
): LossAmount | undefined {
  if (churn === undefined || churn.rate !== undefined) return undefined;
  if (churn.mrr !== undefined)
    return { key: "mrr", total: total(parseQuantity(churn.mrr), churn.per), isExpected: false };
  const customers = must(churn.customers, "what churn is given in");
  return {
    key: "customers",
    total: total(parseLossCount(customers), churn.per),
    isExpected: isExpected(customers),
  };
}
