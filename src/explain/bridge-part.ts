import { divide, isNegative, isZero, negate, ratio, type Ratio } from "../number/ratio.js";
import { churnedCustomerWorth } from "../model/base-movement.js";
import { spansIn, spanTotal } from "../model/base-spans.js";
import { isAnnual, METRIC_FACTS } from "../plan/metric-facts.js";
import type { Per } from "../plan/recurrence.js";
import { parsePeriod } from "../plan/period.js";
import { parseLossCount, type LossCountInput } from "../plan/loss-count.js";
import type { PlanInput } from "../plan/plan.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import { parseRate, type RateInput } from "../plan/rate.js";
import type { BridgeItem } from "../solve/answer.js";
import type { Subject } from "./explainer.js";
import { equals } from "./formula.js";

/** How one part of the base's movement comes about, in the metric's unit. */
export function partFormula(subject: Subject, item: BridgeItem["item"], amount: Ratio): string {
  const { plan } = subject.model;
  if (item === "goal") return `${subject.format.number(amount)}, the goal`;
  const annual = isAnnual(plan.goal.metric) ? " × 12 months" : "";
  const monthly = annual === "" ? amount : divide(amount, ratio(12));
  const size = isNegative(monthly) ? negate(monthly) : monthly;
  const calculation =
    item === "base"
      ? `${subject.format.number(parseQuantity(plan.base?.mrr ?? 0))} MRR`
      : moved(subject, plan, item, size);
  const sign = isNegative(amount) ? "0 − " : "";
  return equals(subject, `${sign}${calculation}${annual}`, amount);
}

function moved(subject: Subject, plan: PlanInput, item: BridgeItem["item"], size: Ratio): string {
  if (item === "churn") return churned(subject, plan, size);
  if (item === "expansion" || item === "contraction") return moving(subject, plan, plan[item], size);
  return repeated(subject, plan, size);
}

function churned(subject: Subject, plan: PlanInput, size: Ratio): string {
  const { churn } = plan;
  if (churn?.customers === undefined) return moving(subject, plan, churn, size);
  const customers = churnedCount(subject, plan, churn.customers);
  if (METRIC_FACTS[plan.goal.metric].kind !== "recurring money") return customers;
  return `${customers} × ${subject.format.number(churnedCustomerWorth(plan).worth)} each`;
}

function churnedCount(subject: Subject, plan: PlanInput, customers: LossCountInput): string {
  return `${subject.format.number(parseLossCount(customers))} customers${overSpans(subject, plan, plan.churn?.per)}`;
}

/** How the most that may churn comes about: customers, or money each month. */
export function lossLimitFormula(subject: Subject, atMost: Ratio): string {
  const { plan } = subject.model;
  const customers = plan.churn?.customers;
  return equals(
    subject,
    customers === undefined
      ? moving(subject, plan, plan.churn, atMost)
      : churnedCount(subject, plan, customers),
    atMost,
  );
}

interface Moving {
  readonly mrr?: Quantity | undefined;
  readonly rate?: RateInput | undefined;
  readonly per?: Per | undefined;
}

function moving(subject: Subject, plan: PlanInput, part: Moving | undefined, size: Ratio): string {
  if (part?.rate === undefined)
    return `${subject.format.number(parseQuantity(part?.mrr ?? 0))} MRR${overSpans(subject, plan, part?.per)}`;
  // A rate acts on the running base; its sum over the spans is the loss with the rate undone.
  const rate = parseRate(part.rate);
  const base = isZero(rate) ? rate : divide(size, rate);
  return `${subject.format.writtenRate(rate)} × ${subject.format.number(base)} running base, added up`;
}

function repeated(subject: Subject, plan: PlanInput, size: Ratio): string {
  const { repeat, deal, goal } = plan;
  const margin = goal.metric === "gross-profit" ? parseRate(deal?.margin ?? 0) : ratio(1);
  const share = goal.metric === "gross-profit" ? ` × ${subject.format.writtenRate(margin)} margin` : "";
  if (repeat?.amount !== undefined)
    return `${subject.format.number(parseQuantity(repeat.amount))}${overSpans(subject, plan, repeat.per)}${share}`;
  const value = parseQuantity(repeat?.value ?? 0);
  const each = ` × ${subject.format.number(value)} each${share}`;
  if (repeat?.rate === undefined)
    return `${subject.format.number(parseQuantity(repeat?.customers ?? 0))} customers${overSpans(subject, plan, repeat?.per)}${each}`;
  const rate = parseRate(repeat.rate);
  const customers = divide(divide(divide(size, margin), value), rate);
  return `${subject.format.writtenRate(rate)} × ${subject.format.number(customers)} customers, added up${each}`;
}

function overSpans(subject: Subject, plan: PlanInput, per: Per | undefined): string {
  if (per === undefined || per === "period") return "";
  const spans = spanTotal(spansIn(parsePeriod(plan.goal.period), per));
  return ` × ${subject.format.number(spans)} ${per}s`;
}
