import { encodeExact, type ExactString } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
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
import { contractValue, lifetimeMonths, monthlyValue } from "../model/deal.js";
import { isAnnual } from "../plan/metric-facts.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Economics } from "../solve/answer.js";
import { targetsOf, type Explainer, type GuideOf, type Subject } from "./explainer.js";
import { input } from "./input.js";

const WINS = ["targets", "wins"] as const;
const at = (key: keyof Economics) => ["targets", "economics", key];

/** A figure of the economics, where the plan says enough for it. */
function figureOf(subject: Subject, key: Exclude<keyof Economics, "retention">): ExactString {
  return must(targetsOf(subject).economics[key] ?? undefined, `the figure ${key} of a plan that says enough`);
}

/** All costs of activities and stages. */
const explainTotalCost: Explainer = (subject) => {
  const costs = targetsOf(subject).activities.flatMap(({ activity, cost }, index) =>
    cost === null ? [] : [{ activity, cost, index }],
  );
  const parts = costs.map(({ cost }) => cost);
  return {
    says: { code: "total-cost", figures: { cost: figureOf(subject, "cost"), parts } },
    inputs: costs.map(({ activity, cost, index }) =>
      input(activity, cost, ["targets", "activities", index, "cost"]),
    ),
    supports: WINS,
  };
};

/** What acquiring one customer costs. */
const explainCac: Explainer = (subject) => {
  const [cac, cost] = [figureOf(subject, "cac"), figureOf(subject, "cost")];
  const each = parseQuantity(cac);
  // Wins that land after the period's end were paid for too.
  const won = isZero(each) ? ratio(targetsOf(subject).wins) : divide(parseQuantity(cost), each);
  return {
    says: { code: "cac", figures: { cac, cost, wins: encodeExact(won) } },
    inputs: [input("cost", cost, at("cost")), input("wins", won, WINS)],
    supports: WINS,
  };
};

/** Months until a customer has paid back what winning it cost. */
const explainPayback: Explainer = (subject) => {
  const [months, cac] = [figureOf(subject, "paybackMonths"), figureOf(subject, "cac")];
  const { plan, deal } = subject.compiled;
  const value = must(monthlyValue(plan), "what a customer pays each month");
  const monthly = encodeExact(plan.deal?.margin === undefined ? value : multiply(value, deal.margin));
  return {
    says: { code: "payback", figures: { months, cac, monthly } },
    inputs: [input("cost of a customer", cac, at("cac"))],
    supports: at("cac"),
  };
};

/** What a customer is worth over its lifetime. */
const explainLtv: Explainer = (subject) => {
  const { plan, deal } = subject.compiled;
  const monthly = monthlyValue(plan);
  const each = must(monthly ?? contractValue(plan), "the value of a deal");
  const months = monthly === undefined ? null : encodeExact(must(lifetimeMonths(plan), "a lifetime"));
  const margin = plan.deal?.margin === undefined ? null : encodeExact(deal.margin);
  const figures = { ltv: figureOf(subject, "ltv"), each: encodeExact(each), months, margin };
  return {
    says: { code: "ltv", figures },
    inputs: [input("deal value", deal.value ?? ZERO, ["plan", "deal", "value"])],
    supports: WINS,
  };
};

/** How many times its cost a customer is worth. */
const explainLtvToCac: Explainer = (subject) => {
  const [ltv, cac] = [figureOf(subject, "ltv"), figureOf(subject, "cac")];
  return {
    says: { code: "ltv-to-cac", figures: { times: figureOf(subject, "ltvToCac"), ltv, cac } },
    inputs: [input("worth of a customer", ltv, at("ltv")), input("cost of a customer", cac, at("cac"))],
    supports: at("cac"),
  };
};

/** What the base has, loses and gains each month by the period's end, in MRR. */
function movement({ compiled: { plan, base } }: Subject): Record<"mrr" | "lost" | "grown", Ratio> {
  const scale = ratio(isAnnual(plan.goal.metric) ? 12 : 1);
  const total = (items: readonly string[]): Ratio =>
    divide(sum(base.parts.filter(({ item }) => items.includes(item)).map(({ amount }) => amount)), scale);
  return {
    mrr: base.mrr ?? ZERO,
    lost: total(["churn", "contraction"]),
    grown: negate(total(["expansion"])),
  };
}

/** The share of the base's MRR that is left at the period's end, without and with expansion. */
function explainRetention(kind: "gross" | "net"): Explainer {
  return (subject) => {
    const share = must(targetsOf(subject).economics.retention?.[kind], "the retention of a base");
    const { mrr, lost, grown } = movement(subject);
    const figures = { share, base: encodeExact(mrr), lost: encodeExact(lost) };
    return {
      says:
        kind === "gross"
          ? {
              code: "gross-retention",
              figures: { ...figures, isAllLost: isNegative(subtract(mrr, lost)) },
            }
          : { code: "net-retention", figures: { ...figures, grown: encodeExact(grown) } },
      inputs: [input("base", mrr, ["plan", "base", "mrr"])],
      supports: WINS,
    };
  };
}

/** How many times what is lost comes in. */
const explainQuickRatio: Explainer = (subject) => {
  const quick = figureOf(subject, "quickRatio");
  const { lost, grown } = movement(subject);
  const monthly = monthlyValue(subject.compiled.plan) ?? ZERO;
  const won = ratio(targetsOf(subject).wins);
  const gained = add(multiply(won, monthly), grown);
  const isAll = !isZero(lost) && equal(divide(gained, lost), parseQuantity(quick));
  const parts = {
    wins: encodeExact(won),
    monthly: encodeExact(monthly),
    grown: encodeExact(grown),
    lost: encodeExact(lost),
  };
  return {
    says: { code: "quick-ratio", figures: { quick, parts: isAll ? parts : null } },
    inputs: [input("wins", won, WINS)],
    supports: WINS,
  };
};

/** What winning costs and is worth. */
export const ECONOMICS: GuideOf<Economics> = {
  cost: explainTotalCost,
  cac: explainCac,
  paybackMonths: explainPayback,
  ltv: explainLtv,
  ltvToCac: explainLtvToCac,
  retention: { gross: explainRetention("gross"), net: explainRetention("net") },
  quickRatio: explainQuickRatio,
};
