import { describe, expect, test } from "vitest";

import { amountSlider, rateSlider } from "../../docs/calculator/reading/slider-range.js";

describe("a slider for a rate", () => {
  // 48 ÷ 120 = 40%; 1 ÷ 4 = 25%.
  test.each([
    ["50%", 50],
    [0.25, 25],
    ["1/4", 25],
    [{ won: 48, of: 120 }, 40],
    ["100%", 100],
  ])("%j goes in whole per cent", (written, value) => {
    expect(rateSlider(written)).toEqual({ min: 1, max: 100, step: 1, value });
  });

  test("goes in tenths of a per cent where it is small", () => {
    expect(rateSlider("2.5%")).toEqual({ min: 0.1, max: 20, step: 0.1, value: 2.5 });
  });

  test.each([undefined, "", 25, "fast", { rate: "20%", low: "10%", high: "30%" }])(
    "is not there for %j",
    (written) => {
      expect(rateSlider(written)).toBeNull();
    },
  );
});

describe("a slider for an amount", () => {
  test.each([
    [10_000, 20_000],
    [1_250, 5_000],
    [7, 100],
  ])("of %d goes to %d, in a hundred steps", (value, max) => {
    expect(amountSlider(value)).toEqual({ min: max / 100, max, step: max / 100, value });
  });

  test.each([undefined, 0, "10,000", "12345678901234567890"])("is not there for %j", (written) => {
    expect(amountSlider(written)).toBeNull();
  });
});
