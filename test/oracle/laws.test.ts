import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plans } from "../generators/plans.js";
import { sum, whole, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { oracleSolve } from "./solve.js";
import type { OracleAnswer } from "./solve.js";

// Nothing here is a number: the oracle must keep the laws that every answer keeps.

const law = (check: (answer: OracleAnswer) => void): void => {
  fc.assert(
    fc.property(plans(), (plan) => {
      check(oracleSolve(plan));
    }),
  );
};

const withoutRounding = (items: OracleAnswer["bridge"]): Rational =>
  sum(
    items
      .filter(({ item }) => !["already reached", "buffer", "whole win"].includes(item))
      .map(({ wins }) => wins),
  );

describe("an answer of the oracle", () => {
  it("bridges the goal to exactWins, and on to whole wins", () => {
    law(({ bridge, exactWins, wins }) => {
      expect(withoutRounding(bridge)).toEqual(exactWins);
      expect(sum(bridge.map((item) => item.wins))).toEqual(whole(wins));
    });
  });

  it("has days that add up to each total", () => {
    law(({ stages, winTarget }) => {
      for (const { days, total } of [...stages, winTarget])
        if (days.length > 0) expect(days.reduce((due, { count }) => due + count, 0n)).toBe(total);
    });
  });

  it("asks for enough, each working day and in all", () => {
    law(({ stages, workingDays }) => {
      for (const { exact, total, perDay } of stages) {
        expect(whole(total).compare(exact)).not.toBe(-1);
        if (perDay !== null) expect(whole(perDay).times(workingDays).compare(exact)).not.toBe(-1);
      }
    });
  });

  it("never asks for less when whole numbers are handed over", () => {
    const property = fc.property(plans({ rounding: "least" }), (plan) => {
      const least = oracleSolve(plan, { days: false }).stages;
      const handover = oracleSolve({ ...plan, rounding: "cascade" }, { days: false }).stages;
      handover.forEach(({ exact, total }, index) => {
        expect(exact).toEqual(least[index]?.exact);
        expect(total).toBeGreaterThanOrEqual(least[index]?.total ?? 0n);
      });
    });
    fc.assert(property);
  });

  it("asks for nothing but what units bring when nothing is to be won", () => {
    const property = fc.property(plans({ units: false, flows: false, metrics: ["customers"] }), (plan) => {
      const goal = { ...plan.goal, amount: 0 };
      for (const { exact } of oracleSolve({ ...plan, goal }).stages) expect(exact).toEqual(ZERO);
    });
    fc.assert(property);
  });
});
