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
import { showRate, showRatio } from "../model/display.js";
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
    text: `The work costs ${showRatio(total)}, all activities together.`,
    formula: equals(costs.map(({ cost }) => showRatio(parseQuantity(cost))).join(" + "), total),
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
    text: `Winning one customer costs ${showRatio(cac)}: ${showRatio(cost)} for ${counted(won, "win")}.`,
    formula: equals(`${showRatio(cost)} ÷ ${counted(won, "win")}`, cac),
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
    text: `A customer has paid back what winning it cost after ${counted(months, "month")}: ${showRatio(cac)}, at ${showRatio(monthly)} a month.`,
    formula: equals(`${showRatio(cac)} ÷ ${showRatio(monthly)} a month`, months),
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
  const { plan } = subject.model;
  const ltv = figure(targetsOf(subject).economics.ltv);
  const monthly = monthlyValue(plan);
  const months = lifetimeMonths(plan) ?? ZERO;
  const margin = marginOf(subject);
  const share = plan.deal?.margin === undefined ? "" : ` × ${showRate(margin)} margin`;
  const calculation =
    monthly === undefined
      ? `${showRatio(must(contractValue(plan), "the value of a deal that is paid once"))} a deal${share}`
      : `${showRatio(monthly)} a month${share} × ${counted(months, "month")}`;
  const how = monthly === undefined ? "once" : `over ${counted(months, "month")}`;
  return {
    text: `A customer is worth ${showRatio(ltv)} ${how}.`,
    formula: equals(calculation, ltv),
    inputs: [input("deal value", String(plan.deal?.value ?? 0), ["plan", "deal", "value"])],
    supports: WINS,
  };
};

/** How many times its cost a customer is worth. */
export const explainLtvToCac: Explainer = (subject) => {
  const { economics } = targetsOf(subject);
  const [times, ltv, cac] = [figure(economics.ltvToCac), figure(economics.ltv), figure(economics.cac)];
  return {
    text: `A customer is worth ${showRatio(times)} times what winning it costs.`,
    formula: equals(`${showRatio(ltv)} ÷ ${showRatio(cac)}`, times),
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
    : `(${showRatio(base)} − ${showRatio(lost)} lost) ÷ ${showRatio(base)} = ${showRate(gross)}`;
  return retained("without expansion", gross, base, formula);
};

/** The share of the base's MRR that is there at the period's end, with expansion. */
export const explainNetRetention: Explainer = (subject) => {
  const net = figure(targetsOf(subject).economics.retention?.net ?? null);
  const { base, lost, grown } = movement(subject);
  const formula = `(${showRatio(base)} − ${showRatio(lost)} lost + ${showRatio(grown)} expansion) ÷ ${showRatio(base)} = ${showRate(net)}`;
  return retained("with expansion", net, base, formula);
};

function retained(how: string, share: Ratio, base: Ratio, formula: string) {
  return {
    text: `${showRate(share)} of the base's recurring revenue is left at the period's end, ${how}.`,
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
  const calculation = `(${counted(won, "win")} × ${showRatio(monthly)} + ${showRatio(grown)} expansion) ÷ ${showRatio(lost)} lost`;
  return {
    text: `${showRatio(quick)} times as much recurring revenue comes in as is lost.`,
    formula: holds ? equals(calculation, quick) : showRatio(quick),
    inputs: [input("wins", won, WINS)],
    supports: WINS,
  };
};
