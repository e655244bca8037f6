import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countHistory } from "../../../src/history/counts/count-history.js";
import { learnCounts } from "../../../src/history/counts/learn-counts.js";
import type { Journey } from "../../../src/history/journeys/journey.js";
import type { FunnelStages } from "../../../src/history/journeys/paths.js";
import { learn } from "../../../src/history/learning/learn.js";
import { PlanError } from "../../../src/schema/plan-error.js";
import { simulateOneStage, LAST_DAY } from "../history-simulator.js";
import { formatDay } from "../../../src/calendar/day.js";
import { anyJourneys, AS_OF } from "./journeys.js";

const CHANNELS: FunnelStages = [
  {
    stage: "offer",
    rate: "20%",
    sources: [
      {
        channel: "ads",
        share: "40%",
        funnel: [
          { stage: "lead", rate: "10%" },
          { stage: "demo", rate: "30%" },
        ],
      },
      {
        channel: "fairs",
        rest: true,
        funnel: [
          { stage: "visit", rate: "10%" },
          { stage: "demo2", rate: "3%" },
        ],
      },
    ],
  },
  { stage: "talks", rate: "50%" },
];

const money = fc.constantFrom(
  {},
  { currency: "EUR", exchange: { USD: "0.9" } },
  { currency: "USD", exchange: { EUR: "200/181" } },
);
const asked = fc.record({
  asOf: fc.constant(AS_OF),
  observedFrom: fc.constantFrom(undefined, undefined, "2025-03-01", "2025-05-12", "2025-05-25"),
  by: fc.constantFrom([], ["owner"], ["month", "owner", "channel"]) as fc.Arbitrary<("owner" | "month")[]>,
  strength: fc.constantFrom(undefined, 0, 12.5),
  longestLag: fc.constantFrom(undefined, 60),
  leftOut: fc.constantFrom(0, 0, 7),
});

function agree(journeys: readonly Journey[], options: Parameters<typeof learn>[1]): void {
  const rows = countHistory(journeys, options);
  const { stages, strength, longestLag, currency, exchange, by } = options;
  const told = learnCounts(JSON.parse(JSON.stringify(rows)) as typeof rows, {
    ...{ stages, strength, longestLag, currency, exchange, by },
  });
  expect(JSON.stringify(told)).toBe(JSON.stringify(learn(journeys, options)));
}

describe("learning from counts", () => {
  it("says digit for digit what learning from the journeys says, whatever is known of them", () => {
    fc.assert(
      fc.property(anyJourneys(["A", "B", "C"], [null, "ads"]), asked, money, (journeys, options, rates) => {
        agree(journeys, { stages: ["new", "A", "B", "C"], ...options, ...rates });
      }),
      { numRuns: 60 },
    );
  });

  it("says so of a funnel with channels", () => {
    const journeys = anyJourneys(
      ["lead", "demo", "visit", "demo2", "offer", "talks"],
      [null, "ads", "fairs", "web"],
    );
    fc.assert(
      fc.property(journeys, asked, money, (history, options, rates) => {
        agree(history, { stages: CHANNELS, ...options, ...rates });
      }),
      { numRuns: 60 },
    );
  });

  it("says so of a long history whose months differ and whose rate moves", () => {
    for (const change of [1, 2]) {
      const history = { seed: 5, deals: 4000, days: 900, rate: 0.25, monthly: 0.3, change };
      agree(simulateOneStage(history), { stages: ["demo"], asOf: formatDay(LAST_DAY), by: ["month"] });
    }
  });

  it("does not depend on the order of journeys or of rows, and adds up rows that say the same", () => {
    fc.assert(
      fc.property(anyJourneys(["A", "B"], [null], 60), fc.integer(), (journeys, seed) => {
        const options = { stages: ["A", "B"], asOf: AS_OF, by: "owner" as const };
        const rows = countHistory(journeys, options);
        expect(countHistory([...journeys].reverse(), options)).toEqual(rows);
        const halves = rows.flatMap((row) =>
          row.count > 1
            ? [
                { ...row, count: 1 },
                { ...row, count: row.count - 1 },
              ]
            : [row],
        );
        const mixed = [...halves].sort((one, other) => hash(one, seed) - hash(other, seed));
        const { stages } = options;
        expect(learnCounts(mixed, { stages })).toEqual(learnCounts(rows, { stages }));
      }),
      { numRuns: 50 },
    );
  });

  it("takes numbers as an engine or a file writes them: text, bigint, true for 1", () => {
    const journeys = simulateOneStage({ seed: 1, deals: 50, days: 90, rate: 0.3, monthly: 0 });
    const options = { stages: ["demo"], asOf: formatDay(LAST_DAY) };
    const rows = countHistory(journeys, options);
    const written = rows.map((row) => ({
      ...row,
      count: BigInt(row.count),
      days: row.days === null ? "" : String(row.days),
      sure: row.sure === null ? null : row.sure === 1,
    }));
    expect(learnCounts(written, options)).toEqual(learn(journeys, options));
  });

  it("names each row that it cannot read, and what would do", () => {
    const rows = [
      { kind: "as of", value: "2026-02-30", count: 1 },
      { kind: "nmaed", stage: "demo", count: 1 },
      { kind: "left", stage: "demmo", ending: "gone", month: "2026-13", days: -1, count: "many" },
      { kind: "left", stage: "demo", ending: "lost", days: 3 },
      { kind: "worth", value: "-5", count: 1 },
    ];
    const issues = issuesOf(() => learnCounts(rows, { stages: ["demo"] }));
    expect(issues.map(({ path, code }) => [...path, code])).toEqual([
      [0, "value", "date.invalid"],
      [1, "kind", "value.choice"],
      [2, "stage", "stage.unknown"],
      [2, "ending", "value.choice"],
      [2, "month", "period.invalid"],
      [2, "days", "number.whole"],
      [2, "count", "number.whole"],
      [3, "month", "value.missing"],
      [3, "count", "value.missing"],
      [4, "value", "number.invalid"],
    ]);
    expect(issues[1]?.message).toContain('did you mean "named"');
  });

  it("refuses counts of two days, groups that were not counted, and far deals without ids", () => {
    const two = [
      { kind: "as of", value: "2026-01-01", count: 1 },
      { kind: "as of", value: "2026-01-02", count: 1 },
      { kind: "deals", count: 1 },
    ];
    expect(issuesOf(() => learnCounts(two, { stages: ["demo"] }))[0]?.message).toBe(
      'expected counts as of one day, but got "2026-01-01", "2026-01-02": hand in the rows of one result.',
    );
    const one = two.slice(1);
    expect(() => learnCounts(one, { stages: ["demo"], by: "owner" })).toThrow(
      'learnCounts requires counts by owner; got none: make the counts with by: ["owner"]',
    );
    const far = [...one, { kind: "worth", value: "10", count: 9 }, { kind: "worth", value: "99", count: 1 }];
    expect(() => learnCounts(far, { stages: ["demo"] })).toThrow(/1 of those worth 99 have none/);
  });
});

function hash(row: object, seed: number): number {
  let sum = seed;
  for (const letter of JSON.stringify(row)) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0;
  return sum;
}

function issuesOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof PlanError) return error.issues;
    throw error;
  }
  return [];
}
