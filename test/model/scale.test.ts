import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactWins } from "../../src/model/bridge.js";
import { compilePlan } from "../../src/model/compile.js";
import { computeNeeds } from "../../src/model/needs.js";
import { parsePlan } from "../../src/plan/parse.js";
import { plans } from "../generators/plans.js";
import { whole } from "../oracle/rational.js";
import type { PlainPlan } from "../oracle/plain-plan.js";
import { readAmount, readNumber } from "../oracle/written.js";
import { ratio } from "../../src/number/ratio.js";
import { encodeExact } from "../../src/number/exact-string.js";

/** Exact entries of every stage, before wins become whole; below 0 where more than the goal is reached already. */
function volumes(plan: PlainPlan, amount: string): string[] {
  const { bridge, flow } = compilePlan(parsePlan({ ...plan, goal: { ...plan.goal, amount } }), ratio(1, 2));
  const wins = exactWins(bridge);
  return wins === undefined ? [] : computeNeeds(flow, wins).entries.map(encodeExact);
}

describe("volumes without whole wins", () => {
  it("double with the goal where nothing else moves and no channel brings fixed units", () => {
    const property = fc.property(plans({ flows: false, units: false }), (plan) => {
      if (plan.base !== undefined) return;
      const amount = readAmount(plan.goal.amount);
      const doubled = volumes(plan, String(amount.times(whole(2))));
      const once = volumes(plan, String(amount)).map((units) => String(readNumber(units).times(whole(2))));
      expect(doubled.map((units) => String(readNumber(units)))).toEqual(once);
    });
    fc.assert(property);
  });

  it("are affine in the goal: halfway between two goals lies halfway between their volumes", () => {
    // On a single path: where channels merge, nothing below 0 is asked of them.
    const property = fc.property(plans({ depth: 0 }), fc.nat(100_000), (plan, more) => {
      const low = readAmount(plan.goal.amount);
      const [at, middle, high] = [0, 1, 2].map((step) => volumes(plan, String(low.plus(whole(step * more)))));
      const ends = (at ?? []).map((units, index) => readNumber(units).plus(readNumber(high?.[index] ?? "0")));
      expect((middle ?? []).map((units) => String(readNumber(units).times(whole(2))))).toEqual(
        ends.map(String),
      );
    });
    fc.assert(property);
  });
});
