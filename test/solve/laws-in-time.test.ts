import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlainPlan } from "../oracle/plain-plan.js";
import { dateText } from "../oracle/dates.js";
import { readPeriod } from "../oracle/dates.js";
import { fixedLags } from "../generators/lags.js";
import { plans } from "../generators/plans.js";
import { timedPlans, withLagEverywhere } from "../generators/timed-plans.js";
import { isPlainData } from "../laws/plain-data.js";
import { bringsTheWins } from "../laws/round-trip.js";
import { runs } from "../laws/runs.js";
import { numbersOf, shifted } from "../laws/same-numbers.js";
import { solved, targetsOf } from "../laws/solved.js";
import { bridgeAddsUp, channelsAddUp, daysAddUp } from "../laws/sums.js";

describe("an answer to a plan with lags and open work", () => {
  it("is plain frozen data that survives JSON", () => {
    fc.assert(
      fc.property(timedPlans(), (plan) => {
        isPlainData(solved(plan));
      }),
      runs(0.1),
    );
  });

  it("adds up: bridge to wins, days to totals, marks no further than totals", () => {
    const property = fc.property(timedPlans(), (plan) => {
      const targets = targetsOf(plan);
      if (targets === undefined) return;
      bridgeAddsUp(targets);
      daysAddUp(targets);
    });
    fc.assert(property, runs(0.1));
  });

  it("adds up where channels share what a stage needs", () => {
    const property = fc.property(timedPlans({ units: false }), (plan) => {
      const targets = targetsOf(plan);
      if (targets !== undefined) channelsAddUp(targets, plan);
    });
    fc.assert(property, runs(0.08));
  });

  it("brings at least the wins to go for, whatever lands late", () => {
    const property = fc.property(timedPlans(), (plan) => {
      const answer = solved(plan);
      if (answer.status === "feasible") bringsTheWins(plan, answer.targets);
    });
    fc.assert(property, runs(0.1));
  });

  it("moves with its dates: so many whole weeks later every date shifts and no number changes", () => {
    const timed = timedPlans({ holidays: false, seasonality: false, flows: false });
    const property = fc.property(timed, fc.integer({ min: -60, max: 200 }), (written, weeks) => {
      const plan = withRange(written);
      const later = numbersOf(solved(shifted(plan, 7 * weeks)));
      expect(later).toEqual(shifted(numbersOf(solved(plan)), 7 * weeks));
    });
    fc.assert(property, runs(0.1));
  });

  it("never asks for more a day when days are added at the end that include work", () => {
    const channels = plans({ period: "dated", flows: false, workFrom: false, short: true, open: true });
    const property = fc.property(
      channels,
      fixedLags(),
      fc.integer({ min: 1, max: 20 }),
      (written, lag, days) => {
        const plan = withLagEverywhere(withRange(written), lag);
        const [short, long] = [solved(plan), solved(withRange(plan, days))];
        if (short.status !== "feasible" || long.status !== "feasible") return;
        if (short.targets.period.workingDays === long.targets.period.workingDays) return;
        for (const { stage, perDay } of long.targets.path)
          expect(perDay ?? 0).toBeLessThanOrEqual(
            short.targets.path.find((target) => target.stage === stage)?.perDay ?? Infinity,
          );
      },
    );
    fc.assert(property, runs(0.5));
  });
});

/** The same plan with its period written as a range of dates, so many days longer. */
function withRange(plan: PlainPlan, longer = 0): PlainPlan {
  const range = readPeriod(plan.goal.period);
  if (range === null) return plan;
  const period = { start: dateText(range.start), end: dateText(range.end + longer) };
  return { ...plan, goal: { ...plan.goal, period } };
}
