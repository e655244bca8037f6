import { describe, expect, test } from "vitest";

import { chancePercent, nearestPlace } from "../../docs/calculator/reading/chance-percent.js";

describe("the chance that a plan asks for", () => {
  test.each([
    ["80%", 80],
    [0.8, 80],
    ["0.8", 80],
    ["4/5", 80],
    // For a double, 0.57 × 100 is 56.99999999999999.
    [0.57, 57],
    ["99%", 99],
    ["50%", 50],
  ])("stands at its place of the slider: %j at %d", (written, place) => {
    expect(chancePercent(written)).toBe(place);
  });

  test.each(["99.9%", "1/3", "30%", "100%", "80", "1/0", "much", "", 80, null, { rate: "80%" }])(
    "is kept as it is where the slider has no place for it: %j",
    (written) => {
      expect(chancePercent(written)).toBeNull();
    },
  );

  test("begins where the plan stands already, as far as the slider goes", () => {
    expect([0.572, 0.43, 0.9999].map(nearestPlace)).toEqual([57, 50, 99]);
  });
});
