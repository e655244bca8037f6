import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lagFromShares } from "../../src/lag/from-shares.js";
import { parseLagText } from "../../src/lag/read-lag.js";
import { forecast } from "../../src/forecast/forecast.js";
import { ratio } from "../../src/number/ratio.js";
import { parsePlan, safeParsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { longTableLags } from "../generators/lags.js";
import { timedPlans } from "../generators/timed-plans.js";
import { runs } from "../laws/runs.js";
import { solved } from "../laws/solved.js";
import { differencesInTime } from "../oracle/agreement-in-time.js";
import { solveInTime } from "../oracle/in-time.js";
import { spreadOfLibrary } from "../oracle/spread.js";

// A table of lags as a program prints it, 0.3333333333333333 and 0.6666666666666667, was refused with the advice to let the
// shares make 100%, which they do: their common denominator of 10^16 did not fit a double.

const table = [
  { days: 1, share: 0.3333333333333333 },
  { days: 5, share: 0.6666666666666667 },
];

function planWith(lag: unknown) {
  return {
    goal: { metric: "customers", amount: 12, period: "2026-Q1" },
    funnel: [{ stage: "call", rate: "30%", lag }],
  };
}

describe("shares of sixteen digits", () => {
  it("are the weights that they say, over 10^16", () => {
    expect(parseLagText(table)).toEqual({
      kind: "calendar",
      first: 1,
      weights: [3333333333333333, 0, 0, 0, 6666666666666667],
      scale: 10n ** 16n,
      cut: { num: 0, den: 1 },
    });
  });

  it("may have denominators of any size and of no common divisor", () => {
    const [one, other] = [10n ** 30n, 3n ** 40n];
    const rows = [
      { days: 0, share: ratio(1n, one) },
      { days: 2, share: ratio(1n, other) },
      { days: 3, share: ratio(one * other - one - other, one * other) },
    ];
    const { weights, scale } = lagFromShares(rows) ?? { weights: [], scale: 0 };
    expect(scale).toBe(one * other);
    expect(weights).toEqual([other, 0, one, one * other - one - other]);
  });

  it("that do not make 100% are refused, with what they make", () => {
    const short = [table[0], { days: 5, share: 0.6666666666666666 }];
    const reading = safeParsePlan(planWith(short));
    expect(reading.error?.issues.map(({ code, message }) => [code, message])).toEqual([
      [
        "lag.invalid",
        "expected a time to the next stage, but got a list of 2: write shares that make 100%, " +
          "these make 99.99999999999999%.",
      ],
    ]);
  });

  it("give the numbers of a walk through the days in unbounded rationals", () => {
    const drawn = fc
      .tuple(timedPlans({ depth: 0, activities: false, rounding: "least" }), longTableLags())
      .filter(([plan]) => !JSON.stringify(plan.funnel).includes("median"))
      .map(([plan, lag]) => ({ ...plan, funnel: plan.funnel.map((stage) => ({ ...stage, lag })) }));
    const property = fc.property(drawn, (plan) => {
      expect(differencesInTime(solved(plan), solveInTime(plan, spreadOfLibrary), "least")).toEqual([]);
    });
    fc.assert(property, runs(0.1));
  });

  it("go through a forecast, where those that entered before still go on", () => {
    const plan = parsePlan(planWith(table));
    expect(solve(plan).status).toBe("feasible");
    // Nine of 30 calls of the 20th are won: a third on the 21st, three that are known, and 0.6666666666666667 of nine on the 25th.
    const snapshot = { asOf: "2026-01-22", entered: { call: [{ on: "2026-01-20", count: 30 }] }, won: 3 };
    const { atEnd } = forecast(plan, snapshot, { pace: { perDay: { call: 0 } } });
    expect(atEnd.wins).toBe("9.0000000000000003");
  });
});
