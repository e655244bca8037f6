import { isList } from "../schema/fields.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { at, must } from "../number/invariant.js";
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
import { monthlyOf } from "../model/in-metric.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Path } from "../schema/issue.js";
import type { Economics, TeamCost } from "../solve/answer.js";
import { moneyOfWin } from "../solve/money-of-win.js";
import { targetsOf, type Explainer, type GuideOf, type Subject } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";

const WINS = ["targets", "wins"] as const;
const atKey = (key: keyof Economics) => ["targets", "economics", key];

/** A figure of the economics, where the plan says enough for it. */
function figureOf(
  subject: Subject,
  key: Exclude<keyof Economics, "retention" | "hours" | "besideTheGoal">,
): ExactString {
  return must(targetsOf(subject).economics[key] ?? undefined, `the figure ${key} of a plan that says enough`);
}

/** What a team's unused hours cost: all its hours less those that are used. */
function unusedCost({ perHour, work, beside, cost }: TeamCost): Ratio {
  const used = multiply(parseQuantity(perHour), add(parseQuantity(work), parseQuantity(beside)));
  return subtract(parseQuantity(cost), used);
}

/** What is paid whatever is done. */
const explainFixedCosts: Explainer = (subject) => {
  const cost = figureOf(subject, "fixedCosts");
  const { fixedCosts } = subject.compiled.plan;
  const rows = isList(fixedCosts) ? fixedCosts : [];
  const terms = rows.map(({ name }, index) => ({
    name,
    amount: encodeExact(at(subject.compiled.costs.fixedParts, index)),
  }));
  return {
    says: { code: "fixed-costs", figures: { cost, terms } },
    inputs: [],
    supports: WINS,
  };
};

/** What one more win costs. */
const explainWinCost: Explainer = (subject) => ({
  says: { code: "win-cost", figures: { cost: figureOf(subject, "winCost") } },
  inputs: [],
  supports: WINS,
});

/** What all wins bring. */
const explainRevenue: Explainer = (subject) => {
  const revenue = figureOf(subject, "revenue");
  const { wins } = targetsOf(subject);
  const { value } = must(moneyOfWin(subject.compiled), "what a win brings");
  const repeated = subtract(parseQuantity(revenue), multiply(value, ratio(wins)));
  return {
    says: {
      code: "revenue",
      figures: {
        revenue,
        wins,
        each: encodeExact(value),
        repeated: isZero(repeated) ? null : encodeExact(repeated),
      },
    },
    inputs: [input("wins", wins, WINS)],
    supports: WINS,
  };
};

/** What is left when all work is paid. */
const explainProfit: Explainer = (subject) => {
  const profit = figureOf(subject, "profit");
  const { cost, fixedCosts } = targetsOf(subject).economics;
  const paid = [
    ...(cost === null ? [] : [{ name: "work", amount: cost, path: atKey("cost") }]),
    ...(fixedCosts === null ? [] : [{ name: "fixed costs", amount: fixedCosts, path: atKey("fixedCosts") }]),
  ];
  const brought = paid.reduce((all, { amount }) => add(all, parseQuantity(amount)), parseQuantity(profit));
  return {
    says: { code: "profit", figures: { profit, brought: encodeExact(brought), paid } },
    inputs: paid.map(({ name, amount, path }) => input(name, amount, path)),
    supports: WINS,
  };
};

function hoursAt(subject: Subject, path: Path): TeamCost {
  return must(targetsOf(subject).economics.hours[Number(path[3])], "the hours of a team");
}

/** Hours of a team: of activities, of habits and tasks, or unused. */
function explainHours(of: "work" | "beside" | "unused"): Explainer {
  return (subject, path) => {
    const row = hoursAt(subject, path);
    return {
      says: { code: "team-hours", figures: { team: row.team, hours: row[of], of } },
      inputs: [],
      supports: [...path.slice(0, -1), "cost"],
    };
  };
}

const explainPerHour: Explainer = (subject, path) => {
  const { team, perHour } = hoursAt(subject, path);
  return {
    says: { code: "team-per-hour", figures: { team, perHour } },
    inputs: [],
    supports: [...path.slice(0, -1), "cost"],
  };
};

/** What the hours of a team cost. */
const explainTeamCost: Explainer = (subject, path) => {
  const row = hoursAt(subject, path);
  const used = add(parseQuantity(row.work), parseQuantity(row.beside));
  const unused = unusedCost(row);
  const at = path.slice(0, -1);
  return {
    says: {
      code: "team-cost",
      figures: {
        team: row.team,
        cost: row.cost,
        used: encodeExact(used),
        perHour: row.perHour,
        unused: isZero(unused) ? null : encodeExact(unused),
      },
    },
    inputs: (["work", "beside", "perHour"] as const).map((key) => input(key, row[key], [...at, key])),
    supports: atKey("cost"),
  };
};

/** Tasks, habits that serve nothing, and unused hours, each with what it costs. */
function idleTerms(subject: Subject): { readonly name: string; readonly amount: ExactString }[] {
  const idle = subject.compiled.costs.beside.filter(({ serves }) => serves === null);
  const unused = targetsOf(subject).economics.hours.map((row) => ({
    name: `unused by team ${row.team}`,
    amount: encodeExact(unusedCost(row)),
  }));
  return [
    ...idle.map(({ name, cost }) => ({ name, amount: encodeExact(cost) })),
    ...unused.filter(({ amount }) => amount !== "0"),
  ];
}

/** Hours that serve nothing that moves the goal, or what they cost. */
function explainBeside(of: "hours" | "cost"): Explainer {
  return (subject) => {
    const { hours, cost } = must(
      targetsOf(subject).economics.besideTheGoal ?? undefined,
      "hours beside the goal",
    );
    return {
      says:
        of === "hours"
          ? { code: "beside-hours", figures: { hours } }
          : { code: "beside-cost", figures: { hours, cost, terms: idleTerms(subject) } },
      inputs: [],
      supports: atKey("cost"),
    };
  };
}

/** All costs of activities and stages. */
const explainTotalCost: Explainer = (subject) => {
  const costs = targetsOf(subject).activities.flatMap(({ activity, cost }, index) =>
    cost === null ? [] : [{ activity, cost, index }],
  );
  const unused = targetsOf(subject).economics.hours.map((row) => encodeExact(unusedCost(row)));
  const parts = [
    ...costs.map(({ cost }) => cost),
    ...subject.compiled.costs.beside.map(({ cost }) => encodeExact(cost)),
    ...unused.filter((cost) => cost !== "0"),
  ];
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
    inputs: [input("cost", cost, atKey("cost")), input("wins", won, WINS)],
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
    inputs: [input("cost of a customer", cac, atKey("cac"))],
    supports: atKey("cac"),
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
    inputs: [input("worth of a customer", ltv, atKey("ltv")), input("cost of a customer", cac, atKey("cac"))],
    supports: atKey("cac"),
  };
};

/** What the base has, loses and gains each month by the period's end, in MRR. */
function movement({ compiled: { plan, base } }: Subject): Record<"mrr" | "lost" | "grown", Ratio> {
  const total = (items: readonly string[]): Ratio =>
    monthlyOf(
      plan.goal.metric,
      sum(base.parts.filter(({ item }) => items.includes(item)).map(({ amount }) => amount)),
    );
  return {
    mrr: base.mrr ?? ZERO,
    lost: total(["churn", "renewals", "contraction"]),
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
  fixedCosts: explainFixedCosts,
  winCost: explainWinCost,
  revenue: explainRevenue,
  profit: explainProfit,
  hours: {
    "*": {
      team: NOT_A_NUMBER,
      perHour: explainPerHour,
      work: explainHours("work"),
      beside: explainHours("beside"),
      unused: explainHours("unused"),
      cost: explainTeamCost,
    },
  },
  besideTheGoal: { hours: explainBeside("hours"), cost: explainBeside("cost") },
  cac: explainCac,
  paybackMonths: explainPayback,
  ltv: explainLtv,
  ltvToCac: explainLtvToCac,
  retention: { gross: explainRetention("gross"), net: explainRetention("net") },
  quickRatio: explainQuickRatio,
};
