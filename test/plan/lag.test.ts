import fc from "fast-check";
import { expect, it } from "vitest";
import { safeParsePlan } from "../../src/plan/parse.js";
import { parseLagText } from "../../src/lag/read-lag.js";
import { planWith } from "./plan-with.js";

it("a lag is valid in a plan exactly when its table can be built", () => {
  const days = fc.oneof(
    fc.integer({ min: -1, max: 60 }),
    fc.constantFrom<unknown>(0, "14", "7/2", 3660, 3661, "2 weeks", "5 working days", "x", null, 2.5),
  );
  const lags = fc.oneof(
    days,
    fc.record({ median: days, p90: days }, { requiredKeys: ["median"] }),
    fc.array(fc.record({ days, share: fc.constantFrom<unknown>("50%", 0.5, 1, "100%", -1) }), {
      maxLength: 3,
    }),
  );
  fc.assert(
    fc.property(lags, (lag) => {
      const isValid = safeParsePlan(planWith({ "funnel.0.lag": lag })).success;
      expect(isValid).toBe(parseLagText(lag) !== undefined);
    }),
    { numRuns: 300 },
  );
});
