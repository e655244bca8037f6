import { add, multiply, ONE, subtract, type Ratio } from "../number/ratio.js";
import { parseQuantity } from "../schema/quantity.js";
import type { BridgeItem } from "../solve/answer.js";
import { amountWords } from "../words/goal.js";
import { goalPath, targetsOf, type Explainer, type Said, type Subject, type GuideOf } from "./explainer.js";
import { counted, equals, input } from "./formula.js";
import { partFormula } from "./bridge-part.js";
import { NOT_A_NUMBER } from "./guide.js";

/** What each step of the bridge is, in a sentence that ends with its figure. */
const SENTENCES: Readonly<Record<BridgeItem["item"], string>> = {
  goal: "The goal itself asks for",
  base: "What the base holds on the first day is taken off:",
  churn: "Churn takes away, and must be won back,",
  expansion: "Expansion of the base helps, and is taken off:",
  contraction: "Contraction of the base takes away, and must be won back,",
  repeat: "Repeat business helps, and is taken off:",
  "new customers lost": "New customers that leave again within the period must be won on top:",
  "already reached": "The goal is passed already, so that nothing must be won; what is to spare counts",
  buffer: "The buffer puts on top",
  chance: "The margin for the chance that is asked for is",
  "whole win": "There are only whole wins; rounding up adds",
};

/** The amount of one step of the bridge. */
const explainBridgeAmount: Explainer = (subject, path) => {
  const found = stepAt(subject, path);
  const { item, amount } = found;
  const inputs = [input("wins", found.wins, [...path.slice(0, -1), "wins"])];
  const text = `${SENTENCES[item.item]} ${amountWords(subject.model.plan, amount, subject.format)}.`;
  const formula = isPart(item) ? partFormula(subject, item.item, amount) : byWins(subject, found);
  return { text, formula, inputs, supports: becauseOf(subject, item) };
};

/** The wins of one step of the bridge. */
const explainBridgeWins: Explainer = (subject, path): Said => {
  const found = stepAt(subject, path);
  const { item, wins, amount } = found;
  const inputs = [
    input("amount", amount, [...path.slice(0, -1), "amount"]),
    input("what a win adds", subject.model.bridge.worth, ["plan", "deal"]),
  ];
  const text = `${SENTENCES[item.item]} ${counted(subject, wins, "win")}.`;
  return { text, formula: winsFormula(subject, found), inputs, supports: becauseOf(subject, item) };
};

interface Step {
  readonly item: BridgeItem;
  readonly amount: Ratio;
  readonly wins: Ratio;
}

function stepAt(subject: Subject, path: readonly (string | number)[]): Step {
  const item = targetsOf(subject).bridge[Number(path[2])];
  if (item === undefined)
    throw new RangeError(`stepAt requires a step of the bridge; got ${String(path[2])}`);
  return { item, amount: parseQuantity(item.amount), wins: parseQuantity(item.wins) };
}

function isPart({ item }: BridgeItem): boolean {
  return !["new customers lost", "already reached", "buffer", "chance", "whole win"].includes(item);
}

function becauseOf(subject: Subject, { item }: BridgeItem): Said["supports"] {
  return ["buffer", "chance", "whole win"].includes(item) ? ["targets", "exactWins"] : goalPath(subject);
}

/** The last steps are counted in wins; their amount is what those are worth. */
function byWins(subject: Subject, { wins, amount }: Step): string {
  const { bridge } = subject.model;
  return equals(
    subject,
    `${counted(subject, wins, "win")} × ${subject.format.number(bridge.worth)} a win`,
    amount,
  );
}

function winsFormula(subject: Subject, { item, wins, amount }: Step): string {
  const { bridge } = subject.model;
  const targets = targetsOf(subject);
  const exact = parseQuantity(targets.exactWins);
  const step: string = item.item;
  switch (step) {
    case "already reached":
      return equals(subject, `0 − ${subject.format.number(exact)} exact wins`, wins);
    case "buffer":
      return equals(
        subject,
        `${subject.format.number(exact)} exact wins × ${subject.format.writtenRate(bridge.buffer)} buffer`,
        wins,
      );
    case "chance":
      return `${counted(subject, wins, "win")}, the least margin whose work reaches the chance`;
    case "whole win": {
      const before = multiply(exact, add(ONE, bridge.buffer));
      return equals(
        subject,
        `${subject.format.number(add(before, wins))} whole wins − ${subject.format.number(before)}`,
        wins,
      );
    }
    case "new customers lost":
      return equals(
        subject,
        `${subject.format.number(exact)} exact wins − ${subject.format.number(subtract(exact, wins))} without losses`,
        wins,
      );
    default:
      return equals(
        subject,
        `${subject.format.number(amount)} ÷ ${subject.format.number(bridge.worth)} a win`,
        wins,
      );
  }
}

/** The numbers of one step of the bridge. */
export const BRIDGE_ITEM: GuideOf<BridgeItem> = {
  item: NOT_A_NUMBER,
  amount: explainBridgeAmount,
  wins: explainBridgeWins,
};
