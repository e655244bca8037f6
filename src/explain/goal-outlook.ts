import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import type { GoalOutlook } from "../forecast/answer.js";
import type { CompiledPlan } from "../model/compile.js";
import type { Path } from "../schema/issue.js";
import type { Explained } from "./explainer.js";
import {
  WINS,
  type ForecastExplainer,
  type ForecastGuide,
  type ForecastSubject,
} from "./forecast-subject.js";
import { goalSays } from "./goal.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";

interface OneAhead {
  readonly row: GoalOutlook;
  readonly goal: CompiledPlan;
  readonly at: Path;
}

function oneOf({ answer, compiled }: ForecastSubject, path: Path): OneAhead {
  const place = Number(path[1]);
  return {
    row: must(answer.goals?.[place], "the outlook of a goal"),
    goal: must(compiled.goals[place], "a goal of several"),
    at: path.slice(0, 2),
  };
}

const explainAmount: ForecastExplainer = (subject, path): Explained => {
  const { row, goal, at } = oneOf(subject, path);
  const { wins } = subject.answer.atEnd;
  const figures = { plan: { goal: goal.plan.goal }, amount: row.amount, wins };
  return {
    says: { code: "goal-outlook", figures },
    inputs: [input("wins", wins, WINS)],
    supports: [...at, "goal"],
  };
};

const explainAttainment: ForecastExplainer = (subject, path) => {
  const { row, goal, at } = oneOf(subject, path);
  const share = must(row.attainment ?? undefined, "the attainment of a goal");
  const figures = { share, amount: row.amount, goal: encodeExact(goal.bridge.goal) };
  return {
    says: { code: "forecast-attainment", figures },
    inputs: [input("amount", row.amount, [...at, "amount"]), input("goal", row.goal, [...at, "goal"])],
    supports: [...at, "goal"],
  };
};

const explainChance: ForecastExplainer = (subject, path): Explained => {
  const { row, at } = oneOf(subject, path);
  const chance = must(row.chance ?? undefined, "the chance of a goal");
  return {
    says: { code: "forecast-chance", figures: { chance, on: null } },
    inputs: [],
    supports: [...at, "goal"],
  };
};

/** What one of several goals comes to. */
export const GOAL_OUTLOOK: ForecastGuide<GoalOutlook> = {
  metric: NOT_A_NUMBER,
  goal: (subject, path) => ({
    says: goalSays(oneOf(subject, path).goal),
    inputs: [],
    supports: null,
  }),
  unit: NOT_A_NUMBER,
  amount: explainAmount,
  attainment: explainAttainment,
  chance: explainChance,
  binds: NOT_A_NUMBER,
};
