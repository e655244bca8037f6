import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ratio } from "../../src/number/ratio.js";
import {
  addWorkingDays,
  compileCalendar,
  countWorkingDays,
  isWorkingDay,
  workingDays,
} from "../../src/calendar/working-days.js";
import { formatDay, parseDay } from "../../src/calendar/day.js";
import { parseDateRange } from "../../src/calendar/date-range.js";
import { weekdayOf } from "../oracle/dates.js";

const NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const start = parseDay("2026-01-01") ?? 0;

const parts = fc.record({
  workdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
  holidays: fc.array(
    fc.tuple(fc.integer({ min: -40, max: 400 }), fc.integer({ min: 0, max: 20 })).map(([first, more]) => ({
      first: start + first,
      last: start + first + more,
    })),
    { maxLength: 12 },
  ),
  seasonality: fc.constant({}),
});
type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

/** By the words of the rule, day by day. */
function works({ workdays, holidays }: Parts, day: number): boolean {
  const isHoliday = holidays.some(({ first, last }) => first <= day && day <= last);
  return workdays.includes(NAMES.indexOf(weekdayOf(day))) && !isHoliday;
}

describe("working days", () => {
  const offsets = fc.integer({ min: -60, max: 420 });

  it("are the workdays that are no holidays", () => {
    fc.assert(
      fc.property(parts, offsets, fc.integer({ min: -3, max: 300 }), (given, offset, length) => {
        const calendar = compileCalendar(given);
        const first = start + offset;
        const expected = Array.from({ length: Math.max(0, length) }, (_, index) => first + index).filter(
          (day) => works(given, day),
        );
        expect(workingDays(calendar, first, first + length - 1)).toEqual(expected);
        expect(countWorkingDays(calendar, first, first + length - 1)).toBe(expected.length);
        for (let day = first; day < first + length; day += 1)
          expect(isWorkingDay(calendar, day)).toBe(works(given, day));
      }),
    );
  });

  it("are counted forward from any day", () => {
    fc.assert(
      fc.property(
        parts.filter(({ workdays }) => workdays.length > 0),
        offsets,
        fc.integer({ min: 0, max: 40 }),
        (given, offset, n) => {
          let day = start + offset;
          for (let left = n; left > 0; left -= 1)
            do day += 1;
            while (!works(given, day));
          expect(addWorkingDays(compileCalendar(given), start + offset, n)).toBe(day);
        },
      ),
    );
  });

  it("are 22 in January 2026, 21 with a holiday (counted on a calendar)", () => {
    const { first, last } = parseDateRange("2026-01") ?? { first: 0, last: 0 };
    const workdays = [0, 1, 2, 3, 4];
    const holidays = ["2026-01-19/2026-01-19", "2026-01-17/2026-01-18"].map(
      (text) => parseDateRange(text) ?? { first: 0, last: 0 },
    );
    expect(countWorkingDays(compileCalendar({ workdays, holidays: [], seasonality: {} }), first, last)).toBe(
      22,
    );
    const calendar = compileCalendar({ workdays, holidays, seasonality: {} });
    expect(workingDays(calendar, first, last)).toHaveLength(21);
    expect(formatDay(addWorkingDays(calendar, parseDay("2026-01-16") ?? 0, 1))).toBe("2026-01-20");
  });

  it("of twenty years take no time to count", () => {
    const holidays = Array.from({ length: 400 }, (_, index) => ({
      first: start + index * 18,
      last: start + index * 18,
    }));
    const calendar = compileCalendar({ workdays: [0, 1, 2, 3, 4], holidays, seasonality: {} });
    const last = start + 7304;
    expect(countWorkingDays(calendar, start, last)).toBe(workingDays(calendar, start, last).length);
  });

  it("that never come do not keep anyone waiting", () => {
    const never = compileCalendar({ workdays: [], holidays: [], seasonality: {} });
    expect(workingDays(never, start, start + 10_000)).toEqual([]);
    expect(countWorkingDays(never, start, start + 10_000)).toBe(0);
    expect(addWorkingDays(never, start, 0)).toBe(start);
    expect(() => addWorkingDays(never, start, 1)).toThrow(
      "addWorkingDays requires a calendar with workdays; got none",
    );
  });

  it("are asked for in whole numbers, on weekdays that exist", () => {
    const calendar = compileCalendar({ workdays: [0], holidays: [], seasonality: {} });
    expect(() => addWorkingDays(calendar, start, -1)).toThrow(
      "addWorkingDays requires whole days from 0; got -1",
    );
    expect(() => compileCalendar({ workdays: [7], holidays: [], seasonality: {} })).toThrow(
      "compileCalendar requires weekdays from 0 to 6; got 7",
    );
  });
});

describe("the season of a calendar", () => {
  it("is each month's weight, 1 where it is not named", () => {
    const { seasonality } = compileCalendar({
      workdays: [0],
      holidays: [],
      seasonality: { 2: ratio(4, 5), 12: ratio(0) },
    });
    expect(seasonality).toEqual([ratio(1), ratio(4, 5), ...new Array<unknown>(9).fill(ratio(1)), ratio(0)]);
  });
});
