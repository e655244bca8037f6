import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  addMonths,
  dateOf,
  dayOf,
  daysInMonth,
  formatDay,
  monthOf,
  parseDay,
  weekday,
  yearOf,
} from "../../src/calendar/day.js";
import { dateText, monthsLater } from "../oracle/dates.js";

const FIRST = Date.UTC(1900, 0, 1) / 86_400_000;
const LAST = Date.UTC(9999, 11, 31) / 86_400_000;
const days = fc.integer({ min: FIRST, max: LAST });

describe("days and dates", () => {
  it("are what Date says in UTC, for every day from 1900 to 2200 and any day to 9999", () => {
    const check = (day: number) => {
      const date = new Date(day * 86_400_000);
      expect(formatDay(day)).toBe(dateText(day));
      expect(parseDay(dateText(day))).toBe(day);
      expect([yearOf(day), monthOf(day)]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1]);
      expect(weekday(day)).toBe((date.getUTCDay() + 6) % 7);
    };
    for (let day = FIRST; formatDay(day) < "2200"; day += 1) {
      if (formatDay(day) !== dateText(day) || parseDay(formatDay(day)) !== day) check(day);
    }
    fc.assert(fc.property(days, check), { numRuns: 2000 });
  });

  it("count from 1970-01-01, a Thursday", () => {
    expect(parseDay("1970-01-01")).toBe(0);
    expect(weekday(0)).toBe(3);
    expect(weekday(-4)).toBe(6);
    // Mondays before 1970 used to be −0, which is no index of a list that compares with Object.is.
    expect(Object.is(weekday(-3), 0)).toBe(true);
    expect(dateOf(-1)).toEqual({ year: 1969, month: 12, dayOfMonth: 31 });
  });

  it("know leap years: by 4, not by 100, but by 400", () => {
    expect([2024, 2026, 1900, 2000, 2100].map((year) => daysInMonth(year, 2))).toEqual([29, 28, 28, 29, 28]);
    expect([1, 4, 6, 9, 11, 12].map((month) => daysInMonth(2026, month))).toEqual([31, 30, 30, 30, 30, 31]);
    expect(parseDay("2024-02-29")).toBeDefined();
    expect(parseDay("2100-02-29")).toBeUndefined();
  });

  it.each([
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-01-00",
    "1899-12-31",
    "0206-01-01",
    "10000-01-01",
    "2026-1-5",
    "2026/01/05",
    "05.01.2026",
    "2026-01-05T00:00:00Z",
    " 2026-01-05",
    "2026-01-05\n",
    "２０２６-01-05",
    "",
  ])("read no day in %j", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it("are counted in whole numbers only", () => {
    expect(dayOf(2026, 1, Number.NaN)).toBeUndefined();
    expect(dayOf(Number.NaN, 1, 1)).toBeUndefined();
    expect(dayOf(2026, 12, 31)).toBe(parseDay("2026-12-31"));
  });
});

describe("addMonths", () => {
  it("is the same day of a later month, or that month's last day", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FIRST, max: LAST - 50_000 }),
        fc.integer({ min: 0, max: 600 }),
        (day, months) => {
          expect(addMonths(day, months)).toBe(monthsLater(day, months));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("counts from the day that is given, not from the shortened one", () => {
    const from = parseDay("2026-01-31") ?? 0;
    const dates = [0, 1, 2, 3, 12, 25, -2].map((months) => formatDay(addMonths(from, months)));
    // Read off a calendar.
    expect(dates).toEqual([
      "2026-01-31",
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
      "2027-01-31",
      "2028-02-29",
      "2025-11-30",
    ]);
  });
});
