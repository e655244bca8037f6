import { describe, expect, it } from "vitest";
import { ratio } from "../../src/number/ratio.js";
import { dealValueWithMean, parseDealValue } from "../../src/plan/deal-value.js";
import { movedRate } from "../../src/plan/moved-rate.js";

describe("what a win is worth", () => {
  it("a number is the average, and says nothing of how wins differ", () => {
    expect(parseDealValue("1000")).toEqual({ mean: ratio(1000), differs: null });
  });

  it("a mean and a standard deviation; of 0 it is none", () => {
    expect(parseDealValue({ mean: 1000, sd: "400" })).toEqual({
      mean: ratio(1000),
      differs: { sd: ratio(400) },
    });
    expect(parseDealValue({ mean: 1000, sd: 0 }).differs).toBeNull();
  });

  // (800 + 1000 + 1000.50) ÷ 3 = 2800.50 ÷ 3 = 933.50.
  it("a list has its exact mean", () => {
    const read = parseDealValue([800, 1000, "1000.50"]);
    expect(read.mean).toEqual(ratio(1867, 2));
    expect(read.differs).toEqual({ values: [ratio(800), ratio(1000), ratio(2001, 2)] });
  });
});

describe("another mean keeps how wins differ, in proportion", () => {
  it("of each form", () => {
    expect(dealValueWithMean(1000, ratio(1500))).toBe("1500");
    expect(dealValueWithMean({ mean: 1000, sd: 400 }, ratio(1500))).toEqual({ mean: "1500", sd: "600" });
    expect(dealValueWithMean([800, 1200], ratio(1500))).toEqual(["1200", "1800"]);
  });

  it("from deals worth nothing each becomes the mean", () => {
    expect(dealValueWithMean({ mean: 0, sd: 0 }, ratio(10))).toEqual({ mean: "10", sd: 0 });
    expect(dealValueWithMean([0, 0], ratio(10))).toEqual(["10", "10"]);
  });
});

describe("another rate is known no better", () => {
  it("of each form", () => {
    expect(movedRate({ won: 5, of: 10 }, ratio(3, 5))).toEqual({ won: "6", of: 10 });
    expect(movedRate({ rate: "50%", low: "40%", high: "60%" }, ratio(11, 20), "55%")).toEqual({
      rate: "55%",
      low: 0.45,
      high: 0.65,
    });
    expect(movedRate("50%", ratio(11, 20), "55%")).toBe("55%");
    expect(movedRate({ now: "50%", change: "+10%" }, ratio(3, 5))).toBe("0.6");
  });

  it("no range ends beyond 100%", () => {
    expect(movedRate({ rate: "80%", low: "70%", high: "95%" }, ratio(9, 10))).toEqual({
      rate: "0.9",
      low: 0.8,
      high: 1,
    });
  });
});
