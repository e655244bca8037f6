import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Journey } from "../../../src/history/journeys/journey.js";
import { logSnapshot } from "../../../src/history/journeys/log-snapshot.js";
import { countUnplaced, snapshot } from "../../../src/history/journeys/snapshot.js";
import { parsePlan } from "../../../src/plan/parse.js";
import { parseSnapshot } from "../../../src/plan/parse-snapshot.js";
import type { Closing, Entry } from "../../../src/plan/snapshot.js";
import { journeys } from "../../generators/journeys.js";

const plan = parsePlan({
  currency: "USD",
  goal: { metric: "new-mrr", amount: 10_000, period: "2026-Q1" },
  deal: { value: 900 },
  funnel: [
    { stage: "A", rate: "40%" },
    { stage: "B", rate: "50%" },
  ],
});

const deal = {
  owner: "Ana",
  channel: null,
  value: "900",
  currency: null,
  probability: null,
  expected: null,
} as const;
const won: Journey = {
  ...deal,
  id: "1",
  state: "won",
  closed: "2026-01-09",
  steps: [{ stage: "A", on: "2026-01-05" }],
};
const open: Journey = {
  ...deal,
  id: "2",
  owner: null,
  expected: "2026-03-01",
  state: "open",
  closed: null,
  steps: [{ stage: "B", on: "2025-12-20" }],
};

const total = (entries: unknown) =>
  ((entries ?? []) as readonly Entry[]).reduce((sum, { count }) => sum + Number(count), 0);
const length = (rows: unknown) => ((rows ?? []) as readonly Closing[]).length;

describe("snapshot", () => {
  it("lists entries, open work, wins and losses from the period on, and open work however old", () => {
    // Worked by hand: the open deal entered both stages before the period; the won one passed B when it was won.
    expect(snapshot([won, open], plan, { asOf: "2026-01-31" })).toEqual({
      asOf: "2026-01-31",
      entered: {
        A: [{ on: "2026-01-05", count: 1, by: "Ana" }],
        B: [{ on: "2026-01-09", count: 1, by: "Ana" }],
      },
      pipeline: { B: [{ entered: "2025-12-20", value: "900", expected: "2026-03-01" }] },
      won: [{ on: "2026-01-09", value: "900", by: "Ana" }],
      lost: [],
    });
  });

  it("does not know the day after: the same deal is open before it is won", () => {
    const before = snapshot([won], plan, { asOf: "2026-01-08" });
    expect(before.won).toEqual([]);
    expect(before.pipeline).toEqual({ A: [{ entered: "2026-01-05", value: "900" }] });
  });

  it("refuses two currencies without a rate, and adds them up exactly with one", () => {
    const euros: Journey = { ...won, id: "3", currency: "EUR" };
    expect(() => snapshot([won, euros], plan, { asOf: "2026-01-31" })).toThrow("what 1 EUR is worth in USD");
    const both = snapshot([euros], plan, { asOf: "2026-01-31", exchange: { EUR: "1.1" } });
    expect(both.won).toEqual([{ on: "2026-01-09", value: "990", by: "Ana" }]);
  });

  it("adds up to its journeys where every day was written down: entered = open + won + lost", () => {
    fc.assert(
      fc.property(journeys(["A", "B"]), (list) => {
        const whole = list.filter(
          ({ state, closed, steps }) =>
            steps.length > 0 && steps.every(({ on }) => on !== null) && (state === "open" || closed !== null),
        );
        const seen = snapshot(whole, plan, { asOf: "2026-12-31", from: "1900-01-01" });
        const openCount = Object.values(seen.pipeline ?? {}).reduce<number>(
          (sum, rows) => sum + length(rows),
          0,
        );
        expect(total(seen.entered?.["A"])).toBe(openCount + length(seen.won) + length(seen.lost));
        expect(total(seen.entered?.["B"])).toBeLessThanOrEqual(total(seen.entered?.["A"]));
      }),
    );
  });

  it("does not make up a day or a stage that nobody wrote down", () => {
    // A won deal that is only known to have been in B went there on the day of the win, after 0 days, and an open deal of which
    // only the beginning is known was in A, so the snapshot said.
    const undated: Journey = {
      ...won,
      recorded: "furthest",
      steps: [...won.steps, { stage: "B", on: null }],
    };
    const somewhere: Journey = {
      ...open,
      id: "4",
      recorded: "ends",
      steps: [{ stage: "A", on: "2026-01-02" }],
    };
    const seen = snapshot([undated, somewhere], plan, { asOf: "2026-01-31" });
    expect(seen.entered).toEqual({
      A: [
        { on: "2026-01-02", count: 1 },
        { on: "2026-01-05", count: 1, by: "Ana" },
      ],
    });
    expect(seen.pipeline).toEqual({});
    expect(countUnplaced([undated, somewhere], plan, "2026-01-31")).toBe(1);
  });

  it("is a snapshot that the plan's reader takes back unchanged, frozen, whatever the order of journeys", () => {
    fc.assert(
      fc.property(journeys(["A", "B"]), (list) => {
        const seen = snapshot(list, plan, { asOf: "2026-04-15" });
        expect(parseSnapshot(JSON.parse(JSON.stringify(seen)), plan)).toEqual(seen);
        expect(snapshot([...list].reverse(), plan, { asOf: "2026-04-15" })).toEqual(seen);
        expect(Object.isFrozen(seen) && Object.isFrozen(seen.won)).toBe(true);
      }),
    );
  });
});

describe("logSnapshot", () => {
  it("counts stages as entries, won and lost as those, and everything else as activities", () => {
    const log = [
      { on: "2026-01-05", activity: "A", count: 3, by: "Ana" },
      { on: "2026-01-05", activity: "A", count: 2, by: "Ana" },
      { on: "2026-01-06", activity: "call", count: 12, by: null },
      { on: "2026-01-07", activity: "won", count: 2, by: "Ben" },
      { on: "2026-01-12", activity: "A", count: 9, by: null },
    ];
    expect(logSnapshot(log, plan, { asOf: "2026-01-11" })).toEqual({
      asOf: "2026-01-11",
      entered: { A: [{ on: "2026-01-05", count: 5, by: "Ana" }] },
      activities: { call: [{ on: "2026-01-06", count: 12 }] },
      won: [
        { on: "2026-01-07", by: "Ben" },
        { on: "2026-01-07", by: "Ben" },
      ],
    });
  });
});

describe("deals and a log together", () => {
  const log = [
    { on: "2025-12-31", activity: "A", count: 50, by: "Ana" },
    { on: "2026-01-06", activity: "A", count: 5, by: "Ana" },
    { on: "2026-01-07", activity: "research", count: 2, by: null },
    { on: "2026-01-07", activity: "won", count: 1, by: "Ana" },
    { on: "2026-01-08", activity: "churned", count: 1, by: null },
    { on: "2026-02-01", activity: "A", count: 9, by: "Ana" },
  ];

  it("count a stage that the log names from the log, others and wins from the deals, and of the period only", () => {
    const all = snapshot([won, open], plan, { asOf: "2026-01-10", log });
    const deals = snapshot([won, open], plan, { asOf: "2026-01-10" });
    expect(all).toEqual({
      ...deals,
      entered: { ...deals.entered, A: [{ on: "2026-01-06", count: 5, by: "Ana" }] },
      activities: { research: [{ on: "2026-01-07", count: 2 }] },
      churned: [{ on: "2026-01-08" }],
    });
    expect(parseSnapshot(all, plan)).toEqual(all);
  });

  it("count from an earlier day where that is asked for", () => {
    const { entered } = snapshot([won], plan, { asOf: "2026-01-10", from: "2025-12-01", log });
    expect(entered?.["A"]).toEqual([
      { on: "2025-12-31", count: 50, by: "Ana" },
      { on: "2026-01-06", count: 5, by: "Ana" },
    ]);
  });
});

describe("units that come back", () => {
  const back = parsePlan({
    goal: { metric: "customers", amount: 10, period: "2026-Q1" },
    funnel: [
      { stage: "call", rate: "10%" },
      { stage: "booked", rate: "70%", returns: { to: "booked", rate: "50%" } },
      { stage: "held", rate: "20%" },
    ],
  });
  const steps = [
    { stage: "call", on: "2026-01-05" },
    { stage: "booked", on: "2026-01-06" },
    { stage: "booked", on: "2026-01-13" },
  ];

  // Worked by hand: one deal took two slots, and is in the second one.
  it("enter their stages each time, and are open where they were last", () => {
    const { entered, pipeline } = snapshot([{ ...open, steps }], back, { asOf: "2026-01-31" });
    expect(entered?.["booked"]).toEqual([
      { on: "2026-01-06", count: 1 },
      { on: "2026-01-13", count: 1 },
    ]);
    expect(pipeline).toEqual({
      booked: [{ entered: "2026-01-13", value: "900", expected: "2026-03-01" }],
    });
  });

  it("are past the loop once they have gone on from it", () => {
    const on = { stage: "held", on: "2026-01-20" };
    const { entered, pipeline } = snapshot([{ ...open, steps: [...steps, on] }], back, {
      asOf: "2026-01-31",
    });
    expect(total(entered?.["booked"])).toBe(2);
    expect(pipeline?.["held"]).toEqual([{ entered: "2026-01-20", value: "900", expected: "2026-03-01" }]);
  });

  it("are as of the day: what comes later has not happened", () => {
    const { entered } = snapshot([{ ...open, steps }], back, { asOf: "2026-01-10" });
    expect(total(entered?.["booked"])).toBe(1);
  });
});
