import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecast } from "../../src/forecast/forecast.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { solve } from "../../src/solve/solve.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { solveOrThrow } from "../../src/solve/solve-or-throw.js";

const WEEK = ["mon", "tue", "wed", "thu", "fri"] as const;

/** Ten days from Monday 5 January 2026, with a team that has limits. */
function planOf(person: object, calendar?: PlanInput["calendar"]): PlanInput {
  return {
    goal: { metric: "customers", amount: 20, period: "2026-01-05/2026-01-16" },
    funnel: [{ stage: "call", rate: "50%", owner: "sales", minutes: 30 }],
    teams: { sales: { minutesPerDay: 240, people: [{ name: "Ana", ...person }, { name: "Ben" }] } },
    ...(calendar !== undefined && { calendar }),
  };
}

const answerOf = (plan: PlanInput) => {
  const { activities, utilisation, path } = solveOrThrow(plan);
  return { activities, utilisation, path };
};

describe("a half day counts half in every sum", () => {
  it("of capacity: half of each day is half a person, whatever the share", () => {
    const property = fc.property(fc.integer({ min: 1, max: 100 }), (percent) => {
      const share = `${percent}%` as const;
      const own = Object.fromEntries(WEEK.map((day) => [day, share]));
      expect(answerOf(planOf({ workdays: own }))).toEqual(answerOf(planOf({ fte: share })));
    });
    fc.assert(property, { numRuns: 25 });
  });

  it("of capacity: own weekdays are absences on all others", () => {
    const workdays = ["mon", "tue", "wed", "thu"];
    const absences = ["2026-01-09", "2026-01-16"];
    expect(answerOf(planOf({ workdays }))).toEqual(answerOf(planOf({ absences })));
  });

  it("of a team's minutes: a week of four days and a half has nine tenths of them", () => {
    // By hand: two people × 240 minutes × 4.5 days.
    const calendar = { workdays: ["mon", "tue", "wed", "thu", { fri: "50%" }] } as const;
    const { utilisation } = solveOrThrow(planOf({}, calendar));
    expect(utilisation.map(({ week, capacity }) => [week, capacity])).toEqual([
      ["2026-01-05", "2160"],
      ["2026-01-12", "2160"],
    ]);
  });

  it("of work: days in all that are half take twice as much a day each", () => {
    const goal = { metric: "customers", amount: 20, period: "2026-01-05/2026-01-16" } as const;
    const funnel = [{ stage: "call", rate: "50%" }] as const;
    const half = Object.fromEntries(WEEK.map((day) => [day, "50%"]));
    const [plain, halved] = [undefined, { workdays: half }].map((calendar) =>
      solveOrThrow({ goal, funnel, ...(calendar && { calendar }) }),
    );
    // 40 calls in 10 days are 4 a day and 20 a week; in 5 full days 8 a day, and 2.5 of them a week are 20 again.
    expect([plain?.path[0]?.perDay, plain?.path[0]?.perWeek]).toEqual([4, 20]);
    expect([halved?.path[0]?.perDay, halved?.path[0]?.perWeek]).toEqual([8, 20]);
    expect(halved?.path[0]?.days).toEqual(plain?.path[0]?.days);
    expect(halved?.period.workingDays).toBe(5);
  });

  it("of overlapping holidays: the shortest day holds", () => {
    const holidays = [
      { on: "2026-01-05/2026-01-07", work: "50%" },
      { on: "2026-01-07", work: "25%" },
      "2026-01-08",
    ] as const;
    // By hand: ½ + ½ + ¼ + 0 + 1 in the first week, 5 in the second.
    expect(solveOrThrow(planOf({}, { holidays })).period.workingDays).toBe(7.25);
  });

  it("of a pace: four a full day go on as two a half day", () => {
    const plan: PlanInput = {
      goal: { metric: "customers", amount: 20, period: "2026-01-05/2026-01-16" },
      funnel: [{ stage: "call", rate: "50%" }],
      calendar: { workdays: [...WEEK.slice(0, 4), { fri: "50%" }] },
    };
    const entered = { call: [{ on: "2026-01-05", count: 18 }] };
    const { atEnd } = forecast(
      plan,
      { asOf: "2026-01-09", entered, won: 9 },
      { pace: { recent: 5 }, chance: false },
    );
    // 18 calls in 4.5 days are 4 a full day: 18 more in the 4.5 days ahead bring 9 to the 9 won.
    expect(atEnd.wins).toBe("18");
  });

  it("of a habit: ten a day are 45 in a week of four days and a half", () => {
    const plan: PlanInput = {
      goal: { metric: "customers", amount: 20, period: "2026-01-05/2026-01-16" },
      funnel: [{ stage: "call", rate: "50%" }],
      calendar: { workdays: [...WEEK.slice(0, 4), { fri: "50%" }] },
      habits: [{ name: "gauges", atLeast: 10, per: "day" }],
    };
    const { rows } = scorecard(
      plan,
      { asOf: "2026-01-09", activities: { gauges: [{ on: "2026-01-09", count: 44 }] } },
      { chance: false },
    );
    const row = rows.find(({ name }) => name === "gauges");
    expect([row?.checkIns[0]?.target, row?.checkIns[0]?.actual, row?.checkIns[0]?.hit]).toEqual([
      "45",
      "44",
      false,
    ]);
  });
});

describe("weeks", () => {
  const sunday = (calendar: PlanInput["calendar"]) => {
    const { utilisation } = solveOrThrow(planOf({}, calendar));
    return utilisation.map(({ week }) => week);
  };

  it("begin on Monday, on the first workday of the run that Monday is one of, or where the plan says", () => {
    // Monday 5 to Friday 16 January 2026.
    expect(sunday(undefined)).toEqual(["2026-01-05", "2026-01-12"]);
    expect(sunday({ workdays: ["sun", "mon", "tue", "wed", "thu"] })).toEqual(["2026-01-04", "2026-01-11"]);
    expect(sunday({ workdays: ["sat", "sun", "mon", "tue"] })).toEqual(["2026-01-03", "2026-01-10"]);
    expect(sunday({ weekStartsOn: "wed" })).toEqual(["2025-12-31", "2026-01-07", "2026-01-14"]);
    expect(sunday({ workdays: [...WEEK, "sat", "sun"] })).toEqual(["2026-01-05", "2026-01-12"]);
  });
});

describe("a period in other words", () => {
  it.each([
    ["2026-W02", "2026-01-05/2026-01-11"],
    ["2026-H1", "2026-01-01/2026-06-30"],
    [{ start: "2026-01-15", months: 3 }, "2026-01-15/2026-04-14"],
  ] as const)("%j has the answer of its days", (period, range) => {
    const [named, ranged] = [period, range].map((written) =>
      solve({
        goal: { metric: "customers", amount: 20, period: written },
        funnel: [{ stage: "call", rate: "50%" }],
      }),
    );
    expect(named?.targets).toEqual(ranged?.targets);
  });
});

it("a holiday on which half of the work is done is one that the plan gives", () => {
  // It used to say "No day is a holiday, because calendar.holidays is not given".
  const plan: PlanInput = {
    goal: { metric: "customers", amount: 20, period: "2025-12" },
    funnel: [{ stage: "call", rate: "50%" }],
    calendar: { holidays: [{ on: "2025-12-24", work: "50%" }] },
  };
  const said = (each: PlanInput) => solve(each).assumptions.map(({ code }) => code);
  expect(said(plan)).not.toContain("no-holidays");
  expect(said({ ...plan, calendar: { holidays: [] } })).toContain("no-holidays");
});
