import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forecast } from "../../../src/forecast/forecast.js";
import { dayOf } from "../../oracle/dates.js";
import { runs } from "../../laws/runs.js";
import { outcomes, written, type SmallCase } from "./small.js";

const rows = fc.constantFrom(
  [{ days: 0, share: 1 }],
  [{ days: 6, share: 1 }],
  [
    { days: 1, share: 0.25 },
    { days: 5, share: 0.5 },
    { days: 12, share: 0.25 },
  ],
);
const stage = fc.record({ rate: fc.constantFrom(0.25, 0.5, 0.8), rows });
const cases: fc.Arbitrary<SmallCase> = fc
  .record({
    stages: fc.array(stage, { minLength: 1, maxLength: 2 }),
    deals: fc.array(
      fc.record({
        stage: fc.constantFrom(0, 1),
        age: fc.integer({ min: 1, max: 9 }),
        value: fc.constantFrom(1000, 1500, 400, 2750),
      }),
      { maxLength: 9 },
    ),
    perDay: fc.constant(0),
    goal: fc.integer({ min: 1, max: 8 }).map((wins) => wins * 1000),
    won: fc.integer({ min: 0, max: 3 }),
  })
  .map((small) => ({ ...small, deals: small.deals.filter((deal) => deal.stage < small.stages.length) }));

/** The least value up to which so much of all outcomes lies. */
function quantileOf(all: readonly { readonly at: number; readonly chance: number }[], part: number): number {
  let sum = 0;
  for (const { at, chance } of [...all].sort((one, other) => one.at - other.at))
    if ((sum += chance) >= part - 1e-9) return at;
  throw new Error("chances add up to 1");
}

describe("the chance of a forecast is what every outcome of every unit adds up to", () => {
  // The oracle multiplies out each deal's rows and each outcome of up to nine deals; it shares no code with the library.
  test("for aged deals with values of their own, at the end and by week", () => {
    fc.assert(
      fc.property(cases, (small) => {
        const { plan, snapshot } = written(small);
        const { chance } = forecast(plan, snapshot, { pace: { perDay: {} } });
        expect(chance?.atEnd?.error).toBeLessThanOrEqual(1e-12);
        for (const { on, chance: told, wins, amount } of chance?.byWeek ?? []) {
          const all = outcomes(small, dayOf(on));
          const enough = all.filter((each) => each.amount >= small.goal);
          expect(told).toBeCloseTo(
            enough.reduce((sum, each) => sum + each.chance, 0),
            12,
          );
          const ends = (of: "wins" | "amount") =>
            [0.1, 0.9].map((part) =>
              String(
                quantileOf(
                  all.map((each) => ({ at: each[of], chance: each.chance })),
                  part,
                ),
              ),
            );
          expect(wins).toEqual(ends("wins"));
          expect(amount).toEqual(ends("amount"));
        }
      }),
      runs(0.5),
    );
  });

  // By hand: 19, 20 and 23 February and no other day lie ahead, one unit each at 50%, so 3 of 3 come with 1/8.
  test("for work still to come, by hand", () => {
    const plan = {
      goal: { metric: "customers", amount: 3, period: "2026-02-02/2026-02-23" },
      funnel: [{ stage: "demo", rate: "50%" }],
    } as const;
    const snapshot = { asOf: "2026-02-18", pipeline: {} };
    const { chance } = forecast(plan, snapshot, { pace: { perDay: { demo: 1 } }, range: "70%" });
    expect(chance?.byWeek.map(({ on, chance: told, wins }) => [on, told, wins])).toEqual([
      ["2026-02-22", 0, ["0", "2"]],
      ["2026-02-23", 0.125, ["1", "2"]],
    ]);
  });
});
