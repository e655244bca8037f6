import { must } from "../number/invariant.js";
import type { Forecast } from "../forecast/answer.js";
import { FORECAST_CHANCE } from "./forecast-chance.js";
import { FORECAST_MONTH } from "./forecast-months.js";
import { goalAt, WINS, type ForecastExplainer, type ForecastGuide } from "./forecast-subject.js";
import { goalSays } from "./goal.js";
import { bindsSays } from "./goals.js";
import { NOT_A_NUMBER, type Below } from "./guide.js";
import { GOAL_OUTLOOK } from "./goal-outlook.js";
import { AFTER_END, AT_END, ON_DAY } from "./outlook.js";
import { PIPELINE_HEALTH } from "./pipeline-health.js";
import { STAGE_FORECAST } from "./stage-forecast.js";

const explainGoal: ForecastExplainer = ({ compiled }) => ({
  says: goalSays(compiled),
  inputs: [],
  supports: null,
});

/** One of several goals. */
const explainOneOfGoals: ForecastExplainer = ({ compiled }, path) => ({
  says: goalSays(must(compiled.goals[Number(path[2])], "a goal of several")),
  inputs: [],
  supports: null,
});

/** Which of several goals all other numbers are for. */
const explainBinds: ForecastExplainer = (subject) => ({
  says: bindsSays(subject.compiled),
  inputs: [],
  supports: goalAt(subject),
});

const explainPaceDays: ForecastExplainer = ({ answer }) => ({
  says: {
    code: "pace-days",
    figures: { days: must(answer.paceDays ?? undefined, "the days of a recent pace") },
  },
  inputs: [],
  supports: WINS,
});

/** What `forecast` answers; of its plan only the goal, where every chain of whys ends. */
export const FORECAST: ForecastGuide<Omit<Forecast, "plan">> & {
  readonly plan: {
    readonly goal: { readonly amount: Below<ForecastExplainer> };
    readonly goals: { readonly "*": { readonly amount: Below<ForecastExplainer> } };
  };
} = {
  plan: { goal: { amount: { "**": explainGoal } }, goals: { "*": { amount: { "**": explainOneOfGoals } } } },
  binds: explainBinds,
  snapshot: NOT_A_NUMBER,
  pace: NOT_A_NUMBER,
  paceDays: explainPaceDays,
  asOf: NOT_A_NUMBER,
  horizon: NOT_A_NUMBER,
  stages: { "*": STAGE_FORECAST },
  byDate: { "*": ON_DAY },
  atEnd: AT_END,
  goals: { "*": GOAL_OUTLOOK },
  months: { "*": FORECAST_MONTH },
  afterEnd: AFTER_END,
  chance: FORECAST_CHANCE,
  pipelineHealth: PIPELINE_HEALTH,
  assumptions: NOT_A_NUMBER,
};
