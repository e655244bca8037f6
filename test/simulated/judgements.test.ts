import { describe, expect, test } from "vitest";
import { accusedLateStarts } from "./judgements.js";

describe("work that began late, at the plan's rates", () => {
  // Counted without days it was taken for work of the planned days: 2.8, 4.7, 14.5 and 49.2% of periods were accused, of 5% promised.
  test.each([0, 7, 14, 21])("%i days late: at most one period in twenty is said to be short", (late) => {
    // 5%, and 2.3 standard errors of 400 periods (1.1 points each); measured are 2.8 to 3.8% of 600.
    expect(accusedLateStarts(late, true, { periods: 400, seed: 7 })).toBeLessThan(0.075);
    expect(accusedLateStarts(late, false, { periods: 400, seed: 7 })).toBeLessThan(0.075);
  });

  // Measured are 71% of 600 periods; 50% is four standard errors of 100 below.
  test("half the rate is told where days are counted", () => {
    expect(accusedLateStarts(14, true, { conversion: 0.5, periods: 100, seed: 7 })).toBeGreaterThan(0.5);
  });
});
