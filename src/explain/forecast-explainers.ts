import { isPositive, isZero, multiply, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";
import type { Forecast } from "../forecast/answer.js";
import type { CompiledPlan as Prepared } from "../model/compile.js";
import type { Format } from "../format/format.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import { amountWords, goalWords, periodWords, writtenGoal } from "../words/goal.js";
import type { Said } from "./explainer.js";
import { counted, equals, input } from "./formula.js";
import { named } from "./place.js";

/** A forecast, and its plan read into exact numbers. */
interface ForecastSubject {
  readonly answer: Forecast;
  readonly model: Prepared;
  /** How figures are written. */
  readonly format: Format;
}

/** Explains the number at a full path of a forecast. */
type ForecastExplainer = (subject: ForecastSubject, path: Path) => Said;

const GOAL: Path = ["plan", "goal", "amount"];
const WINS: Path = ["atEnd", "wins"];
const AMOUNT: Path = ["atEnd", "amount"];

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

const explainWins: ForecastExplainer = (subject) => {
  const {
    answer: { atEnd },
  } = subject;
  const { won, pipeline: open, pace } = atEnd.from;
  return {
    text: `${counted(subject, parseQuantity(atEnd.wins), "win")} can be expected by the period's end: ${subject.format.number(won)} so far, ${subject.format.number(open)} of work under way and ${subject.format.number(pace)} of work still to be started.`,
    formula: equals(
      subject,
      `${subject.format.number(won)} won + ${subject.format.number(open)} under way + ${subject.format.number(pace)} to be started`,
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

const explainPart: ForecastExplainer = (subject, path) => {
  const { answer } = subject;
  const value = parseQuantity(answer.atEnd.from[String(path[2]) as "won"]);
  const wins = counted(subject, value, "win");
  return { text: `${wins} ${FROM[String(path[2])] ?? ""}.`, formula: wins, inputs: [], supports: WINS };
};

const explainAmount: ForecastExplainer = (subject) =>
  amountSaid(subject, { ...subject.answer.atEnd, by: "the period's end", at: ["atEnd"], supports: GOAL });

const explainDayWins: ForecastExplainer = (subject, path) => {
  const { answer } = subject;
  const { on = "", wins = "0" } = answer.byDate[Number(path[1])] ?? {};
  return {
    text: `${counted(subject, parseQuantity(wins), "win")} can be expected by the end of ${subject.format.date(on)}, those that were won before among them.`,
    formula: counted(subject, parseQuantity(wins), "win"),
    inputs: [input("by the period's end", answer.atEnd.wins, WINS)],
    supports: WINS,
  };
};

const explainDayAmount: ForecastExplainer = (subject, path) => {
  const day = subject.answer.byDate[Number(path[1])] ?? { on: "", wins: "0", amount: "0" };
  return amountSaid(subject, {
    ...day,
    by: subject.format.date(day.on),
    at: path.slice(0, 2),
    supports: AMOUNT,
  });
};

interface AmountAt {
  readonly wins: string;
  readonly amount: string;
  readonly by: string;
  readonly at: Path;
  readonly supports: Path;
}

/** Wins × what each adds and keeps, and what the base and the values of open deals make of it. */
function amountSaid(subject: ForecastSubject, day: AmountAt): Said {
  const { plan } = subject.answer;
  const { bridge } = subject.model;
  const [wins, amount] = [parseQuantity(day.wins), parseQuantity(day.amount)];
  const each = multiply(bridge.worth, bridge.keep);
  const rest: Ratio = subtract(amount, multiply(wins, each));
  const sign = isPositive(rest) ? "+" : "−";
  const size = isPositive(rest) ? rest : subtract(ZERO, rest);
  const more = isZero(rest)
    ? ""
    : ` ${sign} ${subject.format.number(size)} of the base and of deals that are not average`;
  return {
    text: `${goalWords(plan, amount, subject.format)} can be expected by ${day.by}: ${counted(subject, wins, "win")}, each of which adds ${amountWords(plan, each, subject.format)}${more === "" ? "" : ", and what the base and deals of another size make of it"}.`,
    formula: equals(
      subject,
      `${counted(subject, wins, "win")} × ${subject.format.number(each)}${more}`,
      amount,
    ),
    inputs: [input("wins", day.wins, [...day.at, "wins"])],
    supports: day.supports,
  };
}

const explainAttainment: ForecastExplainer = (subject) => {
  const { atEnd } = subject.answer;
  const { bridge } = subject.model;
  return {
    text: `${subject.format.rate(parseQuantity(atEnd.attainment ?? "0"))} of the goal can be expected by the period's end.`,
    formula: equals(
      subject,
      `${subject.format.number(atEnd.amount)} expected ÷ ${subject.format.number(bridge.goal)} of the goal`,
      parseQuantity(atEnd.attainment ?? "0"),
    ),
    inputs: [input("amount", atEnd.amount, AMOUNT), input("goal", bridge.goal, GOAL)],
    supports: GOAL,
  };
};

const explainLate: ForecastExplainer = (subject, path) => {
  const {
    answer: { plan, afterEnd },
  } = subject;
  const shown =
    path[1] === "wins"
      ? counted(subject, parseQuantity(afterEnd.wins), "win")
      : amountWords(plan, parseQuantity(afterEnd.amount), subject.format);
  const text = `${shown} can be expected after the period's end, of work that is done until then.`;
  return { text, formula: shown, inputs: [], supports: GOAL };
};

const explainEntries: ForecastExplainer = (subject, path) => {
  const { answer } = subject;
  const stage = answer.stages[String(path[1])];
  const day = path[2] === "byDate" ? stage?.byDate[Number(path[3])] : undefined;
  const soFar = parseQuantity(stage?.soFar ?? "0");
  const entries = parseQuantity(
    path[2] === "soFar" ? (stage?.soFar ?? "0") : (day?.entries ?? stage?.atEnd ?? "0"),
  );
  const name = named(String(path[1]));
  if (path[2] === "soFar") {
    const text = `${counted(subject, entries, "unit")} have entered ${name} so far, as the snapshot says.`;
    return { text, formula: counted(subject, entries, "unit"), inputs: [], supports: WINS };
  }
  const more = subtract(entries, soFar);
  const by = day === undefined ? "the period's end" : `the end of ${subject.format.date(day.on)}`;
  return {
    text: `${counted(subject, entries, "unit")} will have entered ${name} by ${by}: ${subject.format.number(soFar)} so far, and ${subject.format.number(more)} to come.`,
    formula: equals(
      subject,
      `${subject.format.number(soFar)} so far + ${subject.format.number(more)} to come`,
      entries,
    ),
    inputs: [input("so far", soFar, ["stages", String(path[1]), "soFar"])],
    supports: WINS,
  };
};

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

const explainPaceDays: ForecastExplainer = (subject) => {
  const shown = counted(subject, ratio(subject.answer.paceDays ?? 0), "working day");
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
