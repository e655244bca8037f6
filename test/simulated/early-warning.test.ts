import { expect, test } from "vitest";

import { ratesText, warningRates } from "./early-warning.js";

// Measured over 2,000 periods from seed 1 (`npm run verify`): see docs/on-course.md.
test("the early warning comes while half of the shortfall can be made good, and is rare on plan", () => {
  const rates = warningRates(20_261_128, 200);
  expect(rates.slow).toBeGreaterThan(150);
  expect(rates.late, ratesText(rates)).toEqual([]);
  expect(rates.falseAlarms / rates.weeks, ratesText(rates)).toBeLessThan(0.05);
});
