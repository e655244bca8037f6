import { describe, expect, it } from "vitest";
import { atLeastExactly } from "../../src/chance/exactly.js";
import { explain } from "../../src/explain/explain.js";
import { forecast } from "../../src/forecast/forecast.js";
import { nearestNumber } from "../../src/number/nearest-number.js";
import { ratio } from "../../src/number/ratio.js";
import type { GoalPlan } from "../../src/plan/plan.js";
import { forecastReport } from "../../src/report/forecast/forecast-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { solve } from "../../src/solve/solve.js";
import { check } from "../../src/track/check.js";
import { track } from "../../src/track/track.js";
import { seededRandom } from "../oracle/journey-simulator.js";

const goal = { metric: "customers", amount: 10, period: "2026-Q1", every: "month" } as const;
/** Ten customers in each month of a quarter; a call is won on its day, one in ten. */
const PLAN = { goal, funnel: [{ stage: "call", rate: "10%" }] } as const;

/** At least so many wins of so many calls, in exact fractions. */
function atLeast(calls: number, wins: number): number {
  return nearestNumber(atLeastExactly([{ count: calls, chance: ratio(1, 10) }], wins));
}

const wonOn = (day: string, count: number) => Array.from({ length: count }, () => ({ on: day }));

describe("the chance that every month reaches its own goal, ahead of a snapshot", () => {
  const money = {
    goal: { ...goal, metric: "net-new-mrr", amount: 10_000 },
    deal: { value: 1000 },
    base: { mrr: 200_000, customers: 200 },
    churn: { rate: "2%", per: "month" },
    funnel: PLAN.funnel,
  } as const;
  const BEFORE: Readonly<Record<string, GoalPlan>> = {
    "won on the same day": PLAN,
    "won later": { goal, funnel: [{ stage: "call", rate: "10%", lag: 20 }] },
    "won over months": {
      goal,
      funnel: [
        { stage: "call", rate: "50%", lag: { median: 10, p90: 30 } },
        { stage: "demo", rate: "20%", lag: { median: 7, p90: 21 } },
      ],
    },
    "open before": {
      ...PLAN,
      pipeline: { call: [{ entered: "2025-12-20" }, { entered: "2025-12-22" }] },
      workFrom: "2026-01-01",
      funnel: [{ stage: "call", rate: "50%", lag: { median: 20, p90: 40 } }],
    },
    "rates from samples": { goal, funnel: [{ stage: "call", rate: { won: 30, of: 300 } }] },
    "months that differ": { ...PLAN, spread: { month: "25%" } },
    "a period that differs": { ...PLAN, spread: "25%" },
    "values and losses by chance": { ...money, deal: { value: { mean: 1000, sd: 400 } } },
    "customers who leave again": {
      ...money,
      churn: { ...money.churn, newCustomers: "10%" },
    },
  };

  it.each(Object.entries(BEFORE))("is solve's before work begins: %s", (_, plan) => {
    const planned = solve(plan).targets?.chance;
    const ahead = forecast(plan, { asOf: "2025-12-31" }).chance;
    expect(ahead?.reason).toBeNull();
    expect(ahead?.atEnd?.chance).toBeCloseTo(planned?.reached ?? -1, 9);
  });

  it("is the product of the months left where no unit may be won in two of them", () => {
    // The plan asks for 100 calls a month. At the end of January 14 are won.
    const january = { asOf: "2026-01-31", won: wonOn("2026-01-20", 14), entered: { call: 140 } };
    const { chance } = forecast(PLAN, january);
    expect(chance?.atEnd?.chance).toBeCloseTo(atLeast(100, 10) ** 2, 12);
    expect(track(PLAN, january).chance?.asPlanned).toBeCloseTo(atLeast(100, 10) ** 2, 12);
    // 28 February is a Saturday: by 1 March nothing of March is won.
    expect(chance?.byWeek.find(({ on }) => on === "2026-03-01")?.chance).toBe(0);
    expect(chance?.byWeek.at(-1)?.chance).toBeCloseTo(atLeast(100, 10) ** 2, 12);
  });

  it("counts what the month under way has won, for it alone", () => {
    // 20 February working days have 5 calls each: from the 16th on 10 days are left.
    const answer = (won: number) =>
      forecast(PLAN, {
        asOf: "2026-02-13",
        won: [...wonOn("2026-01-20", 14), ...wonOn("2026-02-05", won)],
        entered: { call: 190 },
      }).chance?.atEnd?.chance;
    expect(answer(7)).toBeCloseTo(atLeast(50, 3) * atLeast(100, 10), 12);
    // Too much in February does nothing for March.
    expect(answer(25)).toBeCloseTo(atLeast(100, 10), 12);
  });

  it("is 0 once a month is over without its goal, whatever the sum is", () => {
    const missed = {
      asOf: "2026-02-28",
      won: [...wonOn("2026-01-20", 30), ...wonOn("2026-02-20", 9)],
      entered: { call: 390 },
    };
    expect(forecast(PLAN, missed).chance?.atEnd).toMatchObject({ chance: 0, error: 0 });
    expect(track(PLAN, missed)).toMatchObject({ status: "out of reach", chance: { asPlanned: 0 } });
  });

  it("is not told where wins without days may be of any month", () => {
    const { chance } = forecast(PLAN, { asOf: "2026-02-13", won: 14, entered: { call: 140 } });
    expect(chance).toMatchObject({ atEnd: null, byWeek: [], reason: { code: "months-undated" } });
    expect(chance?.reason?.text).toContain("write the day of each");
    // In January all of them are its own.
    const first = forecast(PLAN, { asOf: "2026-01-16", won: 14, entered: { call: 140 } });
    expect(first.chance?.atEnd?.chance).toBeCloseTo(atLeast(100, 10) ** 2, 12);
  });

  it("holds in simulated rests of a quarter with lags, and open work", { timeout: 60_000 }, () => {
    const plan = {
      goal: { ...goal, amount: 4 },
      funnel: [
        {
          stage: "call",
          rate: "20%",
          lag: [
            { days: 5, share: "30%" },
            { days: 20, share: "40%" },
            { days: 40, share: "30%" },
          ],
        },
      ],
    } as const;
    const entered = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"].flatMap((on) =>
      Array.from({ length: 5 }, () => ({ entered: on })),
    );
    const snapshot = {
      asOf: "2026-01-30",
      won: wonOn("2026-01-26", 4),
      pipeline: { call: entered },
      entered: { call: 24 },
    };
    const told = forecast(plan, snapshot, { pace: { perDay: { call: 1 } } }).chance;
    expect(told?.reason).toBeNull();
    // The rest, lived through: a call a working day from 2 February on, each won or not, on the day that its lag says.
    const day = (on: string) => Date.parse(on) / 86_400_000;
    const random = seededRandom(20_261_130);
    const lagOf = () => {
      const draw = random();
      return draw < 0.3 ? 5 : draw < 0.7 ? 20 : 40;
    };
    const runs = 40_000;
    let reached = 0;
    for (let run = 0; run < runs; run += 1) {
      const won = [0, 0, 0];
      const take = (on: number) => {
        const date = new Date(on * 86_400_000);
        if (on <= day("2026-03-31")) won[date.getUTCMonth()] = (won[date.getUTCMonth()] ?? 0) + 1;
      };
      for (const { entered: on } of entered) {
        // Still open on the 30th: what would have gone on before did not. Bayes by rejection.
        for (;;) {
          const isWon = random() < 0.2;
          const ends = day(on) + lagOf();
          if (isWon && ends <= day("2026-01-30")) continue;
          if (isWon) take(ends);
          break;
        }
      }
      for (const start of weekdaysFrom(day("2026-02-02"), day("2026-03-31")))
        if (random() < 0.2) take(start + lagOf());
      // A win on 31 January would count in January, whose 4 are there already.
      if ((won[1] ?? 0) >= 4 && (won[2] ?? 0) >= 4) reached += 1;
    }
    const share = reached / runs;
    expect(Math.abs((told?.atEnd?.chance ?? -1) - share)).toBeLessThan(
      4 * Math.sqrt((share * (1 - share)) / runs) + (told?.atEnd?.error ?? 1),
    );
  });
});

function weekdaysFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, later) => first + later).filter((each) => {
    const weekday = new Date(each * 86_400_000).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  });
}

describe("what is said of it", () => {
  const january = { asOf: "2026-01-31", won: wonOn("2026-01-20", 14), entered: { call: 140 } };

  it("names that it is of every month", () => {
    const text = toText(forecastReport(forecast(PLAN, january)), { width: 500 });
    expect(text).toContain("30% sure that every month reaches its own goal.");
    expect(track(PLAN, january).verdict.statements.find(({ code }) => code === "chance")?.text).toContain(
      "That every month reaches its own goal has a chance of 30% if the rest is done as planned",
    );
    expect(explain(forecast(PLAN, january), ["chance", "atEnd", "chance"]).text).toContain("30%");
  });

  it("does not make a plan that goes as planned one that is behind, or fail its check", () => {
    const year = { ...PLAN, goal: { ...goal, period: "2026" } } as const;
    const asPlanned = { asOf: "2026-01-30", won: wonOn("2026-01-20", 10), entered: { call: 100 } };
    const { status, chance } = track(year, asPlanned);
    expect(chance?.asPlanned).toBeLessThan(0.05);
    expect(status).toBe("on track");
    expect(check(year, { snapshot: asPlanned }).failures).toEqual([]);
  });
});
