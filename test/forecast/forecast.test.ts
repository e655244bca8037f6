import { describe, expect, test } from "vitest";

import { forecast } from "../../src/forecast/forecast.js";
import { toNumber } from "../../src/number/exact-string.js";
import { toDecimal } from "../../src/number/to-decimal.js";
import { forecastReport } from "../../src/report/forecast/forecast-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { PlanError } from "../../src/schema/plan-error.js";
import { solveOrThrow } from "../../src/solve/solve-or-throw.js";

// Expected numbers are worked by hand; 2026-01-05 is a Monday, February 2026 has 20 working days.

const plan = {
  goal: { metric: "customers", amount: 10, period: "2026-Q1" },
  funnel: [
    { stage: "call", rate: "10%", lag: 7 },
    { stage: "meeting", rate: "50%", lag: 14 },
  ],
} as const;

describe("a pace", () => {
  const snapshot = {
    asOf: "2026-01-30",
    pipeline: {},
    entered: {
      call: [
        { on: "2026-01-06", count: 40 },
        { on: "2026-01-20", count: 30 },
        { on: "2026-01-30", count: 20 },
      ],
    },
  } as const;
  const callsInFebruary = (pace: Parameters<typeof forecast>[2]) => {
    const { stages } = forecast(plan, snapshot, { horizon: "2026-02-28", ...pace });
    return toNumber(stages.call.byDate.at(-1)?.entries ?? "0") - toNumber(stages.call.soFar);
  };

  test("given: so many units on each of the 20 working days", () => {
    expect(callsInFebruary({ pace: { perDay: { call: 3 } } })).toBe(60);
    expect(callsInFebruary({ pace: { perDay: { call: "1/2" } } })).toBe(10);
    expect(callsInFebruary({ pace: { perDay: {} } })).toBe(0);
  });

  test("recent: 50 calls in the last 10 working days are 5 a day", () => {
    expect(callsInFebruary({ pace: { recent: 10 } })).toBe(100);
  });

  test("recent: with fewer working days behind than asked for, over those there are (22 from New Year on)", () => {
    expect(callsInFebruary({ pace: { recent: 200 } })).toBeCloseTo((90 / 22) * 20, 9);
  });

  test("recent: a plain number is spread over the working days from workFrom on", () => {
    const { stages } = forecast(
      { ...plan, workFrom: "2026-01-19" },
      { asOf: "2026-01-30", pipeline: {}, entered: { call: 50 } },
      { pace: { recent: 3 }, horizon: "2026-02-02" },
    );
    expect(stages.call.byDate.at(-1)?.entries).toBe("55");
  });

  test("recent: says so where a source has no entries", () => {
    const { assumptions } = forecast(plan, { asOf: "2026-01-30", pipeline: {} }, { pace: { recent: 5 } });
    expect(assumptions.map(({ text }) => text)).toContain(
      'No work goes on at "call", because the snapshot gives no entries to take a recent pace from.',
    );
  });

  test("targets: the plan's own level work on the days that are left", () => {
    const { path } = solveOrThrow(plan);
    // The last day from which 7 + 14 days lead into the period is 10 March: 22 + 20 + 7 working days.
    expect(path[0]?.window).toMatchObject({ from: "2026-01-01", startBy: "2026-03-10", workingDays: 49 });
    const { stages } = forecast(plan, { asOf: "2026-01-30", pipeline: {} });
    // 200 calls over 49 days; 27 of them lie after 30 January.
    expect(stages.call.atEnd).toBe("5400/49");
  });
});

describe("where it stands", () => {
  test("before the plan's start nothing is behind it, and what is won before the period is not the goal's", () => {
    const early = forecast(
      { ...plan, workFrom: "2025-12-01" },
      { asOf: "2025-11-20", pipeline: { meeting: 8 } },
      { pace: { perDay: {} } },
    );
    // Eight meetings of 21 November are won on 5 December, before the period.
    expect(early.atEnd).toMatchObject({ wins: "0", from: { won: "0", pipeline: "0", pace: "0" } });
    expect(early.stages.call.soFar).toBe("0");
    expect(early.pipelineHealth.neededCoverage).toBeNull();
  });

  test("after the end it counts what was won in time, and shows what still comes", () => {
    const late = forecast(plan, {
      asOf: "2026-04-10",
      won: [{ on: "2025-12-30" }, { on: "2026-02-10" }, { on: "2026-03-31" }, { on: "2026-04-02" }],
      pipeline: { meeting: [{ entered: "2026-04-01" }] },
    });
    expect(late.atEnd.wins).toBe("2");
    expect(late.afterEnd.wins).toBe("0.5");
    expect(late.horizon).toBe("2026-04-11");
    expect(late.byDate.map(({ wins }) => wins)).toEqual(["3"]);
  });

  test("the horizon may lie past the end or before it; the end is told all the same", () => {
    const snapshot = { asOf: "2026-03-20", pipeline: { meeting: 4 }, won: 1 } as const;
    const far = forecast(plan, snapshot, { pace: { perDay: {} }, horizon: "2026-04-10" });
    expect(far.byDate.at(-1)).toEqual({ on: "2026-04-10", wins: "3", amount: "3" });
    const near = forecast(plan, snapshot, { pace: { perDay: {} }, horizon: "2026-03-25" });
    expect(near.byDate).toHaveLength(5);
    for (const { atEnd, afterEnd } of [far, near]) expect([atEnd.wins, afterEnd.wins]).toEqual(["1", "2"]);
  });

  test("without open work in the snapshot, the plan's goes on from workFrom", () => {
    const planned = { ...plan, pipeline: { meeting: 4 } };
    // Open on the morning of 1 January, won on the 15th.
    const before = forecast(planned, { asOf: "2026-01-14" }, { pace: { perDay: {} } });
    expect(before.atEnd.from.pipeline).toBe("2");
    const after = forecast(planned, { asOf: "2026-01-15", won: 2 }, { pace: { perDay: {} } });
    expect(after.atEnd.from).toEqual({ won: "2", pipeline: "0", pace: "0" });
    expect(after.assumptions.map(({ path }) => path)).toContainEqual(["pipeline"]);
  });

  test("entries without dates are said to bring nothing", () => {
    const { atEnd, assumptions } = forecast(
      plan,
      { asOf: "2026-01-30", entered: { meeting: 9 } },
      { pace: { perDay: {} } },
    );
    expect(atEnd.wins).toBe("0");
    expect(assumptions.map(({ path }) => path)).toContainEqual(["entered", "meeting"]);
  });

  test("a goal that is reached goes on being counted; a goal of 0 has no attainment", () => {
    const reached = forecast(plan, { asOf: "2026-01-30", pipeline: {}, won: 12 }, { pace: { perDay: {} } });
    expect(reached.atEnd).toMatchObject({ wins: "12", attainment: "1.2" });
    expect(reached.pipelineHealth.coverage).toBeNull();
    const none = { ...plan, goal: { ...plan.goal, amount: 0 } };
    expect(forecast(none, { asOf: "2026-01-30", won: 1 }).atEnd.attainment).toBeNull();
  });

  test("a channel with fixed units brings them at the plan's pace, whatever was needed", () => {
    const channels = {
      goal: { metric: "customers", amount: 4, period: "2026-Q1" },
      funnel: [
        {
          stage: "demo",
          rate: "50%",
          sources: [
            { channel: "fairs", units: 10, funnel: [{ stage: "badge", rate: "20%" }] },
            { channel: "calls", rest: true, funnel: [{ stage: "call", rate: "10%" }] },
          ],
        },
      ],
    } as const;
    const { atEnd } = forecast(channels, { asOf: "2025-12-31" });
    // 10 demos of the fairs are 5 wins, one more than the goal; nothing is asked of the calls.
    expect(atEnd.wins).toBe("5");
  });
});

describe("the metric by date", () => {
  const recurring = {
    goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01-01/2026-01-10" },
    deal: { value: 1000 },
    churn: { customers: 5 },
    funnel: [{ stage: "demo", rate: "50%" }],
  } as const;
  const amounts = (churned: number | undefined) =>
    forecast(
      recurring,
      { asOf: "2026-01-05", pipeline: {}, won: 8, churned },
      { pace: { perDay: {} } },
    ).byDate.map(({ amount }) => amount);

  test("takes the plan's churn off evenly", () => {
    expect(amounts(undefined)).toEqual(["5000", "4500", "4000", "3500", "3000"]);
    expect(amounts(2)).toEqual(["5000", "4500", "4000", "3500", "3000"]);
  });

  test("takes more off where more have left already", () => {
    expect(amounts(4)).toEqual(["4000", "4000", "4000", "3500", "3000"]);
    expect(amounts(7)).toEqual(["1000", "1000", "1000", "1000", "1000"]);
  });
});

describe("what cannot be looked at is refused with what to write", () => {
  const issuesOf = (work: () => unknown): readonly string[] => {
    try {
      work();
    } catch (error) {
      if (error instanceof PlanError)
        return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
      throw error;
    }
    return [];
  };
  const asOf = { asOf: "2026-01-30" };

  test.each([
    [
      "an undated period",
      {
        ...plan,
        goal: { ...plan.goal, period: { workingDays: 20 } },
        funnel: [{ stage: "call", rate: "10%" }],
      },
      asOf,
      {},
      ["period.undated goal.period"],
    ],
    [
      "entries after the day",
      plan,
      { ...asOf, entered: { call: [{ on: "2026-01-31", count: 1 }] } },
      {},
      ["snapshot.late entered.call.0.on"],
    ],
    ["a stage that is none", plan, { ...asOf, pipeline: { calls: 3 } }, {}, ["stage.unknown pipeline.calls"]],
    ["a horizon in the past", plan, asOf, { horizon: "2026-01-30" }, ["horizon.invalid horizon"]],
    ["a horizon that is no day", plan, asOf, { horizon: "March" }, ["horizon.invalid horizon"]],
    ["a horizon in another century", plan, asOf, { horizon: "2126-01-30" }, ["horizon.invalid horizon"]],
    [
      "a pace of a later stage",
      plan,
      asOf,
      { pace: { perDay: { meeting: 1 } } },
      ["pace.milestone pace.perDay.meeting"],
    ],
    ["a pace of no stage", plan, asOf, { pace: { perDay: { cal: 1 } } }, ["stage.unknown pace.perDay.cal"]],
    ["a negative pace", plan, asOf, { pace: { perDay: { call: -1 } } }, ["number.invalid pace.perDay.call"]],
    ["no working day", plan, asOf, { pace: { recent: 0 } }, ["pace.recent pace.recent"]],
    ["two paces", plan, asOf, { pace: { recent: 5, perDay: {} } }, ["pace.invalid pace"]],
    ["another pace", plan, asOf, { pace: "fast" }, ["pace.invalid pace"]],
  ])("%s", (_, of, snapshot, options, expected) => {
    expect(issuesOf(() => forecast(of as never, snapshot as never, options as never))).toEqual(expected);
  });
});

test("is the same in every time zone", () => {
  const before = process.env["TZ"];
  const answers = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"].map((zone) => {
    process.env["TZ"] = zone;
    return JSON.stringify(
      forecast(plan, { asOf: "2026-03-07", pipeline: { meeting: [{ entered: "2026-03-01" }] } }),
    );
  });
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
  expect(new Set(answers).size).toBe(1);
});

describe("a pace says what it is made of", () => {
  const plan = {
    goal: { metric: "customers", amount: 40, period: "2026-09" },
    funnel: [{ stage: "call", rate: "10%" }],
    calendar: { holidays: ["2026-09-07"] },
  } as const;
  const now = {
    asOf: "2026-09-13",
    entered: {
      call: [
        { on: "2026-09-01", count: 30 },
        { on: "2026-09-04", count: 20 },
        { on: "2026-09-09", count: 25 },
      ],
    },
    won: 7,
    pipeline: {},
  } as const;

  // It said "as in the last 20 working days" of a month with eight behind it: 1 to 4 and 8 to 11 September.
  test("the last 20 working days are eight where there were no more", () => {
    const answer = forecast(plan, now, { pace: { recent: 20 } });
    expect(answer.paceDays).toBe(8);
    expect(toText(forecastReport(answer)).replace(/\s+/g, " ")).toContain(
      "work goes on as in the last 8 working days.",
    );
    expect(forecast(plan, now, { pace: { recent: 5 } }).paceDays).toBe(5);
    expect(forecast(plan, now).paceDays).toBeNull();
  });

  test("half of what the plan asks is half of its work, on its own days", () => {
    const all = forecast(plan, now).atEnd.from.pace;
    const half = forecast(plan, now, { pace: { ofPlan: { call: "50%" } } });
    expect(toDecimal(half.atEnd.from.pace).times(2).eq(toDecimal(all))).toBe(true);
    expect(toText(forecastReport(half)).replace(/\s+/g, " ")).toContain(
      'work goes on as the plan asks, at 50% of "call"',
    );
    expect(() => forecast(plan, now, { pace: { ofPlan: { call: "half" } } })).toThrow(/share from 0/);
  });

  test("channels with fixed units bring the part that their own source does", () => {
    const fed = {
      goal: { metric: "customers", amount: 10, period: "2026-09" },
      funnel: [
        {
          stage: "meeting",
          rate: "10%",
          sources: [
            { channel: "inbound", units: 40, funnel: [{ stage: "visit", rate: "10%" }] },
            { channel: "outbound", rest: true, funnel: [{ stage: "call", rate: "20%" }] },
          ],
        },
      ],
    } as const;
    const start = { asOf: "2026-08-31" };
    const wins = (part: string, stage: "visit" | "call") =>
      toDecimal(forecast(fed, start, { pace: { ofPlan: { [stage]: part } } }).atEnd.wins).toNumber();
    // 100 meetings: 40 of inbound, 60 of outbound; half of either leaves 80 and 70, a tenth of which are won.
    expect(wins("50%", "visit")).toBeCloseTo(8, 9);
    expect(wins("50%", "call")).toBeCloseTo(7, 9);
  });
});
