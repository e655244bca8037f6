import { encodeExact, type ExactString } from "../number/exact-string.js";
import { divide, isNegative, isZero, negate, ratio, type Ratio } from "../number/ratio.js";
import { churnedCustomerWorth } from "../model/base-movement.js";
import { spansIn, spanTotal } from "../model/base-spans.js";
import type { CompiledPlan } from "../model/compile.js";
import { monthlyOf } from "../model/in-metric.js";
import { isProfit, METRIC_FACTS } from "../plan/metric-facts.js";
import type { Per } from "../plan/recurrence.js";
import { parseRate, type RateInput } from "../plan/rate.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import type { Movement } from "../words/explanations/of-bridge.js";

type Part = "base" | "churn" | "expansion" | "contraction" | "repeat";

/** How one part of the base's movement comes about, by month where the metric counts by year. */
export function movementOf(compiled: CompiledPlan, part: Part, amount: Ratio): Movement {
  const { plan } = compiled;
  const monthly = monthlyOf(plan.goal.metric, amount);
  const size = isNegative(monthly) ? negate(monthly) : monthly;
  switch (part) {
    case "base":
      return { of: "base", mrr: exact(plan.base?.mrr) };
    case "churn":
      return churned(compiled, size);
    case "expansion":
    case "contraction":
      return moving(compiled, plan[part], size);
    case "repeat":
      return repeated(compiled, size);
  }
}

/** How the most that may churn comes about: customers, or money each month. */
export function lossLimitMovement(compiled: CompiledPlan, atMost: Ratio, inMoney: boolean): Movement {
  const { customers } = compiled.base.churnFigures;
  if (customers === undefined) return moving(compiled, compiled.plan.churn, atMost);
  const each = inMoney ? encodeExact(churnedCustomerWorth(compiled.plan).worth) : null;
  return churnedCustomers(compiled, customers, each);
}

function churned(compiled: CompiledPlan, size: Ratio): Movement {
  const { plan, base } = compiled;
  const { customers } = base.churnFigures;
  if (customers === undefined) return moving(compiled, plan.churn, size);
  const isMoney = METRIC_FACTS[plan.goal.metric].kind === "recurring money";
  const each = isMoney ? encodeExact(churnedCustomerWorth(plan).worth) : null;
  return churnedCustomers(compiled, customers, each);
}

function churnedCustomers(compiled: CompiledPlan, customers: Ratio, each: ExactString | null): Movement {
  const spans = spansOf(compiled, compiled.plan.churn?.per);
  return { of: "customers", customers: encodeExact(customers), spans, each };
}

interface Moving {
  readonly mrr?: Quantity | undefined;
  readonly rate?: RateInput | undefined;
  readonly per?: Per | undefined;
}

function moving(compiled: CompiledPlan, part: Moving | undefined, size: Ratio): Movement {
  if (part?.rate === undefined)
    return { of: "mrr", mrr: exact(part?.mrr), spans: spansOf(compiled, part?.per) };
  // A rate acts on the running base; its sum over the spans is the loss with the rate undone.
  const rate = parseRate(part.rate);
  const base = isZero(rate) ? rate : divide(size, rate);
  return { of: "rate", rate: encodeExact(rate), base: encodeExact(base) };
}

function repeated(compiled: CompiledPlan, size: Ratio): Movement {
  const { plan, deal } = compiled;
  const repeat = plan.repeat ?? {};
  const isMargin = isProfit(plan.goal.metric);
  const margin = isMargin ? encodeExact(deal.margin) : null;
  const spans = spansOf(compiled, repeat.per);
  if (repeat.amount !== undefined)
    return { of: "repeat amount", amount: exact(repeat.amount), spans, margin };
  const value = exact(repeat.value);
  if (repeat.rate === undefined)
    return { of: "repeat customers", customers: exact(repeat.customers), spans, value, margin };
  const rate = parseRate(repeat.rate);
  const share = isMargin ? deal.margin : ratio(1);
  const customers = divide(divide(divide(size, share), parseQuantity(value)), rate);
  return {
    of: "repeat rate",
    rate: encodeExact(rate),
    customers: encodeExact(customers),
    value,
    margin,
  };
}

/** A figure of the plan; one that is not written moves nothing. */
function exact(written: Quantity | undefined): ExactString {
  return written === undefined ? "0" : encodeExact(parseQuantity(written));
}

function spansOf({ period }: CompiledPlan, per: Per | undefined): { count: ExactString; per: string } | null {
  if (per === undefined || per === "period") return null;
  return { count: encodeExact(spanTotal(spansIn(period, per))), per };
}
