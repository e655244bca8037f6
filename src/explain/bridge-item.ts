import { at, must } from "../number/invariant.js";
import type { CompiledPlan } from "../model/compile.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { add, multiply, ONE, subtract } from "../number/ratio.js";
import { exactWins } from "../model/bridge.js";
import { isAnnual } from "../plan/metric-facts.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import type { BridgeItem } from "../solve/answer.js";
import {
  goalPath,
  targetsOf,
  type Explained,
  type Explainer,
  type GuideOf,
  type Subject,
} from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";
import { monthOf, sumOfMonths, type OwnOf } from "./month-sums.js";
import { movementOf } from "./movement.js";

/** The amount of one step of the bridge. */
export const explainAmount: Explainer = (subject, path) => {
  const step = stepAt(subject, path);
  return {
    says: amountSays(subject, step),
    inputs: [input("wins", step.wins, [...path.slice(0, -1), "wins"])],
    supports: supportsOf(subject, step),
  };
};

/** The wins of one step of the bridge. */
export const explainWins: Explainer = (subject, path) => {
  const step = stepAt(subject, path);
  return {
    says: winsSays(subject, step),
    inputs: [
      input("amount", step.amount, [...path.slice(0, -1), "amount"]),
      input("what a win adds", subject.compiled.bridge.worth, ["plan", "deal"]),
    ],
    supports: supportsOf(subject, step),
  };
};

function stepAt(subject: Subject, path: Path): BridgeItem {
  return must(targetsOf(subject).bridge[Number(path[2])], "a step of the bridge");
}

function supportsOf(subject: Subject, { item }: BridgeItem): Path {
  return item === "buffer" || item === "chance" || item === "whole win" || item === "whole units"
    ? ["targets", "exactWins"]
    : goalPath(subject);
}

/** The last steps are counted in wins; their amount is what those are worth. */
function amountSays({ compiled }: Subject, { item, amount, wins }: BridgeItem): Explained["says"] {
  const plan = { goal: compiled.plan.goal };
  switch (item) {
    case "goal":
      return { code: "goal-step", figures: { plan, amount } };
    case "base":
    case "churn":
    case "expansion":
    case "contraction":
    case "repeat": {
      const annual = isAnnual(compiled.plan.goal.metric);
      const movement = movementOf(compiled, item, parseQuantity(amount));
      return { code: "base-step", figures: { plan, item, amount, movement, annual } };
    }
    case "renewals": {
      const annual = isAnnual(compiled.plan.goal.metric);
      const renewals = compiled.base.renewals.map(({ due, rate }) => ({
        due: encodeExact(due),
        rate: encodeExact(rate),
      }));
      return { code: "renewals-step", figures: { plan, amount, renewals, annual } };
    }
    case "fixed costs":
      return {
        code: "fixed-costs-step",
        figures: { plan, amount, terms: fixedTerms(compiled) },
      };
    case "given work":
      return { code: "given-work-step", figures: { plan, amount } };
    case "new customers lost":
    case "already reached":
    case "buffer":
    case "chance":
    case "whole win":
    case "whole units":
      return {
        code: "step-by-wins",
        figures: { plan, item, amount, wins, worth: encodeExact(compiled.bridge.worth) },
      };
  }
}

/** What is paid whatever is won: fixed costs, hours of habits and tasks, and teams that are paid for being there. */
function fixedTerms({ costs }: CompiledPlan): { readonly amount: ExactString; readonly name: string }[] {
  const { fixed, beside, presence } = costs;
  return [
    ...(fixed === undefined ? [] : [{ amount: encodeExact(fixed), name: "fixed costs" }]),
    ...beside
      .filter(({ team }) => !presence.has(team))
      .map(({ name, cost }) => ({ amount: encodeExact(cost), name })),
    ...[...presence].map(([team, { cost }]) => ({ amount: encodeExact(cost), name: `team ${team}` })),
  ];
}

function winsSays(subject: Subject, { item, wins, amount }: BridgeItem): Explained["says"] {
  const { bridge } = subject.compiled;
  const exactly = must(exactWins(bridge), "the wins of a plan with targets");
  const exact = encodeExact(exactly);
  switch (item) {
    case "already reached":
      return { code: "wins-already-reached", figures: { wins, exact } };
    case "buffer":
      return { code: "wins-of-buffer", figures: { wins, exact, buffer: encodeExact(bridge.buffer) } };
    case "chance":
      return { code: "wins-of-chance", figures: { wins } };
    case "whole win": {
      const before = multiply(exactly, add(ONE, bridge.buffer));
      const whole = encodeExact(add(before, parseQuantity(wins)));
      return { code: "wins-to-a-whole", figures: { wins, before: encodeExact(before), whole } };
    }
    case "whole units":
      return { code: "wins-of-whole-units", figures: { wins, all: targetsOf(subject).wins } };
    case "new customers lost": {
      const without = encodeExact(subtract(exactly, parseQuantity(wins)));
      return { code: "wins-lost-again", figures: { wins, exact, without } };
    }
    case "goal":
    case "base":
    case "churn":
    case "expansion":
    case "contraction":
    case "repeat":
    case "renewals":
    case "fixed costs":
    case "given work":
      return { code: "wins-of-step", figures: { item, wins, amount, worth: encodeExact(bridge.worth) } };
  }
}

/** The same step of a month. */
function ownStep(key: "amount" | "wins"): OwnOf {
  return (subject, month, path) => {
    const { item } = stepAt(subject, path);
    const { bridge } = monthOf(subject, month);
    const index = bridge.findIndex((step) => step.item === item);
    return index < 0 ? undefined : { value: at(bridge, index)[key], at: ["bridge", index, key] };
  };
}

/** The numbers of one step of the bridge. */
export const BRIDGE_ITEM: GuideOf<BridgeItem> = {
  item: NOT_A_NUMBER,
  amount: sumOfMonths(ownStep("amount"), explainAmount),
  wins: sumOfMonths(ownStep("wins"), explainWins),
};
