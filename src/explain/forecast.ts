import { ratio } from "../number/ratio.js";
import type { Forecast } from "../forecast/answer.js";
import { periodWords, writtenGoal } from "../words/goal.js";
import { FORECAST_CHANCE } from "./forecast-chance.js";
import { WINS, type ForecastExplainer, type ForecastGuide } from "./forecast-subject.js";
import { counted } from "./formula.js";
import { NOT_A_NUMBER } from "./guide.js";
import { AFTER_END, AT_END, ON_DAY } from "./outlook.js";
import { PIPELINE_HEALTH } from "./pipeline-health.js";
import { STAGE_FORECAST } from "./stage-forecast.js";

const explainGoal: ForecastExplainer = (subject) => {
  const {
    answer: { plan },
    model: { bridge, period },
  } = subject;
  return {
    text: `The goal is ${writtenGoal(plan, subject.format)}${period.kind === "dated" ? ` ${periodWords(plan, subject.format)}` : ""}.`,
    formula: `${subject.format.number(bridge.goal)}, the goal`,
    inputs: [],
    supports: null,
  };
};

const explainPaceDays: ForecastExplainer = (subject) => {
  const shown = counted(subject, ratio(subject.answer.paceDays ?? 0), "working day");
  const text = `The pace is the average of ${shown}: as many as were asked for, or as there were since work began.`;
  return { text, formula: shown, inputs: [], supports: WINS };
};

/** What `forecast` answers; of its plan only the goal, where every chain of whys ends. */
export const FORECAST: ForecastGuide<Omit<Forecast, "plan">> & {
  readonly plan: { readonly goal: { readonly amount: ForecastExplainer } };
} = {
  plan: { goal: { amount: explainGoal } },
  snapshot: NOT_A_NUMBER,
  pace: NOT_A_NUMBER,
  paceDays: explainPaceDays,
  asOf: NOT_A_NUMBER,
  horizon: NOT_A_NUMBER,
  stages: { "*": STAGE_FORECAST },
  byDate: { "*": ON_DAY },
  atEnd: AT_END,
  afterEnd: AFTER_END,
  chance: FORECAST_CHANCE,
  pipelineHealth: PIPELINE_HEALTH,
  assumptions: NOT_A_NUMBER,
};
