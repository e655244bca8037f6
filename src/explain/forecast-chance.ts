import type { ChanceAtEnd, ChanceOn, ForecastChance } from "../forecast/answer.js";
import { must } from "../number/invariant.js";
import type { Path } from "../schema/issue.js";
import { chanceWords } from "../words/chance.js";
import { amountWords } from "../words/goal.js";
import type { Said } from "./explainer.js";
import {
  AMOUNT,
  GOAL,
  WINS,
  type ForecastExplainer,
  type ForecastGuide,
  type ForecastSubject,
} from "./forecast-subject.js";
import { NOT_A_NUMBER } from "./guide.js";

function chanceOf({ answer }: ForecastSubject): ForecastChance {
  return must(answer.chance ?? undefined, "the chance of a forecast that tells one");
}

/** The day that a number is of: the period's end, or the end of a week. */
function dayOf(subject: ForecastSubject, path: Path): ChanceOn {
  const { atEnd, byWeek } = chanceOf(subject);
  return must((path[1] === "atEnd" ? atEnd : byWeek[Number(path[2])]) ?? undefined, "a day with a chance");
}

function by(subject: ForecastSubject, path: Path): string {
  return path[1] === "atEnd"
    ? "by the period's end"
    : `by the end of ${subject.format.date(dayOf(subject, path).on)}`;
}

const explainLevel: ForecastExplainer = (subject): Said => {
  const shown = chanceWords(chanceOf(subject).level, subject.format);
  return {
    text: `Each range holds at least ${shown} of all cases: of ten such periods, about as many end in it.`,
    formula: `${shown} of all cases`,
    inputs: [],
    supports: GOAL,
  };
};

const explainAsked: ForecastExplainer = (subject): Said => {
  const shown = chanceWords(chanceOf(subject).asked ?? 0, subject.format);
  const text = `The plan asks for a chance of ${shown} that the goal is reached.`;
  return { text, formula: `${shown}, asked`, inputs: [], supports: GOAL };
};

const explainChance: ForecastExplainer = (subject, path): Said => {
  const shown = chanceWords(dayOf(subject, path).chance, subject.format);
  return {
    text: `If work goes on at this pace, what is won ${by(subject, path)} is enough for the goal with a chance of ${shown}: that is how often enough units win, when each wins or not by itself.`,
    formula: `P(amount ≥ goal): ${shown}`,
    inputs: [],
    supports: GOAL,
  };
};

const explainError: ForecastExplainer = (subject): Said => {
  const shown = String(must(chanceOf(subject).atEnd?.error, "the error of a chance"));
  const text = `The chance is worked out to within ${shown}; what is not known of the market is not in it.`;
  return { text, formula: shown, inputs: [], supports: GOAL };
};

/** One end of a range: a share of the cases outside of it lies beyond. */
const explainRange: ForecastExplainer = (subject, path): Said => {
  const { format } = subject;
  const day = dayOf(subject, path);
  const isWins = path.at(-2) === "wins";
  const isLow = Number(path.at(-1)) === 0;
  const [low, high] = isWins
    ? day.wins.map((wins) => format.plural(wins, "win"))
    : day.amount.map((amount) => amountWords(subject.answer.plan, amount, format));
  const level = chanceWords(chanceOf(subject).level, format);
  return {
    text: `${isLow ? low : high} is the ${isLow ? "lower" : "upper"} end of where at least ${level} of all cases lie ${by(subject, path)}: from ${low} to ${high}.`,
    formula: `P(${low} to ${high}) ≥ ${level}`,
    inputs: [],
    supports: isWins ? WINS : AMOUNT,
  };
};

/** What is known for sure of a day; the period's end says its error too, also where it is the last of the weeks. */
const DAY: ForecastGuide<ChanceAtEnd> = {
  on: NOT_A_NUMBER,
  chance: explainChance,
  wins: { "*": explainRange },
  amount: { "*": explainRange },
  error: explainError,
};

/** How sure a forecast is. */
export const FORECAST_CHANCE: ForecastGuide<ForecastChance> = {
  level: explainLevel,
  asked: explainAsked,
  atEnd: DAY,
  byWeek: { "*": DAY },
  reason: NOT_A_NUMBER,
};
