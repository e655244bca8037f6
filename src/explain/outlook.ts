import { isPositive, isZero, multiply, subtract, ZERO, type Ratio } from "../number/ratio.js";
import type { Forecast, ForecastAtEnd, ForecastOn } from "../forecast/answer.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import { amountWords, goalWords } from "../words/goal.js";
import type { Said } from "./explainer.js";
import {
  AMOUNT,
  GOAL,
  WINS,
  type ForecastExplainer,
  type ForecastGuide,
  type ForecastSubject,
} from "./forecast-subject.js";
import { counted, equals, input } from "./formula.js";
import { NOT_A_NUMBER } from "./guide.js";

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

/** What is expected by the period's end. */
export const AT_END: ForecastGuide<ForecastAtEnd> = {
  wins: explainWins,
  amount: explainAmount,
  attainment: explainAttainment,
  from: { won: explainPart, pipeline: explainPart, pace: explainPart },
};

/** What comes after the period's end. */
export const AFTER_END: ForecastGuide<Forecast["afterEnd"]> = { wins: explainLate, amount: explainLate };

/** What is expected by the end of a day. */
export const ON_DAY: ForecastGuide<ForecastOn> = {
  on: NOT_A_NUMBER,
  wins: explainDayWins,
  amount: explainDayAmount,
};
