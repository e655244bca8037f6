import { describe, expect, test } from "vitest";
import { accusedLateStarts } from "./judgements.js";

describe("work that began late, at the plan's rates", () => {
  // Counted without days it was taken for work of the planned days: 2.8, 4.7, 14.5 and 49.2% of periods were accused, of 5% promised.
  test.each([0, 7, 14, 21])("%i days late: at most one period in twenty is said to be short", (late) => {
    // Five standard errors of 400 periods at 5% are 5.4 points; measured are 1 to 4%.
    expect(accusedLateStarts(late, true, { periods: 400, seed: 7 })).toBeLessThan(0.075);
    expect(accusedLateStarts(late, false, { periods: 400, seed: 7 })).toBeLessThan(0.075);
  });

  test("half the rate is told where days are counted", () => {
    expect(accusedLateStarts(14, true, { conversion: 0.5, periods: 100, seed: 7 })).toBeGreaterThan(0.1);
  });
});
