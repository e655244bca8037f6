import {
  add,
  compare,
  equal,
  isZero,
  larger,
  multiply,
  ONE,
  ratio,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { amountToWin } from "../model/bridge.js";
import { parseQuantity } from "../schema/quantity.js";
import { amountWords } from "../words/goal.js";
import { goalPath, targetsOf, type Explainer, type Said } from "./explainer.js";
import { counted, equals, equalsUp, input, sumOf } from "./formula.js";

/** How many wins to go for: the exact number with the buffer, rounded up. */
export const explainWins: Explainer = (subject) => {
  const targets = targetsOf(subject);
  const wins = ratio(targets.wins);
  const exact = parseQuantity(targets.exactWins);
  const { buffer } = subject.model.bridge;
  const supports = ["targets", "exactWins"];
  const exactInput = input("exact wins", exact, supports);
  const margin = targets.bridge.findIndex(({ item }) => item === "chance");
  if (margin >= 0) {
    const added = parseQuantity(targets.bridge[margin]?.wins ?? "0");
    const expected = add(larger(ZERO, exact), added);
    return {
      text: `${counted(subject, wins, "win")} are expected of the work, because ${subject.format.precise(exact)} meet the goal exactly and a margin of ${subject.format.precise(added)} makes it as sure as asked${upTo(expected)}.`,
      formula: equalsUp(
        subject,
        `${subject.format.number(larger(ZERO, exact))} exact wins + ${subject.format.number(added)} margin`,
        expected,
      ),
      inputs: [exactInput, input("margin", added, ["targets", "bridge", margin, "wins"])],
      supports,
    };
  }
  if (compare(exact, ZERO) <= 0) {
    const text = `${counted(subject, wins, "win")} must come out, because the goal is reached without one.`;
    return { text, formula: subject.format.number(wins), inputs: [exactInput], supports };
  }
  if (isZero(buffer)) {
    const text = `${counted(subject, wins, "win")} must come out, because ${subject.format.precise(exact)} meet the goal exactly${upTo(exact)}.`;
    return {
      text,
      formula: equalsUp(subject, `${subject.format.number(exact)} exact wins`, exact),
      inputs: [exactInput],
      supports,
    };
  }
  const padded = multiply(exact, add(ONE, buffer));
  return {
    text: `${counted(subject, wins, "win")} must come out, because ${subject.format.precise(exact)} meet the goal exactly and a buffer of ${subject.format.writtenRate(buffer)} makes them ${subject.format.precise(padded)}${upTo(padded)}.`,
    formula: equalsUp(
      subject,
      `${subject.format.number(exact)} exact wins × (100% + ${subject.format.writtenRate(buffer)} buffer)`,
      padded,
    ),
    inputs: [exactInput, input("buffer", buffer, ["plan", "buffer"])],
    supports,
  };
};

function upTo(exact: Ratio): string {
  return exact.den === 1 ? "" : ", rounded up";
}

/** The exact number of wins that meets the goal: what must be won ÷ what a win adds and keeps. */
export const explainExactWins: Explainer = (subject): Said => {
  const exact = parseQuantity(targetsOf(subject).exactWins);
  const { bridge } = subject.model;
  const amount = amountToWin(bridge);
  const each = multiply(bridge.worth, bridge.keep);
  const supports = goalPath(subject);
  const inputs = [
    input("amount to win", amount, supports),
    input("what a win adds", bridge.worth, ["plan", "deal"]),
    ...(equal(bridge.keep, ONE)
      ? []
      : [input("share of wins that stay", bridge.keep, ["plan", "churn", "newCustomers"])]),
  ];
  if (isZero(each)) {
    const text = `${counted(subject, exact, "win")} must come out, because nothing has to be added to reach the goal.`;
    return { text, formula: "0", inputs, supports };
  }
  const terms = sumOf(subject, [
    { amount: bridge.goal, words: "goal" },
    ...bridge.parts.map((part) => ({ amount: part.amount, words: part.item })),
  ]);
  const worth = equal(bridge.keep, ONE)
    ? `${subject.format.number(bridge.worth)} a win`
    : `(${subject.format.number(bridge.worth)} a win × ${subject.format.writtenRate(bridge.keep)} kept)`;
  const sum = bridge.parts.length === 0 ? terms : `(${terms})`;
  return {
    text: `${counted(subject, exact, "win")} would meet the goal exactly: ${amountWords(subject.model.plan, amount, subject.format)} must be won, and each win adds ${amountWords(subject.model.plan, each, subject.format)}${equal(bridge.keep, ONE) ? "" : ", after those that are lost again"}.`,
    formula: equals(subject, `${sum} ÷ ${worth}`, exact),
    inputs,
    supports,
  };
};
