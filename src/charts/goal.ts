import type { GoalPlan } from "../plan/plan.js";
import { chosenPlan, goalKeyPath } from "../plan/goals.js";
import { metricWords } from "../words/goal.js";
import { parseGoalAmount } from "../plan/goal-amount.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import { planPeriod } from "../plan/plan-period.js";
import { encodeExact } from "../number/exact-string.js";
import type { Solution } from "../solve/answer.js";
import { formatDay } from "../calendar/day.js";
import { pictureNumber, type PictureNumber } from "./picture-number.js";

/** The first and the last day of a period. */
interface PictureDates {
  /** The first day, `YYYY-MM-DD`. */
  readonly first: string;
  /** The last day, `YYYY-MM-DD`. */
  readonly last: string;
}

/** The goal as a picture shows it. */
export interface PictureGoal {
  /** The metric in words: "net new MRR". */
  readonly metric: string;
  /** How much of it is to be reached. */
  readonly amount: PictureNumber;
  /** What the amount counts in: a currency, "customers" or a unit of the plan; null where nothing is said. */
  readonly unit: string | null;
  /** The first and the last day of the period, both included; null for a period without dates. */
  readonly dates: PictureDates | null;
  /** How many working days the period has; null where the plan was not solved that far. */
  readonly workingDays: PictureNumber | null;
}

/** The goal of an answer, whether or not it can be reached. */
export function buildPictureGoal(answer: Solution): PictureGoal {
  const { targets } = answer;
  const plan = chosenPlan(answer);
  const { amount, origin } = parseGoalAmount(plan.goal.amount);
  const period = planPeriod(plan);
  const path = ["plan", ...goalKeyPath(answer, "amount"), ...(origin === undefined ? [] : [origin.of])];
  const written = { value: encodeExact(amount), path };
  return {
    metric: metricWords(plan.goal.metric),
    amount: pictureNumber(targets?.goal.amount, ["goal", "amount"]) ?? written,
    unit: targets === null ? unitOf(plan) : targets.goal.unit,
    dates:
      period.kind === "undated" ? null : { first: formatDay(period.first), last: formatDay(period.last) },
    workingDays:
      pictureNumber(targets?.period.workingDays, ["period", "workingDays"]) ??
      (period.kind === "undated"
        ? pictureNumber(period.workingDays, ["plan", ...goalKeyPath(answer, "period"), "workingDays"])
        : null),
  };
}

/** The currency of a plan whose goal is money; null for other goals, and where the plan names none. */
export function moneyOf({ goal, currency }: GoalPlan): string | null {
  const { kind } = METRIC_FACTS[goal.metric];
  return kind === "one-off money" || kind === "recurring money" ? (currency ?? null) : null;
}

/** What a plan's goal counts in, where there is no answer that says so. */
function unitOf(plan: GoalPlan): string | null {
  const { kind } = METRIC_FACTS[plan.goal.metric];
  if (kind === "count") return "customers";
  return kind === "units" ? (plan.goal.unit ?? "units") : moneyOf(plan);
}
