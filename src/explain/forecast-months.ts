import type { ForecastMonth, MonthExpected } from "../forecast/answer.js";
import { amountToWin } from "../model/bridge.js";
import { monthView } from "../model/month-view.js";
import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { isZero, subtract } from "../number/ratio.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import {
  goalAt,
  type ForecastExplainer,
  type ForecastGuide,
  type ForecastSubject,
} from "./forecast-subject.js";
import { goalSays } from "./goal.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";

/** The month of a path, and its place among all months of the plan: the answer lists those that are not over. */
function monthAt({ answer, compiled }: ForecastSubject, path: Path) {
  const month = must(answer.months?.[Number(path[1])], "a month of a forecast");
  return { month, index: compiled.months.findIndex(({ name }) => name === month.month) };
}

const explainGoal: ForecastExplainer = (subject, path) => ({
  says: goalSays(monthView(subject.compiled, monthAt(subject, path).index)),
  inputs: [],
  supports: goalAt(subject),
});

/** What its own wins bring, and what of that the base takes or adds. */
function explainAmount(way: "atPace" | "asPlanned"): ForecastExplainer {
  return (subject, path) => {
    const { month, index } = monthAt(subject, path);
    const { amount } = must(month[way] ?? undefined, "what a month comes to");
    const { bridge } = must(subject.compiled.months[index], "a month of the plan");
    const beside = subtract(bridge.goal, amountToWin(bridge));
    const brought = subtract(parseQuantity(amount), beside);
    const figures = {
      plan: { goal: subject.compiled.plan.goal },
      ...{ month: month.month, way, amount, brought: encodeExact(brought) },
      beside: isZero(beside) ? null : encodeExact(beside),
    };
    const goal = ["months", Number(path[1]), "goal"];
    return {
      says: { code: "forecast-month", figures },
      inputs: [input("goal", month.goal, goal)],
      supports: goal,
    };
  };
}

function expected(way: "atPace" | "asPlanned"): ForecastGuide<MonthExpected> {
  return { amount: explainAmount(way), isReached: NOT_A_NUMBER };
}

/** A month that is not over. */
export const FORECAST_MONTH: ForecastGuide<ForecastMonth> = {
  ...{ month: NOT_A_NUMBER, start: NOT_A_NUMBER, end: NOT_A_NUMBER },
  goal: explainGoal,
  ...{ atPace: expected("atPace"), asPlanned: expected("asPlanned") },
};
