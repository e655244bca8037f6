import { isPositive, isZero, multiply, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";
import type { Forecast } from "../forecast/answer.js";
import { showExact, showRate, showRatio } from "../model/display.js";
import type { CompiledPlan as Prepared } from "../model/compile.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import { formatDay } from "../calendar/day.js";
import { amountWords, goalWords } from "./amount-words.js";
import type { Said } from "./explainer.js";
import { counted, equals, input } from "./formula.js";
import { named } from "./place.js";

/** A forecast, and its plan read into exact numbers. */
export interface ForecastSubject {
  readonly answer: Forecast;
  readonly model: Prepared;
}

/** Explains the number at a full path of a forecast. */
export type ForecastExplainer = (subject: ForecastSubject, path: Path) => Said;

const GOAL: Path = ["plan", "goal", "amount"];
const WINS: Path = ["atEnd", "wins"];
const AMOUNT: Path = ["atEnd", "amount"];

const explainGoal: ForecastExplainer = ({ answer: { plan }, model: { bridge, period } }) => ({
  text: `The goal is ${goalWords(plan, bridge.goal)}${period.kind === "dated" ? ` from ${formatDay(period.first)} to ${formatDay(period.last)}` : ""}.`,
  formula: `${showRatio(bridge.goal)}, the goal`,
  inputs: [],
  supports: null,
});

const explainWins: ForecastExplainer = ({ answer: { atEnd } }) => {
  const { won, pipeline: open, pace } = atEnd.from;
  return {
    text: `${counted(parseQuantity(atEnd.wins), "win")} can be expected by the period's end: ${showExact(won)} so far, ${showExact(open)} of work under way and ${showExact(pace)} of work still to be started.`,
    formula: equals(
      `${showExact(won)} won + ${showExact(open)} under way + ${showExact(pace)} to be started`,
      parseQuantity(atEnd.wins),
    ),
    inputs: (["won", "pipeline", "pace"] as const).map((part) =>
      input(part, atEnd.from[part], ["atEnd", "from", part]),
    ),
    supports: AMOUNT,
  };
};

const FROM: Readonly<Record<string, string>> = {
  won: "have been won so far, as the snapshot says",
  pipeline: "can be expected of the work that is under way, by how long each unit has been in its stage",
  pace: "can be expected of the work that is still to be started at the pace",
};

const explainPart: ForecastExplainer = ({ answer }, path) => {
  const value = parseQuantity(answer.atEnd.from[String(path[2]) as "won"]);
  const wins = counted(value, "win");
  return { text: `${wins} ${FROM[String(path[2])] ?? ""}.`, formula: wins, inputs: [], supports: WINS };
};

const explainAmount: ForecastExplainer = (subject) =>
  amountSaid(subject, { ...subject.answer.atEnd, by: "the period's end", at: ["atEnd"], supports: GOAL });

const explainDayWins: ForecastExplainer = ({ answer }, path) => {
  const { on = "", wins = "0" } = answer.byDate[Number(path[1])] ?? {};
  return {
    text: `${counted(parseQuantity(wins), "win")} can be expected by the end of ${on}, those that were won before among them.`,
    formula: counted(parseQuantity(wins), "win"),
    inputs: [input("by the period's end", answer.atEnd.wins, WINS)],
    supports: WINS,
  };
};

const explainDayAmount: ForecastExplainer = (subject, path) => {
  const day = subject.answer.byDate[Number(path[1])] ?? { on: "", wins: "0", amount: "0" };
  return amountSaid(subject, { ...day, by: day.on, at: path.slice(0, 2), supports: AMOUNT });
};

interface AmountAt {
  readonly wins: string;
  readonly amount: string;
  readonly by: string;
  readonly at: Path;
  readonly supports: Path;
}

/** Wins × what each adds and keeps, and what the base and the values of open deals make of it. */
function amountSaid({ answer: { plan }, model: { bridge } }: ForecastSubject, day: AmountAt): Said {
  const [wins, amount] = [parseQuantity(day.wins), parseQuantity(day.amount)];
  const each = multiply(bridge.worth, bridge.keep);
  const rest: Ratio = subtract(amount, multiply(wins, each));
  const sign = isPositive(rest) ? "+" : "−";
  const size = isPositive(rest) ? rest : subtract(ZERO, rest);
  const more = isZero(rest)
    ? ""
    : ` ${sign} ${showRatio(size)} of the base and of deals that are not average`;
  return {
    text: `${goalWords(plan, amount)} can be expected by ${day.by}: ${counted(wins, "win")}, each of which adds ${amountWords(plan, each)}${more === "" ? "" : ", and what the base and deals of another size make of it"}.`,
    formula: equals(`${counted(wins, "win")} × ${showRatio(each)}${more}`, amount),
    inputs: [input("wins", day.wins, [...day.at, "wins"])],
    supports: day.supports,
  };
}

const explainAttainment: ForecastExplainer = ({ answer: { atEnd }, model: { bridge } }) => ({
  text: `${showRate(parseQuantity(atEnd.attainment ?? "0"))} of the goal can be expected by the period's end.`,
  formula: equals(
    `${showExact(atEnd.amount)} expected ÷ ${showRatio(bridge.goal)} of the goal`,
    parseQuantity(atEnd.attainment ?? "0"),
  ),
  inputs: [input("amount", atEnd.amount, AMOUNT), input("goal", bridge.goal, GOAL)],
  supports: GOAL,
});

const explainLate: ForecastExplainer = ({ answer: { plan, afterEnd } }, path) => {
  const shown =
    path[1] === "wins"
      ? counted(parseQuantity(afterEnd.wins), "win")
      : amountWords(plan, parseQuantity(afterEnd.amount));
  const text = `${shown} can be expected after the period's end, of work that is done until then.`;
  return { text, formula: shown, inputs: [], supports: GOAL };
};

const explainEntries: ForecastExplainer = ({ answer }, path) => {
  const stage = answer.stages[String(path[1])];
  const day = path[2] === "byDate" ? stage?.byDate[Number(path[3])] : undefined;
  const soFar = parseQuantity(stage?.soFar ?? "0");
  const entries = parseQuantity(
    path[2] === "soFar" ? (stage?.soFar ?? "0") : (day?.entries ?? stage?.atEnd ?? "0"),
  );
  const name = named(String(path[1]));
  if (path[2] === "soFar") {
    const text = `${counted(entries, "unit")} have entered ${name} so far, as the snapshot says.`;
    return { text, formula: counted(entries, "unit"), inputs: [], supports: WINS };
  }
  const more = subtract(entries, soFar);
  const by = day === undefined ? "the period's end" : `the end of ${day.on}`;
  return {
    text: `${counted(entries, "unit")} will have entered ${name} by ${by}: ${showRatio(soFar)} so far, and ${showRatio(more)} to come.`,
    formula: equals(`${showRatio(soFar)} so far + ${showRatio(more)} to come`, entries),
    inputs: [input("so far", soFar, ["stages", String(path[1]), "soFar"])],
    supports: WINS,
  };
};

const explainMonth: ForecastExplainer = ({ answer: { plan, pipelineHealth: open } }, path) => {
  const row = open.weighted[Number(path[2])];
  const month = row?.month ?? "";
  const shown = expectedText(plan, row, path[3]);
  return {
    text: `${shown} can be expected of the open work in ${month}, each deal weighted by its chance to be won then.`,
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
  plan: Forecast["plan"],
  expected: ExpectedOfPipeline | undefined,
  key: Path[number] | undefined,
): string {
  const { wins = "0", averageWins = "0", amount = "0" } = expected ?? {};
  if (key === "wins") return counted(parseQuantity(wins), "win");
  if (key === "averageWins") return counted(parseQuantity(averageWins), "average win");
  return amountWords(plan, parseQuantity(amount));
}

const explainPipelineInTime: ForecastExplainer = ({ answer: { plan, pipelineHealth } }, path) => {
  const shown = expectedText(plan, pipelineHealth.inTime, path[2]);
  const text = `${shown} can be expected within the period of what is under way, each deal weighted by its chance to be won by then.`;
  return { text, formula: shown, inputs: [], supports: WINS };
};

const explainUnderWay: ForecastExplainer = ({ answer: { plan, pipelineHealth } }, path) => {
  const isValue = path[1] === "value";
  const shown = isValue
    ? amountWords(plan, parseQuantity(pipelineHealth.value))
    : counted(parseQuantity(pipelineHealth.underWay), "unit");
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

const explainHealth: ForecastExplainer = ({ answer: { pipelineHealth: open } }, path) => {
  const key = String(path[1]);
  const shown = showExact(open[key as "coverage"] ?? "0");
  return { text: `${shown} ${HEALTH[key] ?? ""}.`, formula: shown, inputs: [], supports: WINS };
};

const explainLateItem: ForecastExplainer = ({ answer: { pipelineHealth: open } }, path) => {
  const row = open[path[1] as "slipped"][Number(path[2])];
  const shown = showExact(String(row?.[path[3] as "item"] ?? 0));
  const said =
    path[1] === "slipped" ? `was expected on ${row?.expected ?? ""}` : "has been there too long to count";
  const text =
    path[3] === "value"
      ? `${shown} is what item ${row?.item ?? 0} (counted from 0) of the open work at ${named(row?.stage ?? "")} is worth; it ${said}.`
      : `Item ${shown} (counted from 0) of the open work at ${named(row?.stage ?? "")} ${said}.`;
  return { text, formula: shown, inputs: [], supports: WINS };
};

const explainPaceDays: ForecastExplainer = ({ answer: { paceDays } }) => {
  const shown = counted(ratio(paceDays ?? 0), "working day");
  const text = `The pace is the average of ${shown}: as many as were asked for, or as there were since work began.`;
  return { text, formula: shown, inputs: [], supports: WINS };
};

/** Who explains which number of a forecast; the first pattern that fits counts. */
export const FORECAST_EXPLAINERS: readonly (readonly [pattern: string, explainer: ForecastExplainer])[] = [
  ["atEnd wins", explainWins],
  ["atEnd amount", explainAmount],
  ["atEnd attainment", explainAttainment],
  ["atEnd from *", explainPart],
  ["afterEnd *", explainLate],
  ["byDate * wins", explainDayWins],
  ["byDate * amount", explainDayAmount],
  ["stages * soFar", explainEntries],
  ["stages * atEnd", explainEntries],
  ["stages * byDate * entries", explainEntries],
  ["pipelineHealth underWay", explainUnderWay],
  ["pipelineHealth value", explainUnderWay],
  ["pipelineHealth inTime *", explainPipelineInTime],
  ["pipelineHealth weighted * wins", explainMonth],
  ["pipelineHealth weighted * averageWins", explainMonth],
  ["pipelineHealth weighted * amount", explainMonth],
  ["pipelineHealth coverage", explainHealth],
  ["pipelineHealth neededCoverage", explainHealth],
  ["pipelineHealth velocity", explainHealth],
  ["pipelineHealth slipped * item", explainLateItem],
  ["pipelineHealth slipped * value", explainLateItem],
  ["pipelineHealth overdue * item", explainLateItem],
  ["paceDays", explainPaceDays],
  ["plan goal amount", explainGoal],
];
