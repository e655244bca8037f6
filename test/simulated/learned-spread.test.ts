import { expect, test } from "vitest";

import { coverageOfLearnedSpread, isWithinFour } from "./learned-spread.js";

// Of 60 histories for each of 32 cells (`npm run verify`, seed 1) told and true differ by 3.6 points at most.
test("plans whose spread was learned from 24 months succeed within four points of what they tell", () => {
  for (const monthly of [0, 0.25]) {
    const market = { monthly, dealsPerMonth: 40, rate: 0.25 };
    for (const found of coverageOfLearnedSpread(market, [0.8], 25, 500)) {
      expect(found.plans).toBeGreaterThan(20);
      expect(isWithinFour(found), JSON.stringify(found)).toBe(true);
    }
  }
});
