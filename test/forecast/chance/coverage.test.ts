import { describe, expect, test } from "vitest";
import { forecastCoverage, holdsItsLimits } from "./coverage.js";

describe("of ten forecasts with a chance of 80%, eight come true", () => {
  test.each([
    ["known rates", 5, false],
    ["rates from samples", 7, true],
  ])("with %s (40 forecasts of 300 periods, seed %i)", (_, seed, isSampled) => {
    const found = forecastCoverage(40, 300, { seed, isSampled });
    expect([found, holdsItsLimits(found)]).toEqual([found, true]);
  });
});
