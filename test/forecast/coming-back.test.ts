import { describe, expect, it } from "vitest";
import { forecast } from "../../src/forecast/forecast.js";
import { toNumber } from "../../src/number/exact-string.js";
import { definePlan } from "../../src/plan/define-plan.js";
import { track } from "../../src/track/track.js";

// Units come back nine days after they were booked, six days after they are known to be lost.
const plan = definePlan({
  goal: { metric: "customers", amount: 840_000, period: "2026-Q2" },
  workFrom: "2026-03-02",
  funnel: [
    { stage: "call", rate: "10%", lag: 2 },
    { stage: "booked", rate: "70%", lag: 3, returns: { to: "booked", rate: "50%", lag: 9 } },
    {
      ...{ stage: "held", rate: "20%", lag: 10 },
      sources: [{ channel: "returning", share: "5%", funnel: [] }],
    },
  ],
});

describe("a forecast of units that come back", () => {
  it("before anything was done is the plan", () => {
    const { atEnd, chance } = forecast(plan, { asOf: "2026-03-01" }, {});
    expect(toNumber(atEnd.wins)).toBeCloseTo(840_000, 6);
    expect(chance).toMatchObject({ atEnd: null, reason: { code: "too-much-to-count" } });
  });

  it("is the plan as long as all goes as planned, with those that are on their way back", () => {
    const asOf = "2026-05-01";
    const planned = track(plan, { asOf, entered: {}, won: 0 });
    const entered = Object.fromEntries(
      Object.entries<(typeof planned.stages)["call"]>(planned.stages).map(([stage, { course }]) => {
        let before = 0;
        const rows = course.flatMap(({ on, entries }) => {
          const through = Math.round(toNumber(entries));
          const count = through - before;
          before = through;
          return on > asOf || count === 0 ? [] : [{ on, count }];
        });
        return [stage, rows];
      }),
    );
    const won = Math.round(toNumber(planned.outcome.planned));
    const { atEnd } = forecast(plan, { asOf, entered, won }, {});
    // Each day's entries were rounded to whole units.
    expect(Math.abs(toNumber(atEnd.wins) - 840_000)).toBeLessThan(5);
  });
});
