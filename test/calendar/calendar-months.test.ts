import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarMonths } from "../../src/calendar/calendar-months.js";
import { dateOf } from "../../src/calendar/day.js";

// 2000-01-01 to 2100-01-01.
const DAYS = fc.integer({ min: 10_957, max: 47_482 });

test("months follow each other through the range, each of one month of the calendar", () => {
  fc.assert(
    fc.property(DAYS, fc.integer({ min: 0, max: 1500 }), (first, length) => {
      const last = first + length;
      const months = calendarMonths(first, last);
      expect([months[0]?.first, months.at(-1)?.last]).toEqual([first, last]);
      months.forEach((month, index) => {
        const [from, to] = [dateOf(month.first), dateOf(month.last)];
        expect([from.year, from.month]).toEqual([to.year, to.month]);
        expect(month.days).toBe(new Date(Date.UTC(from.year, from.month, 0)).getUTCDate());
        const next = months[index + 1];
        if (next !== undefined)
          expect([next.first, dateOf(next.first).dayOfMonth]).toEqual([month.last + 1, 1]);
      });
    }),
  );
});

test("a range without days has no months", () => {
  expect(calendarMonths(20_454, 20_453)).toEqual([]);
});
