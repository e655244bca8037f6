import { expect, test } from "vitest";

import { ratesText, warningRates } from "./early-warning.js";

// Over 1,500 periods from seed 1 (`tsx test/simulated/verify.ts 1500`) 99.87% were warned of in time, and 0.07% of weeks on plan.
test("the early warning comes while half of the shortfall can be made good, and is rare on plan", () => {
  const rates = warningRates(20_261_128, 100);
  expect(rates.slow).toBeGreaterThan(75);
  expect(rates.inTime / rates.slow, ratesText(rates)).toBeGreaterThanOrEqual(0.99);
  expect(rates.falseAlarms / rates.weeks, ratesText(rates)).toBeLessThan(0.05);
});
