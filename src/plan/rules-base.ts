import { add, compare, negate, ONE, ZERO } from "../number/ratio.js";
import { issueAt, type Issue, type Path } from "./issue.js";
import { METRIC_FACTS } from "./metric-needs.js";
import type { PlanInput } from "./plan.js";
import { rateOf } from "./rate.js";

/** What the parts that move the base must say: one kind of figure each, a span for each rate, one span for all. */
export function baseRules(plan: PlanInput): Issue[] {
  return [
    ...churnKind(plan),
    ...movementKind(plan, "expansion"),
    ...movementKind(plan, "contraction"),
    ...repeatKind(plan),
    ...rateSpans(plan),
    ...shrinking(plan),
  ];
}

const MOVING = ["churn", "expansion", "contraction", "repeat"] as const;

function exactlyOne(
  plan: PlanInput,
  part: (typeof MOVING)[number],
  kinds: readonly string[],
  advice: string,
): Issue[] {
  const written = plan[part] as Readonly<Record<string, unknown>> | undefined;
  if (written === undefined) return [];
  const given = kinds.filter((kind) => written[kind] !== undefined);
  if (given.length === 1) return [];
  const expected = `exactly one of ${kinds.join(", ")}`;
  const received = given.length === 0 ? undefined : given.join(" and ");
  return [
    issueAt([part], received, {
      code: `${part}.kind`,
      expected,
      advice: given.length === 0 ? advice : "keep one of them",
    }),
  ];
}

function churnKind(plan: PlanInput): Issue[] {
  return exactlyOne(
    plan,
    "churn",
    ["customers", "mrr", "rate"],
    "write customers: 5, mrr: 4500, or rate: 1.5% with per: month",
  );
}

function movementKind(plan: PlanInput, part: "expansion" | "contraction"): Issue[] {
  return exactlyOne(plan, part, ["mrr", "rate"], "write mrr: 1200, or rate: 2% with per: month");
}

function repeatKind(plan: PlanInput): Issue[] {
  const kinds = exactlyOne(
    plan,
    "repeat",
    ["rate", "customers", "amount"],
    "write rate: 10% with per and value, customers: 20 with value, or amount: 8000",
  );
  const { repeat } = plan;
  if (repeat === undefined || kinds.length > 0) return kinds;
  if (repeat.amount === undefined && repeat.value === undefined) {
    const problem = {
      code: "repeat.value",
      expected: "what one repeat purchase is worth",
      advice: "write value: 400",
    };
    return [issueAt(["repeat", "value"], undefined, problem)];
  }
  if (repeat.amount === undefined || repeat.value === undefined) return [];
  return [
    issueAt(["repeat", "value"], repeat.value, {
      code: "repeat.value",
      expected: "an amount alone",
      advice: "leave value out, the amount says it all",
    }),
  ];
}

function rateSpans(plan: PlanInput): Issue[] {
  const rates = MOVING.filter((part) => plan[part]?.rate !== undefined);
  const missing = rates.filter((part) => plan[part]?.per === undefined);
  const problem = {
    code: "rate.per",
    expected: "the span this rate is for",
    advice: "write per: month, quarter, year or period",
  };
  const issues = missing.map((part) => issueAt([part, "per"], undefined, problem));
  const [first, ...others] = rates.filter((part) => plan[part]?.per !== undefined);
  if (first === undefined) return issues;
  const span = plan[first]?.per;
  const different = others.filter((part) => plan[part]?.per !== span);
  const advice = `write per: ${span}, as ${first} does; rates act on one running base together`;
  return [
    ...issues,
    ...different.map((part) =>
      issueAt([part, "per"], plan[part]?.per, {
        code: "rate.per",
        expected: "one span for all rates of the base",
        advice,
      }),
    ),
  ];
}

function shrinking(plan: PlanInput): Issue[] {
  if (METRIC_FACTS[plan.goal.metric].kind !== "recurring money") return [];
  const rate = (part: "churn" | "expansion" | "contraction") =>
    plan[part]?.rate === undefined ? ZERO : rateOf(plan[part].rate);
  const growth = [rate("expansion"), negate(rate("contraction")), negate(rate("churn"))].reduce(add, ZERO);
  if (compare(add(ONE, growth), ZERO) >= 0) return [];
  const path: Path = ["contraction", "rate"];
  const problem = {
    code: "rate.sum",
    expected: "churn and contraction that leave a base",
    advice: "together they take more than all of it, lower one",
  };
  return [issueAt(path, plan.contraction?.rate, problem)];
}
