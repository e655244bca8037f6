import {
  add,
  divide,
  equal,
  isNegative,
  isZero,
  multiply,
  negate,
  ratio,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { must } from "../number/invariant.js";
import { computeBaseMovement } from "../model/base-movement.js";
import { contractValue, lifetimeMonths, monthlyValue } from "../model/deal.js";
import { isAnnual } from "../plan/metric-facts.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseRate } from "../plan/rate.js";
import type { ExactString } from "../number/exact-string.js";
import { targetsOf, type Explainer, type Subject } from "./explainer.js";
import { counted, equals, input } from "./formula.js";

const WINS = ["targets", "wins"] as const;
const at = (key: string) => ["targets", "economics", key];

function figure(value: ExactString | null): Ratio {
  return parseQuantity(value ?? "0");
}

/** All costs of activities and stages. */
export const explainTotalCost: Explainer = (subject) => {
  const { economics, activities } = targetsOf(subject);
  const costs = activities.flatMap(({ cost }, index) => (cost === null ? [] : [{ cost, index }]));
  const total = figure(economics.cost);
  return {
    text: `The work costs ${subject.format.number(total)}, all activities together.`,
    formula: equals(
      subject,
      costs.map(({ cost }) => subject.format.number(parseQuantity(cost))).join(" + "),
      total,
    ),
    inputs: costs.map(({ cost, index }) =>
      input(activities[index]?.activity ?? "", cost, ["targets", "activities", index, "cost"]),
    ),
    supports: WINS,
  };
};

/** What acquiring one customer costs. */
export const explainCac: Explainer = (subject) => {
  const { economics, wins } = targetsOf(subject);
  const cac = figure(economics.cac);
  const cost = figure(economics.cost);
  // Wins that land after the period's end were paid for too.
  const won = isZero(cac) ? ratio(wins) : divide(cost, cac);
  return {
    text: `Winning one customer costs ${subject.format.number(cac)}: ${subject.format.number(cost)} for ${counted(subject, won, "win")}.`,
    formula: equals(subject, `${subject.format.number(cost)} ÷ ${counted(subject, won, "win")}`, cac),
    inputs: [input("cost", cost, at("cost")), input("wins", won, WINS)],
    supports: WINS,
  };
};

/** Months until a customer has paid back what winning it cost. */
export const explainPayback: Explainer = (subject) => {
  const { economics } = targetsOf(subject);
  const [months, cac] = [figure(economics.paybackMonths), figure(economics.cac)];
  const monthly = monthlyMargin(subject);
  return {
    text: `A customer has paid back what winning it cost after ${counted(subject, months, "month")}: ${subject.format.number(cac)}, at ${subject.format.number(monthly)} a month.`,
    formula: equals(
      subject,
      `${subject.format.number(cac)} ÷ ${subject.format.number(monthly)} a month`,
      months,
    ),
    inputs: [input("cost of a customer", cac, at("cac"))],
    supports: at("cac"),
  };
};

function marginOf({ model: { plan } }: Subject): Ratio {
  return plan.deal?.margin === undefined ? ratio(1) : parseRate(plan.deal.margin);
}

function monthlyMargin(subject: Subject): Ratio {
  return multiply(monthlyValue(subject.model.plan) ?? ZERO, marginOf(subject));
}

/** What a customer is worth over its lifetime. */
export const explainLtv: Explainer = (subject) => {
  const { plan, deal } = subject.model;
  const ltv = figure(targetsOf(subject).economics.ltv);
  const monthly = monthlyValue(plan);
  const months = lifetimeMonths(plan) ?? ZERO;
  const margin = marginOf(subject);
  const share = plan.deal?.margin === undefined ? "" : ` × ${subject.format.writtenRate(margin)} margin`;
  const calculation =
    monthly === undefined
      ? `${subject.format.number(must(contractValue(plan), "the value of a deal that is paid once"))} a deal${share}`
      : `${subject.format.number(monthly)} a month${share} × ${counted(subject, months, "month")}`;
  const how = monthly === undefined ? "once" : `over ${counted(subject, months, "month")}`;
  return {
    text: `A customer is worth ${subject.format.number(ltv)} ${how}.`,
    formula: equals(subject, calculation, ltv),
    inputs: [input("deal value", deal.value ?? ZERO, ["plan", "deal", "value"])],
    supports: WINS,
  };
};

/** How many times its cost a customer is worth. */
export const explainLtvToCac: Explainer = (subject) => {
  const { economics } = targetsOf(subject);
  const [times, ltv, cac] = [figure(economics.ltvToCac), figure(economics.ltv), figure(economics.cac)];
  return {
    text: `A customer is worth ${subject.format.number(times)} times what winning it costs.`,
    formula: equals(subject, `${subject.format.number(ltv)} ÷ ${subject.format.number(cac)}`, times),
    inputs: [input("worth of a customer", ltv, at("ltv")), input("cost of a customer", cac, at("cac"))],
    supports: at("cac"),
  };
};

/** What the base loses and gains each month by the period's end, in MRR. */
function movement({ model: { plan } }: Subject) {
  const scale = ratio(isAnnual(plan.goal.metric) ? 12 : 1);
  const parts = computeBaseMovement(plan).filter(({ item }) => item !== "base");
  const total = (items: readonly string[]) =>
    divide(sum(parts.filter(({ item }) => items.includes(item)).map(({ amount }) => amount)), scale);
  return {
    base: parseQuantity(plan.base?.mrr ?? 0),
    lost: total(["churn", "contraction"]),
    grown: negate(total(["expansion"])),
  };
}

/** The share of the base's MRR that is left at the period's end, without expansion. */
export const explainGrossRetention: Explainer = (subject) => {
  const gross = figure(targetsOf(subject).economics.retention?.gross ?? null);
  const { base, lost } = movement(subject);
  const left = subtract(base, lost);
  const formula = isNegative(left)
    ? "0%, more is lost than there was"
    : `(${subject.format.number(base)} − ${subject.format.number(lost)} lost) ÷ ${subject.format.number(base)} = ${subject.format.rate(gross)}`;
  return retained(subject, "without expansion", gross, base, formula);
};

/** The share of the base's MRR that is there at the period's end, with expansion. */
export const explainNetRetention: Explainer = (subject) => {
  const net = figure(targetsOf(subject).economics.retention?.net ?? null);
  const { base, lost, grown } = movement(subject);
  const formula = `(${subject.format.number(base)} − ${subject.format.number(lost)} lost + ${subject.format.number(grown)} expansion) ÷ ${subject.format.number(base)} = ${subject.format.rate(net)}`;
  return retained(subject, "with expansion", net, base, formula);
};

function retained(subject: Subject, how: string, share: Ratio, base: Ratio, formula: string) {
  return {
    text: `${subject.format.rate(share)} of the base's recurring revenue is left at the period's end, ${how}.`,
    formula,
    inputs: [input("base", base, ["plan", "base", "mrr"])],
    supports: WINS,
  };
}

/** How many times what is lost comes in. */
export const explainQuickRatio: Explainer = (subject) => {
  const { economics, wins } = targetsOf(subject);
  const quick = figure(economics.quickRatio);
  const { lost, grown } = movement(subject);
  const monthly = monthlyValue(subject.model.plan) ?? ZERO;
  const won = ratio(wins);
  const gained = add(multiply(won, monthly), grown);
  const holds = !isZero(lost) && equal(divide(gained, lost), quick);
  const calculation = `(${counted(subject, won, "win")} × ${subject.format.number(monthly)} + ${subject.format.number(grown)} expansion) ÷ ${subject.format.number(lost)} lost`;
  return {
    text: `${subject.format.number(quick)} times as much recurring revenue comes in as is lost.`,
    formula: holds ? equals(subject, calculation, quick) : subject.format.number(quick),
    inputs: [input("wins", won, WINS)],
    supports: WINS,
  };
};
