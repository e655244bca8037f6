import { add, divide, multiply, ONE, ratio } from "../number/ratio.js";
import { sumOfParts } from "../model/base-movement.js";
import type { NearestGoal } from "../diagnose/fix.js";
import { parseQuantity } from "../schema/quantity.js";
import { chanceWords } from "../words/chance.js";
import { amountWords } from "../words/goal.js";
import { goalPath, infeasible, type Explainer, type GuideOf, type Said } from "./explainer.js";
import { counted, equals, input } from "./formula.js";

/** The greatest goal that can be reached as things stand. */
const explainNearestAmount: Explainer = (subject): Said => {
  const { nearest } = infeasible(subject);
  const amount = parseQuantity(nearest?.amount ?? "0");
  return {
    text: `${amountWords(subject.model.plan, amount, subject.format)} can be reached as things stand, with ${counted(subject, ratio(nearest?.wins ?? 0), "win")}; the goal is ${amountWords(subject.model.plan, subject.model.bridge.goal, subject.format)}.`,
    formula: `${subject.format.number(amount)} at most`,
    inputs: [input("wins", nearest?.wins ?? 0, ["nearest", "wins"])],
    supports: goalPath(subject),
  };
};

/** The wins that the nearest goal takes: what must be won for it ÷ what a win adds, with the buffer. */
const explainNearestWins: Explainer = (subject) => {
  const { nearest } = infeasible(subject);
  const { bridge } = subject.model;
  const amount = add(parseQuantity(nearest?.amount ?? "0"), sumOfParts(bridge.parts));
  const wins = ratio(nearest?.wins ?? 0);
  const each = multiply(bridge.worth, bridge.keep);
  return {
    text: `${counted(subject, wins, "win")} are what the nearest goal takes, and as many as can be reached.`,
    formula: nearestFormula(),
    inputs: [input("nearest goal", nearest?.amount ?? "0", ["nearest", "amount"])],
    supports: ["nearest", "amount"],
  };

  function nearestFormula(): string {
    if (each.num === 0 || wins.num === 0) return counted(subject, wins, "win");
    const padded = multiply(divide(amount, each), add(ONE, bridge.buffer));
    const buffer =
      bridge.buffer.num === 0 ? "" : ` × (100% + ${subject.format.writtenRate(bridge.buffer)} buffer)`;
    const rounded = padded.den === 1 ? "" : `, rounded up to ${subject.format.number(wins)}`;
    return `${equals(subject, `${subject.format.number(amount)} ÷ ${subject.format.number(each)} a win${buffer}`, padded)}${rounded}`;
  }
};

/** The chance of the goal as it is asked for, with all that can be done. */
const explainNearestChance: Explainer = (subject): Said => {
  const { nearest } = infeasible(subject);
  const shown = chanceWords(nearest?.chance ?? 0, subject.format);
  return {
    text: `With all that can be done as things stand, the goal as it is asked for is reached with a chance of ${shown}.`,
    formula: `P(amount ≥ goal): ${shown}`,
    inputs: [],
    supports: goalPath(subject),
  };
};

/** The greatest goal that can be reached. */
export const NEAREST: GuideOf<NearestGoal> = {
  amount: explainNearestAmount,
  wins: explainNearestWins,
  chance: explainNearestChance,
};
