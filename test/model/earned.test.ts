import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/calendar/day.js";
import { compilePlan } from "../../src/model/compile.js";
import { monthsPaid } from "../../src/model/earned-months.js";
import { encodeExact } from "../../src/number/exact-string.js";
import { compare, multiply, ratio, sum } from "../../src/number/ratio.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { parseQuantity } from "../../src/schema/quantity.js";
import { must } from "../../src/number/invariant.js";
import { solve } from "../../src/solve/solve.js";
import { solveOrThrow } from "../../src/solve/solve-or-throw.js";
import { forecast } from "../../src/forecast/forecast.js";
import { track } from "../../src/track/track.js";
import { levers } from "../../src/sensitivity/levers.js";
import { earningPlans } from "../generators/plans.js";
import { runs } from "../laws/runs.js";
import { solved } from "../laws/solved.js";

const day = (text: string): number => must(parseDay(text), text);
const paid = (by: "month" | "day", won: string, through: string, atMost?: string): string =>
  encodeExact(
    monthsPaid(
      { by, atMost: atMost === undefined ? undefined : parseQuantity(atMost) },
      day(won),
      day(through),
    ),
  );

describe("the months that a win pays", () => {
  it("are calendar months, the month of the win in full, or go by days", () => {
    // By hand.
    expect(paid("month", "2026-01-31", "2026-12-31")).toBe("12");
    expect(paid("month", "2026-12-31", "2026-12-31")).toBe("1");
    // From 16 February to 15 March is a month; 16 to 31 March is 16 of its next one's 31 days.
    expect(paid("day", "2026-02-16", "2026-03-31")).toBe("47/31");
    expect(paid("day", "2026-03-31", "2026-03-31")).toBe("1/30");
    expect(paid("month", "2026-03-31", "2026-03-30")).toBe("0");
  });

  it("are no more than the contract has", () => {
    expect(paid("month", "2026-01-05", "2026-12-31", "3")).toBe("3");
    expect(paid("day", "2026-01-01", "2026-12-31", "7.5")).toBe("7.5");
    expect(paid("month", "2026-11-05", "2026-12-31", "3")).toBe("2");
  });

  it("over all time are those of the contract, and never fall as time goes on", () => {
    const days = fc.integer({ min: day("2024-01-01"), max: day("2028-12-31") });
    fc.assert(
      fc.property(
        fc.constantFrom<("month" | "day")[]>("month", "day"),
        days,
        fc.integer({ min: 0, max: 36 }),
        fc.nat(400),
        (by, won, months, later) => {
          const earning = { by, atMost: ratio(months) };
          expect(encodeExact(monthsPaid(earning, won, won + 31 * 37))).toBe(String(months));
          const [before, after] = [later, later + 1].map((add) => {
            const exact = monthsPaid(earning, won, won + add);
            return Number(exact.num) / Number(exact.den);
          });
          expect(after).toBeGreaterThanOrEqual(before ?? Infinity);
        },
      ),
      runs(1),
    );
  });
});

const GOAL = { metric: "revenue-earned", amount: 780, period: 2026 } as const;
const YEAR: PlanInput = {
  goal: GOAL,
  deal: { value: 10 },
  funnel: [{ stage: "demo", rate: "50%" }],
};

describe("what is earned within the period", () => {
  it("takes more wins where they come later: a lag of a month", () => {
    // By hand: demos from 1 December 2025 on would do; from January on, wins come from 31 January on.
    const late = solveOrThrow({ ...YEAR, funnel: [{ stage: "demo", rate: "50%", lag: 30 }] });
    expect(late.wins).toBeGreaterThan(13);
  });

  it("knows that the pipeline pays early", () => {
    // By hand: four deals on the last stage without a lag are won on 1 January and pay 12 months each, 480 of the 780. The other
    // 300 are 30 months ÷ 1,686/261 = 4.644 wins: 8.644 in all.
    const { exactWins, wins, pipeline } = solveOrThrow({
      ...YEAR,
      funnel: [{ stage: "demo", rate: "100%" }],
      pipeline: { demo: 4 },
    });
    expect(wins).toBe(9);
    expect(exactWins).toBe(encodeExact(ratio(4 * 1686 + 30 * 261, 1686)));
    expect(pipeline).toMatchObject({ averageWins: "4", amount: "480" });
  });

  it("takes no more from the pipeline than the goal asks for", () => {
    // By hand: 240 are two deals of January.
    const { exactWins, wins } = solveOrThrow({
      ...YEAR,
      goal: { ...YEAR.goal, amount: 240 },
      funnel: [{ stage: "demo", rate: "100%" }],
      pipeline: { demo: 4 },
    });
    expect([exactWins, wins]).toEqual(["2", 2]);
  });

  it("finds the mix of channels: fixed units come level, the rest a month later", () => {
    const plan: PlanInput = {
      goal: { metric: "revenue-earned", amount: 5000, period: 2026 },
      deal: { value: 10 },
      funnel: [
        {
          stage: "meeting",
          rate: "50%",
          sources: [
            { channel: "inbound", units: 40, funnel: [{ stage: "visit", rate: "50%" }] },
            { channel: "outbound", rest: true, funnel: [{ stage: "call", rate: "10%", lag: 45 }] },
          ],
        },
      ],
    };
    const { exactWins, bridge } = solveOrThrow(plan);
    // 20 wins... of 20 meetings of 40 visits come 10 wins, each of 1,686/261 months: 10 · 10 · 6.4598 = 645.98. The rest comes of calls,
    // which are worked level from 1 January to the last day whose wins are in the year, and are won 45 days later.
    const [goal] = bridge;
    expect(goal?.amount).toBe("5000");
    const all = Number(exactWins.split("/")[0]) / Number(exactWins.split("/")[1] ?? 1);
    const later = (5000 - (10 * 10 * 1686) / 261) / (all - 10) / 10;
    expect(later).toBeGreaterThan(5);
    expect(later).toBeLessThan(6.46);
  });

  it("says the nearest goal exactly", () => {
    // By hand: 20 demos at 50% are 10 wins of 1,686/261 months at 10: 645.97, to the cent below.
    const solution = solve({ ...YEAR, funnel: [{ stage: "demo", rate: "50%", available: 20 }] });
    expect(solution.status === "infeasible" && solution.nearest).toEqual({ amount: "645.97", wins: 10 });
  });

  /**
   * Every demo of every printed day is won or not: how likely is it that all those won pay enough? By hand: a win of so many days later
   * pays 10 for each calendar month from its own to the year's last.
   */
  function enough(lag: number): number {
    const demo = { stage: "demo", rate: "50%", lag } as const;
    const { stages } = solveOrThrow({ ...YEAR, funnel: [demo] });
    const paid = new Map([[0, 1]]);
    for (const { on, count } of stages.demo.days)
      for (let unit = 0; unit < count; unit += 1) {
        const won = new Date(Date.parse(on) + lag * 86_400_000);
        const months = won.getUTCFullYear() === 2026 ? 12 - won.getUTCMonth() : 0;
        for (const [sum, chance] of [...paid].sort(([one], [other]) => other - one)) {
          paid.set(sum, (paid.get(sum) ?? 0) - chance / 2);
          paid.set(sum + 10 * months, (paid.get(sum + 10 * months) ?? 0) + chance / 2);
        }
      }
    return [...paid].reduce((all, [sum, chance]) => all + (sum >= GOAL.amount ? chance : 0), 0);
  }

  it.each([0, 40])(
    "tells how sure the plan is that enough is paid, by each day's demos: %d days later",
    (lag) => {
      const { chance } = solveOrThrow({ ...YEAR, funnel: [{ stage: "demo", rate: "50%", lag }] });
      expect(chance?.reached).toBeCloseTo(enough(lag), 10);
    },
  );

  it("tells none by the day, of values that differ and of what is ahead, and says why", () => {
    const byDay = solveOrThrow({ ...YEAR, goal: { ...GOAL, by: "day" } });
    const differing = solveOrThrow({ ...YEAR, deal: { ...YEAR.deal, value: { mean: 10, sd: 6 } } });
    for (const { chance } of [byDay, differing])
      expect(chance).toMatchObject({ reached: null, reason: { code: "earned" } });
    expect(forecast(YEAR, { asOf: "2026-01-31" }).chance?.reason?.code).toBe("earned");
  });

  it("ends a forecast at the plan's own amount where the plan is followed", () => {
    // By hand: 13 wins level by working day pay 13 · 1,686/261 months of 10; 26 demos of whole days come no later than level ones.
    const { atEnd } = forecast(YEAR, { asOf: "2025-12-31" });
    expect(encodeExact(parseQuantity(atEnd.amount))).toBe(encodeExact(ratio(13 * 1686 * 10, 261)));
  });

  it("adds what was measured to what the wins so far still pay", () => {
    // By hand: a win of January, measured with 30 by the end of March, still pays 9 months of 10.
    const snapshot = {
      asOf: "2026-03-31",
      won: [{ on: "2026-01-20" }],
      outcome: [{ on: "2026-03-31", value: 30 }],
    };
    expect(track(YEAR, snapshot).outcome.now).toBe("120");
    expect(track(YEAR, { ...snapshot, outcome: [] }).outcome.now).toBe("120");
  });

  it("holds the present work in a lever: a deal of a tenth more earns a tenth more", () => {
    const value = levers(YEAR).levers.find(({ path }) => path.join(".") === "deal.value");
    expect(value?.steps[0]?.change.outcome).toBe("78");
  });
});

describe("a plan for what is earned", () => {
  it("pays at least the goal in whole days: they grow until what is paid is enough", () => {
    fc.assert(
      fc.property(earningPlans({ stages: 3, depth: 0, short: true }), (plan) => {
        const { status, targets, plan: read } = solved(plan);
        if (status !== "feasible") return;
        const { deal, earning, period } = compilePlan(read, ratio(1, 2));
        const last = period.kind === "dated" ? period.last : 0;
        // Without a lag everything is won on the day on which it is started.
        const rate = targets.path.reduce(
          (all, target) => multiply(all, parseQuantity(target.rate ?? 1)),
          ratio(1),
        );
        const months = sum(
          (targets.path[0]?.days ?? []).map(({ on, count }) =>
            multiply(ratio(count), monthsPaid(must(earning, "a way to count"), day(on), last)),
          ),
        );
        const earned = multiply(multiply(months, rate), must(deal.monthly, "what a win pays a month"));
        expect(compare(earned, parseQuantity(targets.goal.amount))).toBeGreaterThanOrEqual(0);
      }),
      runs(0.3),
    );
  });
});
