import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { add, divide, isZero, multiply, ONE } from "../number/ratio.js";
import { sumOfParts } from "../model/base-movement.js";
import type { NearestGoal } from "../diagnose/nearest-goal.js";
import { parseQuantity } from "../schema/quantity.js";
import { goalPath, infeasible, type Explainer, type GuideOf, type Subject } from "./explainer.js";
import { explainNearestShare, NEAREST_OF_GOALS } from "./goals.js";
import { input, roundedUp } from "./input.js";

function nearestOf(subject: Subject): NearestGoal {
  return must(infeasible(subject).nearest ?? undefined, "the nearest goal of an answer that has one");
}

/** The greatest goal that can be reached as things stand. */
const explainAmount: Explainer = (subject) => {
  const { amount, wins } = nearestOf(subject);
  const { plan, bridge } = subject.compiled;
  const figures = { plan: { goal: plan.goal }, amount, wins, goal: encodeExact(bridge.goal) };
  return {
    says: { code: "nearest-amount", figures },
    inputs: [input("wins", wins, ["nearest", "wins"])],
    supports: goalPath(subject),
  };
};

/** The wins that the nearest goal takes: what must be won for it ÷ what a win adds, with the buffer. */
const explainWins: Explainer = (subject) => {
  const { amount, wins } = nearestOf(subject);
  const { bridge } = subject.compiled;
  const toWin = add(parseQuantity(amount), sumOfParts(bridge.parts));
  const each = multiply(bridge.worth, bridge.keep);
  const calculation =
    isZero(each) || wins === 0
      ? null
      : {
          amount: encodeExact(toWin),
          each: encodeExact(each),
          buffer: isZero(bridge.buffer) ? null : encodeExact(bridge.buffer),
          padded: {
            ...roundedUp(multiply(divide(toWin, each), add(ONE, bridge.buffer))),
            whole: String(wins),
          },
        };
  return {
    says: { code: "nearest-wins", figures: { wins, calculation } },
    inputs: [input("nearest goal", amount, ["nearest", "amount"])],
    supports: ["nearest", "amount"],
  };
};

/** The chance of the goal as it is asked for, with all that can be done. */
const explainChance: Explainer = (subject) => ({
  says: { code: "nearest-chance", figures: { chance: must(nearestOf(subject).chance, "a chance") } },
  inputs: [],
  supports: goalPath(subject),
});

/** The greatest goal that can be reached. */
export const NEAREST: GuideOf<NearestGoal> = {
  amount: explainAmount,
  wins: explainWins,
  chance: explainChance,
  share: explainNearestShare,
  goals: { "*": NEAREST_OF_GOALS },
};
