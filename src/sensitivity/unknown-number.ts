import { encodeExact } from "../number/exact-string.js";
import { add, compare, multiply, ONE, ratio, smaller, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { issueAt, type Path } from "../schema/issue.js";
import type { CompiledPlan } from "../model/compile.js";
import { METRIC_FACTS, type MovingPart } from "../plan/metric-facts.js";
import { dealValueWithMean } from "../plan/deal-value.js";
import type { GoalPlan } from "../plan/plan.js";
import { PlanError } from "../schema/plan-error.js";
import { valueAt } from "../plan/change.js";

/**
 * A number that can be solved for. `acts` says what it moves: the expected wins (a rate of the funnel), the amount that a
 * win must bring (values, churn, the goal), or how much work is done (people and minutes).
 */
export interface UnknownNumber {
  readonly acts: "wins" | "amount" | "team" | "minutes";
  readonly limit: "least" | "greatest";
  readonly most: Ratio | undefined;
  readonly whole: boolean;
  readonly write: (value: Ratio) => unknown;
}

const plain = (value: Ratio): unknown => encodeExact(value);
const LEAST = { limit: "least", most: undefined, whole: false, write: plain } as const;
const GREATEST = { ...LEAST, limit: "greatest" } as const;

/**
 * How the number at a path is solved for.
 *
 * @throws PlanError for a path that is no such number
 */
export function unknownAt(compiled: CompiledPlan, path: Path): UnknownNumber {
  const found = kindOf(compiled, path);
  const written = valueAt(compiled.written, path);
  if (found !== undefined && (written !== undefined || path[0] === "buffer")) return found;
  const expected = "a number of the plan that can be solved for";
  const advice =
    found === undefined
      ? "name a rate, the deal value, margin, goal amount, buffer, churn, the rate of a renewal, or the size or minutes of a team"
      : "write it into the plan first, with what it is now";
  throw new PlanError([issueAt(path, written, { code: "path.not-solvable", expected, advice })]);
}

function kindOf(compiled: CompiledPlan, path: Path): UnknownNumber | undefined {
  const [part, ...rest] = path;
  const key = path.at(-1);
  switch (part) {
    case "funnel":
      if (key === "rate" && typeof path.at(-2) === "number") return { ...LEAST, acts: "wins", most: ONE };
      return key === "minutes" ? { ...GREATEST, acts: "minutes" } : undefined;
    case "deal":
      return dealNumber(compiled.plan, rest);
    case "goal":
      return key === "amount" && rest.length === 1 ? { ...GREATEST, acts: "amount" } : undefined;
    case "buffer":
      return rest.length === 0 ? { ...GREATEST, acts: "amount", write: writtenShare } : undefined;
    case "base":
      return renewalNumber(compiled, rest);
    case "churn":
    case "expansion":
    case "contraction":
    case "repeat":
      return rest.length === 1 ? baseNumber(compiled, part, key) : undefined;
    case "teams":
      if (rest.length !== 2) return undefined;
      if (key === "headcount") return { ...LEAST, acts: "team", whole: true, write: writtenNumber };
      return key === "minutesPerDay" ? { ...LEAST, acts: "team" } : undefined;
    case undefined:
    default:
      return undefined;
  }
}

/** The share of a renewal that is renewed, where the base counts. */
function renewalNumber({ base }: CompiledPlan, [list, index, key, ...more]: Path): UnknownNumber | undefined {
  const isRate = list === "renewals" && key === "rate" && more.length === 0;
  return isRate && base.renewals[Number(index)] !== undefined
    ? { ...LEAST, acts: "amount", most: ONE }
    : undefined;
}

/** A team's size is written as a number. */
function writtenNumber({ num }: Ratio): unknown {
  return Number(num);
}

function dealNumber(plan: GoalPlan, rest: Path): UnknownNumber | undefined {
  const { kind, deal } = METRIC_FACTS[plan.goal.metric];
  const [key, , of] = rest;
  const valued = kind !== "count";
  if (rest.length === 1 && key === "value" && valued && plan.deal?.value !== undefined) {
    const written = plan.deal.value;
    return { ...LEAST, acts: "amount", write: (mean) => dealValueWithMean(written, mean) };
  }
  if (rest.length === 1 && (key === "margin" || key === "commission"))
    return deal.includes(key) ? { ...LEAST, acts: "amount", most: ONE } : undefined;
  if (rest.length !== 3 || key !== "upsells" || kind === "units" || !valued) return undefined;
  if (of === "value") return { ...LEAST, acts: "amount" };
  return of === "rate" ? { ...LEAST, acts: "amount", most: ONE } : undefined;
}

function baseNumber(compiled: CompiledPlan, part: MovingPart, key: unknown): UnknownNumber | undefined {
  if (!METRIC_FACTS[compiled.plan.goal.metric].parts.includes(part)) return undefined;
  const helps = part === "expansion" || part === "repeat";
  const kind = helps ? LEAST : GREATEST;
  if (key === "rate") return { ...kind, acts: "amount", most: helps ? ONE : greatestRate(compiled, part) };
  if (part === "churn" && key === "newCustomers") return { ...kind, acts: "amount", most: ONE };
  const counts = part === "repeat" ? ["customers", "amount", "value"] : ["customers", "mrr"];
  return counts.includes(String(key)) ? { ...kind, acts: "amount" } : undefined;
}

/** Churn and contraction together may take all of the base and what it grows by, not more. */
function greatestRate({ base }: CompiledPlan, part: MovingPart): Ratio {
  const rate = (name: MovingPart): Ratio => (name === part ? ZERO : base.rates[name]);
  return smaller(ONE, subtract(subtract(add(ONE, rate("expansion")), rate("contraction")), rate("churn")));
}

/** A share above 100% must be written in percent, whose decimals end. */
function writtenShare(value: Ratio): unknown {
  if (compare(value, ONE) <= 0) return encodeExact(value);
  const places = 1_000_000_000;
  const whole = multiply(value, ratio(100 * places));
  const floored = BigInt(whole.num) / BigInt(whole.den);
  return `${encodeExact(ratio(floored, places))}%`;
}
