import { must } from "../number/invariant.js";
import { encodeExact } from "../number/exact-string.js";
import { add, divide, equal, isPositive, isZero, larger, multiply, ONE, ZERO } from "../number/ratio.js";
import { amountToWin, exactWins } from "../model/bridge.js";
import type { CompiledPlan } from "../model/compile.js";
import { parseQuantity } from "../schema/quantity.js";
import { goalPath, targetsOf, type Explained, type Explainer } from "./explainer.js";
import { input, roundedUp } from "./input.js";

/** How many wins to go for: the exact number with the buffer or the margin, rounded up. */
export const explainWins: Explainer = (subject) => {
  const { wins, bridge: steps } = targetsOf(subject);
  const { bridge } = subject.compiled;
  const exact = must(exactWins(bridge), "the wins of a plan with targets");
  const supports = ["targets", "exactWins"];
  const exactInput = input("exact wins", exact, supports);
  const told = (says: Explained["says"], ...more: Explained["inputs"]): Explained => ({
    says,
    inputs: [exactInput, ...more],
    supports,
  });
  const margin = steps.findIndex(({ item }) => item === "chance");
  if (margin >= 0) {
    const added = parseQuantity(must(steps[margin], "the margin of a chance").wins);
    const needed = larger(ZERO, exact);
    const figures = {
      wins,
      exact: encodeExact(exact),
      needed: encodeExact(needed),
      margin: encodeExact(added),
      expected: roundedUp(add(needed, added)),
    };
    const path = ["targets", "bridge", margin, "wins"];
    return told({ code: "wins-with-margin", figures }, input("margin", added, path));
  }
  const units = steps.find(({ item }) => item === "whole units");
  if (units !== undefined)
    return told({
      code: "wins-with-units",
      figures: { wins, exact: encodeExact(exact), units: units.wins },
    });
  if (!isPositive(exact)) return told({ code: "no-wins-needed", figures: { wins } });
  if (isZero(bridge.buffer))
    return told({ code: "wins-rounded-up", figures: { wins, exact: roundedUp(exact) } });
  const padded = multiply(exact, add(ONE, bridge.buffer));
  const figures = {
    wins,
    exact: encodeExact(exact),
    buffer: encodeExact(bridge.buffer),
    padded: roundedUp(padded),
  };
  return told({ code: "wins-with-buffer", figures }, input("buffer", bridge.buffer, ["plan", "buffer"]));
};

/** What a win pays a month, and for how many months of the period on average. */
function earnedOf({ earning, deal: { monthly, worth } }: CompiledPlan) {
  if (earning === undefined || monthly === undefined || isZero(monthly)) return null;
  return { monthly: encodeExact(monthly), months: encodeExact(divide(worth, monthly)) };
}

/** The exact number of wins that meets the goal: what must be won ÷ what a win adds and keeps. */
export const explainExactWins: Explainer = (subject) => {
  const { bridge, plan } = subject.compiled;
  const exact = targetsOf(subject).exactWins;
  const toWin = amountToWin(bridge);
  const each = multiply(bridge.worth, bridge.keep);
  const supports = goalPath(subject);
  const isKept = equal(bridge.keep, ONE);
  const inputs = [
    input("amount to win", toWin, supports),
    input("what a win adds", bridge.worth, ["plan", "deal"]),
    ...(isKept ? [] : [input("share of wins that stay", bridge.keep, ["plan", "churn", "newCustomers"])]),
  ];
  if (!isPositive(each)) return { says: { code: "nothing-to-add", figures: { exact } }, inputs, supports };
  const terms = [
    { amount: encodeExact(bridge.goal), name: "goal" },
    ...bridge.parts.map((part) => ({ amount: encodeExact(part.amount), name: part.item })),
  ];
  const figures = {
    plan: { goal: plan.goal },
    exact,
    toWin: encodeExact(toWin),
    each: encodeExact(each),
    worth: encodeExact(bridge.worth),
    cost: isZero(bridge.perWin)
      ? null
      : { brings: encodeExact(add(bridge.worth, bridge.perWin)), each: encodeExact(bridge.perWin) },
    earned: earnedOf(subject.compiled),
    keep: isKept ? null : encodeExact(bridge.keep),
    terms,
  };
  return { says: { code: "exact-wins", figures }, inputs, supports };
};
