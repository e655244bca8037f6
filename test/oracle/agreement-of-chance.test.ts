import { describe, expect, it } from "vitest";
import { compareChance } from "./agreement-of-chance.js";
import { chanceOfWork } from "./chance.js";
import type { PlainPlan } from "./plain-plan.js";

describe("the oracle goes through everything that can happen", () => {
  const plan = (more: object): PlainPlan => ({
    goal: { metric: "customers", amount: 1, period: { workingDays: 20 } },
    funnel: [{ stage: "demo", rate: "50%" }],
    ...more,
  });
  const work = new Map([["demo", 2]]);

  it("as by hand", () => {
    // 1 − (1/2)² = 3/4.
    expect(chanceOfWork(plan({}), work, work)).toBeCloseTo(3 / 4, 14);
    // Beta(3/2, 3/2): both fail with (3/2 · 5/2) ÷ (3 · 4) = 5/16.
    const sampled = plan({ funnel: [{ stage: "demo", rate: { won: 1, of: 2 } }] });
    expect(chanceOfWork(sampled, work, work)).toBeCloseTo(11 / 16, 14);
    // Both must win to bring 2, and one of two does when both values are 2: 1/4 + 1/2 · 1/2 = 1/2.
    const valued = plan({
      goal: { metric: "revenue", amount: 2, period: { workingDays: 20 } },
      deal: { value: [1, 2] },
    });
    expect(chanceOfWork(valued, work, work)).toBeCloseTo(1 / 2, 14);
  });
});

describe("chances and margins are those of an enumeration that shares no code with them", () => {
  it(
    "of 40 small plans: to 1e-12 where only luck is uncertain, else within the error that is told",
    { timeout: 120_000 },
    () => {
      const found = Array.from({ length: 40 }, (_, seed) => compareChance(seed + 1));
      expect(found.filter(({ differences }) => differences.length > 0)).toEqual([]);
      expect(found.filter(({ exactlyOff }) => exactlyOff !== null).length).toBeGreaterThan(3);
    },
  );
});
