import { isZero, ratio, subtract, type Ratio } from "../number/ratio.js";
import { parseQuantity } from "../schema/quantity.js";
import { targetsOf, type Explainer } from "./explainer.js";
import { counted, equals, input } from "./formula.js";
import { named } from "./place.js";

const WINS = ["targets", "wins"] as const;

/** The wins that open work is expected to bring. */
export const explainPipelineWins: Explainer = (subject) => {
  const wins = parseQuantity(targetsOf(subject).pipeline.wins);
  return {
    text: `${counted(subject, wins, "win")} can be expected of open work within the period, by how long each unit has been open.`,
    formula: counted(subject, wins, "win"),
    inputs: [],
    supports: WINS,
  };
};

/** The wins that new work must still bring: wins to go for − those that open work is expected to bring, not below 0. */
export const explainRemaining: Explainer = (subject) => {
  const { pipeline: open, wins } = targetsOf(subject);
  const still = parseQuantity(open.remaining);
  const expected = parseQuantity(open.wins);
  const inputs = [
    input("wins", wins, WINS),
    input("of open work", expected, ["targets", "pipeline", "wins"]),
  ];
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
export const explainOverdue: Explainer = (subject, path) => {
  const item = targetsOf(subject).pipeline.overdue[Number(path[3])];
  const entered = item?.entered === null || item === undefined ? "" : `, which entered on ${item.entered},`;
  return {
    text: `Item ${subject.format.number(item?.item ?? 0)} (counted from 0) of the open work at ${named(item?.stage ?? "")}${entered} should have gone on before; it counts for nothing.`,
    formula: subject.format.number(item?.item ?? 0),
    inputs: [],
    supports: ["targets", "pipeline", "wins"],
  };
};
