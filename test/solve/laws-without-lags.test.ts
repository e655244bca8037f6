import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plans } from "../generators/plans.js";
import { withLagEverywhere } from "../generators/timed-plans.js";
import { isPlainData } from "../laws/plain-data.js";
import { bringsTheWins, isLeast } from "../laws/round-trip.js";
import { runs } from "../laws/runs.js";
import { sameNumbers } from "../laws/same-numbers.js";
import { solved, targetsOf } from "../laws/solved.js";
import { bridgeAddsUp, channelsAddUp, daysAddUp } from "../laws/sums.js";
import { readNumber } from "../oracle/written.js";

describe("an answer to a plan without lags", () => {
  it("is plain frozen data that survives JSON", () => {
    fc.assert(
      fc.property(plans({ zeroRates: true, available: true, short: true }), (plan) => {
        isPlainData(solved(plan));
      }),
      runs(0.2),
    );
  });

  it("adds up: bridge to wins, days to totals, channels to their stage", () => {
    const property = fc.property(plans(), (plan) => {
      const targets = targetsOf(plan);
      if (targets === undefined) return;
      bridgeAddsUp(targets);
      daysAddUp(targets);
      channelsAddUp(targets, plan);
    });
    fc.assert(property);
  });

  it("brings at least the wins to go for", () => {
    const property = fc.property(plans({ rounding: "least" }), (plan) => {
      const answer = solved(plan);
      if (answer.status === "feasible") bringsTheWins(plan, answer.targets);
    });
    fc.assert(property, runs(0.2));
  });

  it("is least on a single path: with a unit less there are fewer wins than to go for", () => {
    const property = fc.property(plans({ rounding: "least", depth: 0 }), (plan) => {
      const answer = solved(plan);
      if (answer.status === "feasible" && answer.targets.wins > 0) isLeast(plan, answer.targets);
    });
    fc.assert(property, runs(0.2));
  });

  it("is the plain quotient: exact need, rounded up, over the working days", () => {
    const property = fc.property(
      plans({ depth: 0, rounding: "least", holidays: false, seasonality: false }),
      (plan) => {
        const targets = targetsOf(plan);
        const working = targets?.path[0]?.window?.workingDays ?? targets?.period.workingDays ?? 0;
        for (const { exact, total, perDay } of targets?.path ?? []) {
          expect(BigInt(total)).toBe(readNumber(exact).ceiling());
          if (perDay !== null)
            expect(BigInt(perDay)).toBe(
              readNumber(exact)
                .over(readNumber(String(working)))
                .ceiling(),
            );
        }
      },
    );
    fc.assert(property);
  });

  it.each([[0], ["0 working days"], [[{ days: 0, share: "100%" }]]])(
    "is the same in every number when each stage takes no time, written %j",
    (lag) => {
      const property = fc.property(plans({ period: "dated", zeroRates: true, available: true }), (plan) => {
        sameNumbers(solved(withLagEverywhere(plan, lag)), solved(plan));
      });
      fc.assert(property, runs(0.2));
    },
  );
});
