import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ratio } from "../../src/number/ratio.js";
import { parseLagText, LONGEST_LAG, NO_LAG } from "../../src/lag/read-lag.js";
import type { CalendarLag } from "../../src/lag/lag-table.js";

function calendarLag(written: unknown): CalendarLag {
  const table = parseLagText(written);
  if (table?.kind !== "calendar") throw new Error(`${JSON.stringify(written)} is no calendar lag`);
  return table;
}

/** Weights by day up to and including that day. */
function goneBy({ first, weights }: CalendarLag, day: number): number {
  return weights
    .slice(0, Math.max(0, day - first + 1))
    .reduce<number>((total, weight) => total + Number(weight), 0);
}

describe("every lag table", () => {
  const days = fc.integer({ min: 0, max: LONGEST_LAG });
  const quantiles = fc
    .tuple(fc.integer({ min: 0, max: 36_600 }), fc.integer({ min: 0, max: 36_600 }))
    .map(([one, other]) => ({ median: Math.min(one, other) / 10, p90: Math.max(one, other) / 10 }));
  const shares = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 8, maxLength: 8 }),
    )
    .map(([rows, parts]) => {
      const used = rows
        .sort((a, b) => a - b)
        .map((day, index) => ({ day, part: (parts[index] ?? 0) + (index === 0 ? 1 : 0) }));
      const total = used.reduce((sum, { part }) => sum + part, 0);
      return used.map(({ day, part }) => ({ days: day, share: `${part}/${total}` }));
    });

  it("adds up to its scale exactly, in whole weights, the first and the last above 0", () => {
    fc.assert(
      fc.property(fc.oneof(days, quantiles, shares), (written) => {
        const table = calendarLag(written);
        expect(table.weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)).toBe(true);
        expect(table.weights.reduce<bigint>((total, weight) => total + BigInt(weight), 0n)).toBe(
          BigInt(table.scale),
        );
        expect(table.weights[0]).toBeGreaterThan(0);
        expect(table.weights.at(-1)).toBeGreaterThan(0);
        expect(table.first).toBeGreaterThanOrEqual(0);
        expect(table.first + table.weights.length - 1).toBeLessThanOrEqual(LONGEST_LAG);
      }),
    );
  });
});

describe("fixed lags", () => {
  it.each([7, "7", "7.0", "7 days", "1 week", "1 weeks"])("reads %j as seven days", (written) => {
    expect(parseLagText(written)).toEqual({
      kind: "calendar",
      first: 7,
      weights: [1],
      scale: 1,
      cut: ratio(0),
    });
  });

  it("reads 0 as no lag", () => {
    expect(parseLagText(0)).toEqual(NO_LAG);
    expect(parseLagText("0 days")).toEqual(NO_LAG);
  });

  it("keeps working days apart from days of the calendar", () => {
    expect(parseLagText("5 working days")).toEqual({ kind: "workingDays", days: 5 });
    expect(parseLagText("1 working day")).toEqual({ kind: "workingDays", days: 1 });
  });

  it.each([
    -1,
    7.5,
    LONGEST_LAG + 1,
    1e300,
    Number.NaN,
    Infinity,
    "",
    "soon",
    "1 month",
    "2 weeks ago",
    "-3 days",
    "1.5 weeks",
    "0.5 working days",
    "3  days",
    "3days",
    "1,5 days",
    true,
    null,
    undefined,
    {},
    { median: 14 },
    { p90: 40 },
    { median: 14, p90: 40, mean: 20 },
    { median: "5 working days", p90: 40 },
    { median: 40, p90: 14 },
    { median: -1, p90: 4 },
    { median: 1, p90: LONGEST_LAG + 1 },
    { median: [14], p90: 40 },
    [],
    [7],
    [null],
    [{ days: 0 }],
    [{ days: 0, share: "100%", count: 3 }],
    [{ days: 0, share: 0.9 }],
    [
      { days: 0, share: 0.6 },
      { days: 1, share: 0.6 },
    ],
    [
      { days: 1, share: 0.5 },
      { days: 1, share: 0.5 },
    ],
    [
      { days: 2, share: 0.5 },
      { days: 1, share: 0.5 },
    ],
    [{ days: 0.5, share: 1 }],
    [
      { days: 0, share: 1.5 },
      { days: 1, share: -0.5 },
    ],
    [{ days: "1 working day", share: 1 }],
    [
      { days: 0, share: "1e-300" },
      { days: 1, share: "1" },
    ],
  ])("reads no lag in %j", (written) => {
    expect(parseLagText(written)).toBeUndefined();
  });
});

describe("lags as shares by day", () => {
  it("keeps shares exact: thirds stay thirds", () => {
    const rows = [
      { days: 1, share: "1/3" },
      { days: 3, share: "2/3" },
    ];
    expect(parseLagText(rows)).toEqual({
      kind: "calendar",
      first: 1,
      weights: [1, 0, 2],
      scale: 3,
      cut: ratio(0),
    });
  });

  it("takes the least common denominator, and leaves out days on which nothing goes on at the ends", () => {
    const rows = [
      { days: 0, share: 0 },
      { days: 2, share: "25%" },
      { days: "1 week", share: 0.75 },
      { days: 30, share: 0 },
    ];
    expect(parseLagText(rows)).toMatchObject({ first: 2, weights: [1, 0, 0, 0, 0, 3], scale: 4 });
  });

  // Such a table was refused, though its shares add up: the denominator had to fit a double.
  it("takes a common denominator beyond 2^53 − 1", () => {
    const [p, q] = [94_906_249, 94_906_297].map(BigInt) as [bigint, bigint];
    const rest = `${p * q - p - q}/${p * q}`;
    expect(
      parseLagText([
        { days: 0, share: `1/${p}` },
        { days: 1, share: `1/${q}` },
        { days: 2, share: rest },
      ]),
    ).toMatchObject({ weights: [94_906_297, 94_906_249, p * q - p - q], scale: p * q });
  });
});

describe("lags from a median and a p90", () => {
  it("agree with mpmath in every billionth (test/time/fixtures/lognormal-shares.py)", () => {
    const lines = readFileSync(new URL("fixtures/lognormal-shares.csv", import.meta.url), "utf8")
      .trim()
      .split("\n")
      .slice(1);
    const tables = new Map<string, CalendarLag>();
    for (const line of lines) {
      const [median = "", p90 = "", day = "", billionths = ""] = line.split(",");
      const table = tables.get(median) ?? calendarLag({ median, p90 });
      tables.set(median, table);
      const end = table.first + table.weights.length - 1;
      const expected = Number(day) >= end ? 1_000_000_000 : Number(billionths);
      expect([line, goneBy(table, Number(day))]).toEqual([line, expected]);
    }
    expect(tables.size).toBe(7);
  });

  it("agree with Python's statistics.NormalDist within a billionth", () => {
    // from statistics import NormalDist as N; from math import log; s = log(40 / 14) / N().inv_cdf(.9)
    // [N().cdf(log(t / 14) / s) for t in (1, 14, 40, 100)]
    const expected = [0.0006374248960810958, 0.5, 0.9, 0.9918046377465175];
    const table = calendarLag({ median: 14, p90: 40 });
    [1, 14, 40, 100].forEach((day, index) => {
      expect(Math.abs(goneBy(table, day) / 1e9 - (expected[index] ?? 0))).toBeLessThan(1e-9);
    });
  });

  it("have half gone by a whole median and nine tenths by a whole p90", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (median, more) => {
        const table = calendarLag({ median, p90: median + more });
        expect(goneBy(table, median)).toBe(500_000_000);
        expect(goneBy(table, median + more)).toBe(900_000_000);
      }),
      { numRuns: 40 },
    );
  });

  it("end when at most a millionth is left, which the last day takes and `cut` reports", () => {
    const table = calendarLag({ median: 14, p90: 40 });
    const end = table.first + table.weights.length - 1;
    // mpmath: 1 − Φ falls to a millionth between days 687 and 688, and 995 billionths are left after day 688.
    expect([end, table.cut]).toEqual([688, ratio(995, 1_000_000_000)]);
    expect(
      calendarLag({ median: 1, p90: 3600 }).first + calendarLag({ median: 1, p90: 3600 }).weights.length - 1,
    ).toBe(LONGEST_LAG);
  });

  it("know weeks", () => {
    expect(parseLagText({ median: "2 weeks", p90: "6 weeks" })).toEqual(
      parseLagText({ median: 14, p90: 42 }),
    );
  });

  it("are one day where both quantiles are one", () => {
    expect(parseLagText({ median: 14, p90: 14 })).toEqual(parseLagText(14));
    expect(parseLagText({ median: 13.5, p90: "27/2" })).toEqual(parseLagText(14));
    expect(parseLagText({ median: 0, p90: 0 })).toEqual(NO_LAG);
  });

  it("with a median of 0 send half on at once and fade to a tenth by the p90", () => {
    const table = calendarLag({ median: 0, p90: 10 });
    expect([goneBy(table, 0), goneBy(table, 10)]).toEqual([500_000_000, 900_000_000]);
    // Worked by hand: half of a fifth to the power of two is 2% left after twice the p90.
    expect(goneBy(table, 20)).toBe(980_000_000);
  });

  it("do not depend on what anyone sets on decimal.js", async () => {
    const before = parseLagText({ median: 9, p90: 20 });
    const { Decimal } = await import("decimal.js");
    Decimal.set({ precision: 2, rounding: 0 });
    expect(parseLagText({ median: 9, p90: 20 })).toEqual(before);
    Decimal.set({ defaults: true });
  });
});
