import { describe, expect, it } from "vitest";

import { workingDaysIn } from "./calendar.js";
import { dateText, dayOf, monthsLater, readPeriod, weekdayOf } from "./dates.js";
import type { WrittenPeriod } from "./dates.js";
import { Rational, whole } from "./rational.js";
import { partCounts, spansOf, sumOfBases } from "./running-base.js";

// Expected dates are read off a wall calendar, expected sums are worked by hand.

const months = (start: string, end: string, per: "month" | "quarter" | "year") =>
  spansOf(per, { start: dayOf(start), end: dayOf(end) });

describe("dates", () => {
  it("know the days of the week", () => {
    expect(["2026-01-01", "2024-02-29", "1969-07-20"].map((date) => weekdayOf(dayOf(date)))).toEqual([
      "thu",
      "thu",
      "sun",
    ]);
  });

  it("keep a month's day where there is one, and take the last day where there is none", () => {
    const from = dayOf("2027-10-31");
    const later = [1, 2, 4, 5].map((count) => dateText(monthsLater(from, count)));
    expect(later).toEqual(["2027-11-30", "2027-12-31", "2028-02-29", "2028-03-31"]);
  });

  it.each([
    ["2026-02", "2026-02-01", "2026-02-28"],
    ["2026-Q4", "2026-10-01", "2026-12-31"],
    [2028, "2028-01-01", "2028-12-31"],
    ["2026", "2026-01-01", "2026-12-31"],
    ["2026-01-05/2026-02-01", "2026-01-05", "2026-02-01"],
    [{ start: "2026-01-05", end: "2026-01-05" }, "2026-01-05", "2026-01-05"],
    [{ start: "2026-01-05", weeks: 6 }, "2026-01-05", "2026-02-15"],
    [{ start: "2026-01-15", months: 3 }, "2026-01-15", "2026-04-14"],
    ["2026-H2", "2026-07-01", "2026-12-31"],
    ["2026-W01", "2025-12-29", "2026-01-04"],
    ["2027-W01", "2027-01-04", "2027-01-10"],
    ["2026-W53", "2026-12-28", "2027-01-03"],
  ] as const)("the period %j is %s to %s", (written: WrittenPeriod, start, end) => {
    expect(readPeriod(written)).toEqual({ start: dayOf(start), end: dayOf(end) });
  });

  it.each([
    ["FY2026", "feb", "end", "2025-02-01", "2026-01-31"],
    ["FY2026-Q1", "feb", "end", "2025-02-01", "2025-04-30"],
    ["FY2026-Q4", "feb", "start", "2026-11-01", "2027-01-31"],
    ["FY2026-H2", "jul", "end", "2026-01-01", "2026-06-30"],
    ["FY2026", "jan", "end", "2026-01-01", "2026-12-31"],
  ] as const)("%s of years from %s named by their %s is %s to %s", (written, month, by, start, end) => {
    expect(readPeriod(written, { fiscalYearStart: month, fiscalYearNamedBy: by })).toEqual({
      start: dayOf(start),
      end: dayOf(end),
    });
  });

  it("count 22 working days in January 2026, and 20 with two of them off", () => {
    const january = { start: dayOf("2026-01-01"), end: dayOf("2026-01-31") };
    expect(workingDaysIn({}, january)).toHaveLength(22);
    const holidays = ["2026-01-01", "2026-01-17/2026-01-19"];
    expect(workingDaysIn({ holidays }, january)).toHaveLength(20);
  });
});

describe("spans and the running base", () => {
  it("a calendar month is one span and nothing more", () => {
    expect(months("2026-02-01", "2026-02-28", "month")).toEqual({ whole: 1, part: whole(0) });
  });

  it("a quarter is three months and a year twelve; what is left of a month goes by its days", () => {
    expect(months("2026-01-15", "2026-02-28", "month")).toEqual({ whole: 1, part: new Rational(14n, 28n) });
    expect(months("2026-01-31", "2026-03-29", "month")).toEqual({ whole: 1, part: new Rational(30n, 31n) });
    expect(months("2026-01-01", "2026-01-31", "quarter")).toEqual({ whole: 0, part: new Rational(1n, 3n) });
    expect(months("2026-01-01", "2026-02-14", "year")).toEqual({ whole: 0, part: new Rational(1n, 8n) });
    expect(months("2028-01-01", "2028-12-31", "year")).toEqual({ whole: 1, part: whole(0) });
  });

  it("a base of 100 that loses 19% each span has been 100, and half a span of it takes a tenth", () => {
    // 0.81^(1/2) = 0.9: the half counts for 0.1 ÷ 0.19 of a span, of a base of 81.
    const spans = { whole: 1, part: new Rational(1n, 2n) };
    const bases = sumOfBases(whole(100), new Rational(-19n, 100n), spans);
    expect(String(bases.times(new Rational(19n, 100n)))).toBe("27.1");
  });

  it("a root that is no ratio has twelve digits (mpmath: 24% a year over a quarter)", () => {
    // (1 − 0.76^(1/4)) ÷ 0.24 = 0.2762854801782…
    expect(String(partCounts(new Rational(-6n, 25n), new Rational(1n, 4n)))).toBe("0.276285480178");
  });
});
