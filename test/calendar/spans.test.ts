import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseDay } from "../../src/calendar/day.js";
import { parseDateRange } from "../../src/calendar/date-range.js";
import { wholeSpans, type Span } from "../../src/calendar/spans.js";
import { monthsLater } from "../oracle/dates.js";

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const spans = fc.constantFrom<Span>("month", "quarter", "year");

function between(first: string, last: string, per: Span) {
  return wholeSpans(parseDay(first) ?? 0, parseDay(last) ?? 0, per);
}

describe("wholeSpans", () => {
  it("finds as many months as begin in turn before the last day is over, and the rest in days of the next one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: -1, max: 8000 }),
        spans,
        (first, length, per) => {
          const end = first + length + 1;
          let months = 0;
          while (monthsLater(first, months + 1) <= end) months += 1;
          const began = monthsLater(first, months);
          const daysOfMonth = monthsLater(first, months + 1) - began;
          const found = wholeSpans(first, first + length, per);
          expect(found.whole).toBe(Math.floor(months / MONTHS[per]));
          // Spans × months in a span × days of the last month are whole months in these days, and the days left.
          const rest = (months - found.whole * MONTHS[per]) * daysOfMonth + end - began;
          expect(Number(found.rest.num) * daysOfMonth * MONTHS[per]).toBe(Number(found.rest.den) * rest);
          expect(found.rest.num).toBeLessThan(Number(found.rest.den));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is whole for calendar months, quarters and years", () => {
    const cases = [
      ["2024-02", "month", 1],
      ["2026-Q4", "month", 3],
      ["2026-Q1", "quarter", 1],
      ["2026", "quarter", 4],
      ["2024", "year", 1],
    ] as const;
    for (const [written, per, whole] of cases) {
      const { first, last } = parseDateRange(written) ?? { first: 0, last: 0 };
      expect(wholeSpans(first, last, per)).toEqual({ whole, rest: { num: 0, den: 1 } });
    }
  });

  // 184 days of 365 made half a year 50.41% of one, and a quarter of it 24.66%: four of them made no year.
  it("counts a quarter as three months and a year as twelve; only the rest of a month goes by its days", () => {
    expect(between("2026-01-01", "2026-02-14", "month")).toEqual({ whole: 1, rest: { num: 1, den: 2 } });
    expect(between("2026-01-01", "2026-01-10", "month")).toEqual({ whole: 0, rest: { num: 10, den: 31 } });
    expect(between("2026-01-01", "2026-04-30", "quarter")).toEqual({ whole: 1, rest: { num: 1, den: 3 } });
    expect(between("2026-07-01", "2026-12-31", "year")).toEqual({ whole: 0, rest: { num: 1, den: 2 } });
    expect(between("2026-01-01", "2026-02-14", "year")).toEqual({ whole: 0, rest: { num: 1, den: 8 } });
  });

  it("begins spans on a month's last day where it is too short, and returns to the first day's number", () => {
    expect(between("2026-01-31", "2026-02-27", "month")).toEqual({ whole: 1, rest: { num: 0, den: 1 } });
    expect(between("2026-01-31", "2026-03-30", "month")).toEqual({ whole: 2, rest: { num: 0, den: 1 } });
    expect(between("2024-02-29", "2025-02-27", "year")).toEqual({ whole: 1, rest: { num: 0, den: 1 } });
    expect(between("2026-01-31", "2026-02-28", "month")).toEqual({ whole: 1, rest: { num: 1, den: 31 } });
  });

  it("has no span in no days, and refuses fewer", () => {
    expect(wholeSpans(100, 99, "month")).toEqual({ whole: 0, rest: { num: 0, den: 1 } });
    expect(() => wholeSpans(100, 98, "month")).toThrow("wholeSpans requires a last day from 99; got 98");
  });
});
