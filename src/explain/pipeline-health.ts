import type { PipelineHealth } from "../forecast/answer.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import { amountWords } from "../words/goal.js";
import {
  WINS,
  type ForecastExplainer,
  type ForecastGuide,
  type ForecastSubject,
} from "./forecast-subject.js";
import { counted } from "./formula.js";
import { NOT_A_NUMBER } from "./guide.js";
import { named } from "./place.js";

const explainMonth: ForecastExplainer = (subject, path) => {
  const row = subject.answer.pipelineHealth.weighted[Number(path[2])];
  const month = row?.month ?? "";
  const shown = expectedText(subject, row, path[3]);
  return {
    text: `${shown} can be expected of the open work in ${subject.format.month(month)}, each deal weighted by its chance to be won then.`,
    formula: shown,
    inputs: [],
    supports: WINS,
  };
};

interface ExpectedOfPipeline {
  readonly wins: string;
  readonly averageWins: string;
  readonly amount: string;
}

/** Deals that are won, the same in average deals, or what they are worth. */
function expectedText(
  subject: ForecastSubject,
  expected: ExpectedOfPipeline | undefined,
  key: Path[number] | undefined,
): string {
  const { wins = "0", averageWins = "0", amount = "0" } = expected ?? {};
  if (key === "wins") return counted(subject, parseQuantity(wins), "win");
  if (key === "averageWins") return counted(subject, parseQuantity(averageWins), "average win");
  return amountWords(subject.answer.plan, amount, subject.format);
}

const explainPipelineInTime: ForecastExplainer = (subject, path) => {
  const shown = expectedText(subject, subject.answer.pipelineHealth.inTime, path[2]);
  const text = `${shown} can be expected within the period of what is under way, each deal weighted by its chance to be won by then.`;
  return { text, formula: shown, inputs: [], supports: WINS };
};

const explainUnderWay: ForecastExplainer = (subject, path) => {
  const { plan, pipelineHealth } = subject.answer;
  const isValue = path[1] === "value";
  const shown = isValue
    ? amountWords(plan, pipelineHealth.value, subject.format)
    : counted(subject, parseQuantity(pipelineHealth.underWay), "unit");
  const text = isValue
    ? `${shown} is what everything under way would be worth if all of it were won.`
    : `${shown} are under way in the stages of the funnel.`;
  return { text, formula: shown, inputs: [], supports: WINS };
};

const HEALTH: Readonly<Record<string, string>> = {
  coverage: "times what the goal still needs is open",
  neededCoverage:
    "times what the goal still needs must be open for open work alone to carry it: that much is open for each that is expected in time",
  velocity: "a day is what the open work earns over the mean length of the longest path",
};

const explainHealth: ForecastExplainer = (subject, path) => {
  const {
    answer: { pipelineHealth: open },
  } = subject;
  const key = String(path[1]);
  const shown = subject.format.number(open[key as "coverage"] ?? "0");
  return { text: `${shown} ${HEALTH[key] ?? ""}.`, formula: shown, inputs: [], supports: WINS };
};

const explainLateItem: ForecastExplainer = (subject, path) => {
  const {
    answer: { pipelineHealth: open },
  } = subject;
  const row = open[path[1] as "slipped"][Number(path[2])];
  const shown = subject.format.number(String(row?.[path[3] as "item"] ?? 0));
  const said =
    path[1] === "slipped"
      ? `was expected on ${subject.format.date(row?.expected ?? "")}`
      : "has been there too long to count";
  const text =
    path[3] === "value"
      ? `${shown} is what item ${row?.item ?? 0} (counted from 0) of the open work at ${named(row?.stage ?? "")} is worth; it ${said}.`
      : `Item ${shown} (counted from 0) of the open work at ${named(row?.stage ?? "")} ${said}.`;
  return { text, formula: shown, inputs: [], supports: WINS };
};

/** The health of the open pipeline. */
export const PIPELINE_HEALTH: ForecastGuide<PipelineHealth> = {
  underWay: explainUnderWay,
  value: explainUnderWay,
  inTime: { wins: explainPipelineInTime, averageWins: explainPipelineInTime, amount: explainPipelineInTime },
  weighted: {
    "*": { month: NOT_A_NUMBER, wins: explainMonth, averageWins: explainMonth, amount: explainMonth },
  },
  coverage: explainHealth,
  neededCoverage: explainHealth,
  velocity: explainHealth,
  slipped: {
    "*": {
      stage: NOT_A_NUMBER,
      item: explainLateItem,
      expected: NOT_A_NUMBER,
      value: explainLateItem,
    },
  },
  overdue: { "*": { stage: NOT_A_NUMBER, item: explainLateItem, entered: NOT_A_NUMBER } },
};
