import { amountWords, goalWords } from "../words/goal.js";
import { isZero, ratio, subtract, type Ratio } from "../number/ratio.js";
import { parseQuantity } from "../schema/quantity.js";
import { targetsOf, type Explainer, type Subject, type GuideOf } from "./explainer.js";
import { counted, equals, input } from "./formula.js";
import { named } from "./place.js";
import { NOT_A_NUMBER } from "./guide.js";
import type { PipelineAnswer } from "../solve/answer.js";

const WINS = ["targets", "wins"] as const;

/** The wins that open work is expected to bring. */
const explainPipelineWins: Explainer = (subject) => {
  const wins = parseQuantity(targetsOf(subject).pipeline.wins);
  return {
    text: `${counted(subject, wins, "win")} can be expected of open work within the period, by how long each unit has been open.`,
    formula: counted(subject, wins, "win"),
    inputs: [],
    supports: WINS,
  };
};

const AVERAGE_WINS = ["targets", "pipeline", "averageWins"] as const;

/** The same wins, each counted by its value in average deals. */
const explainPipelineWorth: Explainer = (subject) => {
  const { wins, averageWins } = targetsOf(subject).pipeline;
  const worth = parseQuantity(averageWins);
  return {
    text: `${averageText(subject, worth)} can be expected of open work: each deal counts by its value in average deals.`,
    formula: averageText(subject, worth),
    inputs: [input("deals that are won", parseQuantity(wins), ["targets", "pipeline", "wins"])],
    supports: WINS,
  };
};

/** What the wins of open work are worth: average wins × what an average win adds. */
const explainPipelineAmount: Explainer = (subject) => {
  const { averageWins, amount } = targetsOf(subject).pipeline;
  const { plan, bridge } = subject.model;
  const worth = parseQuantity(averageWins);
  return {
    text: `${goalWords(plan, amount, subject.format)} can be expected of open work: ${averageText(subject, worth)}, each of which adds ${amountWords(plan, bridge.worth, subject.format)}.`,
    formula: equals(
      subject,
      `${averageText(subject, worth)} × ${subject.format.number(bridge.worth)}`,
      parseQuantity(amount),
    ),
    inputs: [input("average wins of open work", worth, AVERAGE_WINS)],
    supports: WINS,
  };
};

/** The wins that new work must still bring: wins to go for − what open work is expected to bring, not below 0. */
const explainRemaining: Explainer = (subject) => {
  const { pipeline: open, wins } = targetsOf(subject);
  const still = parseQuantity(open.remaining);
  const expected = parseQuantity(open.averageWins);
  const inputs = [input("wins", wins, WINS), input("of open work", expected, AVERAGE_WINS)];
  const supports = WINS;
  const left: Ratio = subtract(ratio(wins), expected);
  if (isZero(still) && wins > 0) {
    const text = `0 wins must come from new work: open work is expected to bring ${subject.format.number(expected)}, and ${subject.format.number(wins)} are needed.`;
    return { text, formula: "0", inputs, supports };
  }
  return {
    text: `${counted(subject, still, "win")} must come from new work: ${subject.format.number(wins)} are needed, and open work is expected to bring ${subject.format.number(expected)}.`,
    formula: equals(
      subject,
      `${counted(subject, ratio(wins), "win")} − ${subject.format.number(expected)} of open work`,
      left,
    ),
    inputs,
    supports,
  };
};

/** An item of open work that should have gone on before. */
const explainOverdue: Explainer = (subject, path) => {
  const item = targetsOf(subject).pipeline.overdue[Number(path[3])];
  const entered =
    item?.entered === null || item === undefined
      ? ""
      : `, which entered on ${subject.format.date(item.entered)},`;
  return {
    text: `Item ${subject.format.number(item?.item ?? 0)} (counted from 0) of the open work at ${named(item?.stage ?? "")}${entered} should have gone on before; it counts for nothing.`,
    formula: subject.format.number(item?.item ?? 0),
    inputs: [],
    supports: ["targets", "pipeline", "wins"],
  };
};

/** "1 average win", "2.5 average wins". */
function averageText({ format }: Pick<Subject, "format">, worth: Ratio): string {
  return counted({ format }, worth, "average win");
}

/** What the open work carries of the goal. */
export const PIPELINE: GuideOf<PipelineAnswer> = {
  wins: explainPipelineWins,
  averageWins: explainPipelineWorth,
  amount: explainPipelineAmount,
  remaining: explainRemaining,
  overdue: { "*": { stage: NOT_A_NUMBER, item: explainOverdue, entered: NOT_A_NUMBER } },
};
