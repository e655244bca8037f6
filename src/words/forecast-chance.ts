import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";
import { goalMonths } from "../plan/every.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import type { GoalPlan } from "../plan/plan.js";
import { ratio } from "../number/ratio.js";
import { chanceWords } from "./chance.js";
import { capital, goalWords, metricAmount } from "./goal.js";

/** How sure a forecast is, and where most cases lie. */
interface ForecastChanceData {
  /** The chance that the goal is reached, from 0 to 1. */
  readonly chance: number;
  /** How much of all cases the ranges hold. */
  readonly level: number;
  /** The wins, from and to. */
  readonly wins: readonly [ExactString, ExactString];
  /** The metric, from and to. */
  readonly amount: readonly [ExactString, ExactString];
  /** Whether the chance is that of several goals together. */
  readonly ofAll: boolean;
}

/** The same in a line: "57% sure to reach the goal. In 80% of cases 11 to 19 wins bring 6,000 to 14,000 of net new MRR." */
export function sayForecastChance(
  plan: GoalPlan,
  { chance, level, wins, amount, ofAll }: ForecastChanceData,
  format: Format,
): string {
  const share = format.rate(ratio(Math.round(level * PARTS), PARTS));
  const [fewest, most] = wins;
  const won =
    fewest === most
      ? format.plural(most, "win")
      : `${format.number(fewest)} to ${format.plural(most, "win")}`;
  const isSame =
    METRIC_FACTS[plan.goal.metric].kind === "count" && fewest === amount[0] && most === amount[1];
  const [low, high] = amount;
  const brought =
    low === high
      ? goalWords(plan, high, format)
      : `${metricAmount(plan, low, format)} to ${goalWords(plan, high, format)}`;
  const cases = isSame ? `there are ${won}` : `${won} bring ${brought}`;
  const what =
    goalMonths(plan).length > 0
      ? "that every month reaches its own goal"
      : `to reach ${ofAll ? "all goals" : "the goal"}`;
  return `${sure(chance, format)} ${what}. In ${share} of cases ${cases}.`;
}

const PARTS = 1e6;

function sure(chance: number, format: Format): string {
  return capital(`${chanceWords(chance, format)} sure`);
}
