import { isZero, multiply, negate, ONE, type Ratio } from "../number/ratio.js";
import { computeBaseGrowth, parsePartRate } from "../plan/base-growth.js";
import { METRIC_FACTS, type MovingPart } from "../plan/metric-facts.js";
import { planPeriod } from "../plan/plan-period.js";
import type { GoalPlan } from "../plan/plan.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import type { AssumptionData } from "../words/assumptions.js";
import { computeBaseMovement, growthWithoutChurn, shareInPeriod } from "./base-movement.js";
import { LAST_DIGIT, partOfSpan } from "./base-part-span.js";
import { baseOverSpans, spansIn, spanTotal } from "./base-spans.js";
import { plannedWins, type Bridge } from "./bridge.js";

/** What rates of the base come to where the period is not one of their spans, and whether a rounded root decides the wins. */
export function collectBaseAssumptions(plan: GoalPlan, bridge: Bridge): readonly AssumptionData[] {
  const converted = convertedRates(plan);
  return [...converted.map((part) => compounding(plan, part)), ...roundedRoot(plan, bridge, converted)];
}

/** The parts whose rate is for another span than the period lasts. */
function convertedRates(plan: GoalPlan): readonly MovingPart[] {
  const used = METRIC_FACTS[plan.goal.metric].parts;
  return used.filter((part) => {
    const written = plan[part];
    if (written?.rate === undefined || isZero(parsePartRate(plan, part))) return false;
    const spans = spanTotal(spansIn(planPeriod(plan), written.per ?? "period"));
    return spans.num !== 1 || spans.den !== 1;
  });
}

function compounding(plan: GoalPlan, part: MovingPart): AssumptionData {
  const { per = "period" } = plan[part] ?? {};
  const rate = parsePartRate(plan, part);
  const spans = spansIn(planPeriod(plan), per);
  const share = shareInPeriod(plan, part) ?? multiply(rate, baseOverSpans(ONE, growthUnder(plan), spans));
  const said = {
    code: "compounding",
    part,
    per,
    rate: encodeExact(rate),
    share: encodeExact(share),
  } as const;
  return { ...said, kind: "compounding", path: [part, "per"] };
}

/** What the base that the metric's rates act on grows by: money by all of them, customers by churn alone. */
function growthUnder(plan: GoalPlan): Ratio {
  const money = METRIC_FACTS[plan.goal.metric].kind === "recurring money";
  return money ? computeBaseGrowth(plan) : negate(parsePartRate(plan, "churn"));
}

/** A root that is no ratio is rounded down to twelve digits: said where one more in the last place would change the wins. */
function roundedRoot(plan: GoalPlan, bridge: Bridge, [part]: readonly MovingPart[]): AssumptionData[] {
  if (part === undefined) return [];
  const { rest } = spansIn(planPeriod(plan), plan[part]?.per ?? "period");
  const growths = plan.base?.renewals === undefined ? [] : [growthWithoutChurn(plan)];
  if (![growthUnder(plan), ...growths].some((growth) => partOfSpan(growth, rest).rounded)) return [];
  const other = { ...bridge, parts: computeBaseMovement(plan, LAST_DIGIT) };
  const [wins, otherWins] = [winsOf(bridge), winsOf(other)];
  if (wins === otherWins) return [];
  return [{ code: "rounded-root", wins, otherWins, kind: "rounded-root", path: [part, "per"] }];
}

function winsOf(bridge: Bridge): ExactString | null {
  const wins = plannedWins(bridge);
  return wins === undefined ? null : String(wins);
}
