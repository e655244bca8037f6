import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExact } from "../../src/number/exact-string.js";
import { isNegative, isPositive, type Ratio, ZERO } from "../../src/number/ratio.js";
import { parsePlan } from "../../src/plan/parse.js";
import { levers } from "../../src/sensitivity/levers.js";
import { plans } from "../generators/plans.js";
import { runs } from "../laws/runs.js";

const at = (exact: string | null): Ratio => parseExact(exact ?? "0") ?? ZERO;

describe("levers", () => {
  test.each([{ lags: false }, { lags: true }])(
    "a higher rate or value never raises daily work nor lowers the outcome; more churn never helps (lags: $lags)",
    ({ lags }) => {
      fc.assert(
        fc.property(plans({ lags, depth: 1, stages: 3, units: false, activities: false }), (plain) => {
          for (const { kind, path, steps } of levers(parsePlan(plain)).levers) {
            for (const { change } of steps) {
              const [work, outcome] = [at(change.unitsPerDay), at(change.outcome)];
              if (path[0] === "contraction" || kind === "churn") {
                expect(isNegative(work)).toBe(false);
                expect(isPositive(outcome)).toBe(false);
              } else if (kind === "rate" || kind === "value") {
                // A stage's higher rate never makes a window longer; margin, repeat and expansion only lower the wins.
                expect(isPositive(work)).toBe(false);
                expect(isNegative(outcome)).toBe(false);
              }
            }
          }
        }),
        runs(0.1),
      );
    },
  );

  test("at fixed work a tenth more of a rate is a tenth more of the outcome, and 1/11 less work (by hand)", () => {
    const answer = levers({
      goal: { metric: "customers", amount: 11, period: { workingDays: 20 } },
      funnel: [
        { stage: "call", rate: "10%", minutes: 6, cost: 2 },
        { stage: "meeting", rate: "50%" },
      ],
    });
    const measures = { unitsPerDay: "11", minutesPerDay: "66", outcome: "11", cost: "440" };
    // Σ C(220, k)·0.05^k·0.95^(220 − k) from 11 on, in Python's whole numbers.
    expect(answer.now).toEqual({ ...measures, chance: expect.closeTo(0.543183925753381, 12) as number });
    const rate = answer.levers.find(({ what }) => what === 'the rate of "call"');
    expect(rate).toMatchObject({ kind: "rate", from: "10%", more: "helps" });
    expect(rate?.steps[0]).toMatchObject({
      by: "+10%",
      to: "0.11",
      change: { unitsPerDay: "-1", minutesPerDay: "-6", outcome: "1.1", cost: "-40" },
    });
    expect(rate?.steps[1]).toMatchObject({ by: "+1 point", to: "0.11" });
    const minutes = answer.levers.find(({ kind }) => kind === "minutes");
    expect(minutes).toMatchObject({ more: "hurts" });
    expect(minutes?.steps[0]?.change).toMatchObject({ unitsPerDay: "0", minutesPerDay: "6.6" });
  });

  test("a longer lag hurts, a larger team changes no daily work, and the strongest lever comes first", () => {
    const answer = levers({
      goal: { metric: "new-mrr", amount: 10_000, period: "2026-Q1" },
      deal: { value: 1_000 },
      funnel: [{ stage: "demo", rate: "25%", lag: 20, owner: "sales" }],
      teams: { sales: { headcount: 4 } },
    });
    const kinds = answer.levers.map(({ kind, more }) => `${kind} ${more}`);
    expect(kinds).toEqual(
      ["rate helps", "value helps", "lag hurts", "headcount does nothing"].sort(
        (one, other) => kinds.indexOf(one) - kinds.indexOf(other),
      ),
    );
    expect(kinds[3]).toBe("headcount does nothing");
    expect(answer.levers.find(({ kind }) => kind === "lag")?.steps.map(({ to }) => to)).toEqual([22, 21]);
    expect(answer.held.length).toBeGreaterThan(0);
  });

  test("what a churned customer is worth is held when the deal's value moves (by hand: 15,000 ÷ 1,100)", () => {
    const answer = levers({
      goal: { metric: "net-new-mrr", amount: 10_000, period: { workingDays: 20 } },
      deal: { value: 1_000 },
      churn: { customers: 5 },
      funnel: [{ stage: "demo", rate: "50%" }],
    });
    const value = answer.levers.find(({ kind }) => kind === "value");
    // 15,000 ÷ 1,100 ÷ 50% ÷ 20 days; 15 wins at fixed work bring 1,500 more.
    expect(value?.steps[0]?.then).toMatchObject({ unitsPerDay: "15/11", outcome: "11500" });
  });
});
