import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timedPlans } from "../generators/timed-plans.js";
import { runs } from "../laws/runs.js";
import { solved } from "../laws/solved.js";
import { differencesInTime } from "./agreement-in-time.js";
import { solveInTime } from "./in-time.js";
import { spreadOfLibrary } from "./spread.js";

// Expected numbers: units walked through lag tables day by day, in unbounded rationals.

describe("a single path with lags and open work", () => {
  it.each(["least", "cascade"] as const)(
    "has the windows, totals, days, marks and expected wins of a walk through its days, under %s",
    (rounding) => {
      const drawn = timedPlans({ depth: 0, activities: false, rounding }).filter(
        (plan) => JSON.stringify(plan.funnel).split("median").length <= 2,
      );
      const property = fc.property(drawn, (plan) => {
        expect(differencesInTime(solved(plan), solveInTime(plan, spreadOfLibrary), rounding)).toEqual([]);
      });
      fc.assert(property, runs(0.12));
    },
  );
});
