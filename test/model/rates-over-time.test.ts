import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partOfSpan } from "../../src/model/base-part-span.js";
import { baseOverSpans } from "../../src/model/base-spans.js";
import { integerRoot } from "../../src/number/integer-root.js";
import { add, multiply, ONE, ratio, subtract, type Ratio } from "../../src/number/ratio.js";
import { nearestNumber } from "../../src/number/nearest-number.js";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { Rational } from "../oracle/rational.js";
import { partCounts } from "../oracle/running-base.js";

// 100 customers of 100 MRR. 3% a month over a year came to 30.6%, compounded; but 24% a year over a quarter came to 5.92%, by
// days, and four such quarters to 21.9% instead of 24%. Expected numbers: mpmath, 40 digits.

const BASE = {
  base: { customers: 100, mrr: 10_000 },
  deal: { value: 100 },
  funnel: [{ stage: "demo", rate: "50%" }],
};

function solved(period: string, rate: string, per: "month" | "quarter" | "year") {
  const goal = { metric: "ending-mrr" as const, amount: 10_000, period };
  return solve(parsePlan({ ...BASE, goal, churn: { rate, per } }));
}

const lost = (...given: Parameters<typeof solved>) =>
  Number(solved(...given).targets?.bridge.find(({ item }) => item === "churn")?.amount);

describe("churn that is written for one span and planned for another", () => {
  it("compounds 3% a month to 30.6% a year: 1 − 0.97^12", () => {
    expect(lost("2026", "3%", "month")).toBeCloseTo(3061.57639, 3);
    expect(solved("2026", "3%", "month").targets?.wins).toBe(31);
  });

  it("compounds 24% a year to 6.63% a quarter, 1 − 0.76^(1/4), and to 2.26% a month, 1 − 0.76^(1/12)", () => {
    expect(lost("2026-Q1", "24%", "year")).toBeCloseTo(663.0851524, 6);
    expect(solved("2026-Q1", "24%", "year").targets?.wins).toBe(7);
    expect(lost("2026-01", "24%", "year")).toBeCloseTo(226.1020693, 6);
    expect(solved("2026-01", "24%", "year").targets?.wins).toBe(3);
  });

  it("makes 24% of four quarters, each from the base that the one before left, whatever their days", () => {
    const kept = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map(
      (quarter) => 1 - lost(quarter, "24%", "year") / 10_000,
    );
    expect(kept.reduce((all, quarter) => all * quarter, 1)).toBeCloseTo(0.76, 10);
  });

  it("takes two months from the 15th as two months", () => {
    expect(lost("2026-01-15/2026-03-14", "3%", "month")).toBeCloseTo(591, 10);
  });

  it("goes by days only in what is left of a month: 15 days of 30 at 19% are 1 − 0.81^(1/2), exactly a tenth", () => {
    expect(lost("2026-04-01/2026-04-15", "19%", "month")).toBe(1000);
  });

  it("says what the rate comes to", () => {
    const { assumptions } = solved("2026-Q1", "24%", "year");
    expect(assumptions.filter(({ kind }) => kind === "compounding")).toEqual([
      {
        kind: "compounding",
        ...{ code: "compounding", part: "churn", per: "year", rate: "0.24" },
        // 1 − 0.76^(1/4) by mpmath: 0.0663085152427…
        share: "0.06630851524272",
        path: ["churn", "per"],
        text:
          "24% churn a year comes to 6.6% of the base in the period, because rates compound: " +
          "a year is four quarters or twelve months, and only what is left of a month goes by days.",
      },
    ]);
    expect(solved("2026", "24%", "year").assumptions.map(({ kind }) => kind)).not.toContain("compounding");
  });
});

describe("a root that is no ratio", () => {
  it("has twelve digits, rounded down, as halving finds them from the equation", () => {
    const drawn = fc.record({
      growth: fc.tuple(
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.constantFrom(1, 3, 100, 7919, 1_000_000),
      ),
      part: fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 372 })),
    });
    const property = fc.property(drawn, ({ growth: [change, finer], part: [days, month] }) => {
      const [num, den] = [BigInt(change), BigInt(10_000 * finer)];
      const part = days % month;
      const found = partOfSpan(ratio(num, den), ratio(part, month)).counts;
      const expected = partCounts(new Rational(num, den), new Rational(BigInt(part), BigInt(month)));
      expect([BigInt(found.num), BigInt(found.den)]).toEqual([expected.numerator, expected.denominator]);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it("is exact where it is one: 1 − 0.81^(1/2) is a tenth, and all of a base that leaves is gone at once", () => {
    expect(partOfSpan(ratio(-19, 100), ratio(1, 2))).toEqual({ counts: ratio(10, 19), rounded: false });
    expect(partOfSpan(ratio(-1), ratio(1, 31))).toEqual({ counts: ONE, rounded: false });
    expect(partOfSpan(ratio(0), ratio(1, 31))).toEqual({ counts: ratio(1, 31), rounded: false });
  });

  it("keeps rates of sixteen digits, and of far fewer than a double tells from 0", () => {
    const tiny = ratio(-1n, 10n ** 400n);
    expect(nearestNumber(partOfSpan(tiny, ratio(1, 3)).counts)).toBeCloseTo(1 / 3, 11);
    const sixteen = ratio(-3333333333333333n, 10n ** 16n);
    // mpmath: (1 − (1 − 0.3333333333333333)^(1/12)) ÷ 0.3333333333333333 = 0.0996728828188…
    const { counts, rounded } = partOfSpan(sixteen, ratio(1, 12));
    expect([nearestNumber(counts).toFixed(10), rounded]).toEqual(["0.0996728828", true]);
  });

  it("takes whole roots of whole numbers of any size", () => {
    const numbers = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 60n }), fc.integer({ min: 1, max: 40 }));
    const property = fc.property(numbers, ([value, degree]) => {
      const root = integerRoot(value, degree);
      expect(root ** BigInt(degree) <= value && (root + 1n) ** BigInt(degree) > value).toBe(true);
    });
    fc.assert(property, { numRuns: 500 });
  });

  it("is said where one more in its last digit would change the wins", () => {
    // The goal is set to what the rounded root needs for exactly 7 wins: what the root lacks would need an eighth.
    const counts = partOfSpan(ratio(-6, 25), ratio(1, 4)).counts;
    const loss = multiply(ratio(2400), counts);
    const amount = subtract(add(ratio(10_000), ratio(700)), loss);
    const goal = { metric: "ending-mrr" as const, amount: text(amount), period: "2026-Q1" };
    const answer = solve(parsePlan({ ...BASE, goal, churn: { rate: "24%", per: "year" } }));
    expect(answer.targets?.wins).toBe(7);
    expect(answer.assumptions.filter(({ kind }) => kind === "rounded-root")).toEqual([
      {
        kind: "rounded-root",
        ...{ code: "rounded-root", wins: "7", otherWins: "8" },
        path: ["churn", "per"],
        text:
          "Compounding takes a root that is no ratio, rounded down to twelve digits. It decides here: 7 wins as rounded, " +
          "8 with one more in the last digit.",
      },
    ]);
  });

  it("is not mentioned where it decides nothing", () => {
    expect(solved("2026-Q1", "24%", "year").assumptions.map(({ kind }) => kind)).not.toContain(
      "rounded-root",
    );
  });
});

describe("a base over a long time", () => {
  it("has as many digits as months and the root's: growth is linear", () => {
    const digits = (months: number) =>
      String(baseOverSpans(ONE, ratio(-137, 10_000), { whole: months, rest: ratio(3, 31) }).den).length;
    // Four digits a month and twelve of the root, with 0.0137 itself; the sum is one fraction.
    for (const months of [60, 240, 720]) expect(digits(months)).toBeLessThanOrEqual(4 * months + 20);
  });
});

function text({ num, den }: Ratio): string {
  return `${num}/${den}`;
}
