import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { formatDay, parseDay } from "../../src/calendar/day.js";
import { monthsFrom, parseDateRange, weeksFrom, type DateRange } from "../../src/calendar/date-range.js";

function ends(range: DateRange | undefined): string | undefined {
  return range && `${formatDay(range.first)} to ${formatDay(range.last)}`;
}

describe("readRange", () => {
  it.each([
    ["2026-01", "2026-01-01 to 2026-01-31"],
    ["2024-02", "2024-02-01 to 2024-02-29"],
    ["2026-12", "2026-12-01 to 2026-12-31"],
    ["2026-Q1", "2026-01-01 to 2026-03-31"],
    ["2026-Q4", "2026-10-01 to 2026-12-31"],
    ["2026", "2026-01-01 to 2026-12-31"],
    [2026, "2026-01-01 to 2026-12-31"],
    ["9999", "9999-01-01 to 9999-12-31"],
    ["2026-H1", "2026-01-01 to 2026-06-30"],
    ["2026-H2", "2026-07-01 to 2026-12-31"],
    // ISO 8601: 1 January 2026 is a Thursday, so week 1 begins on the Monday before it, and there is a week 53.
    ["2026-W01", "2025-12-29 to 2026-01-04"],
    ["2026-W07", "2026-02-09 to 2026-02-15"],
    ["2026-W53", "2026-12-28 to 2027-01-03"],
    ["2027-W01", "2027-01-04 to 2027-01-10"],
    ["FY2026", "2026-01-01 to 2026-12-31"],
    ["2026-01-05/2026-02-01", "2026-01-05 to 2026-02-01"],
    ["2026-01-05/2026-01-05", "2026-01-05 to 2026-01-05"],
    [{ start: "2025-12-29", end: "2026-01-04" }, "2025-12-29 to 2026-01-04"],
  ])("includes both ends of %j: %s", (written, expected) => {
    expect(ends(parseDateRange(written))).toBe(expected);
  });

  it.each([
    "2026-13",
    "2026-00",
    "2026-Q0",
    "2026-Q5",
    "2026-H3",
    "2026-W00",
    "2025-W53",
    "2026-W7",
    "FY2026-01",
    "FY2026-W07",
    "FY26",
    "fy2026",
    "2026-q1",
    "26",
    "1899",
    "2026-01-05",
    "2026-02-01/2026-01-05",
    "2026-02-30/2026-03-01",
    "2026-01-05/",
    "/",
    "2026-01-01/2026-02-01/2026-03-01",
    "2026-01/2026-02",
    "",
    2026.5,
    -2026,
    Number.NaN,
    null,
    undefined,
    true,
    [],
    {},
    { start: "2026-01-05" },
    { start: "2026-01-06", end: "2026-01-05" },
    { start: 20260105, end: 20260106 },
  ])("reads no range in %j", (written) => {
    expect(parseDateRange(written)).toBeUndefined();
  });

  it("is the quarters of a year, one after the other without a gap, and the months of a quarter", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 9999 }), (year) => {
        const months = Array.from({ length: 12 }, (_, index) =>
          parseDateRange(`${year}-${String(index + 1).padStart(2, "0")}`),
        );
        const quarters = [1, 2, 3, 4].map((quarter) => parseDateRange(`${year}-Q${quarter}`));
        for (const parts of [months, quarters]) {
          parts.slice(1).forEach((part, index) => {
            expect(part?.first).toBe((parts[index]?.last ?? 0) + 1);
          });
          expect(ends(parseDateRange(year))).toBe(
            `${formatDay(parts[0]?.first ?? 0)} to ${formatDay(parts.at(-1)?.last ?? 0)}`,
          );
        }
        expect(quarters[2]?.first).toBe(months[6]?.first);
      }),
    );
  });
});

describe("weeksFrom", () => {
  it("is seven days a week, both ends included", () => {
    const start = parseDay("2026-01-05") ?? 0;
    // Read off a calendar: six weeks from Monday 5 January end on Sunday 15 February.
    expect(ends(weeksFrom(start, 6))).toBe("2026-01-05 to 2026-02-15");
  });

  it("refuses what is no number of weeks", () => {
    expect(() => weeksFrom(0, 0)).toThrow("weeksFrom requires whole weeks from 1; got 0");
    expect(() => weeksFrom(0, 1.5)).toThrow(RangeError);
  });
});

describe("monthsFrom", () => {
  it("ends on the day before the same day of the month", () => {
    // Three months from 15 January run to 14 April; a month from 31 January ends with February's last day but one.
    expect(ends(monthsFrom(parseDay("2026-01-15") ?? 0, 3))).toBe("2026-01-15 to 2026-04-14");
    expect(ends(monthsFrom(parseDay("2026-01-31") ?? 0, 1))).toBe("2026-01-31 to 2026-02-27");
  });

  it("refuses what is no number of months", () => {
    expect(() => monthsFrom(0, 0)).toThrow("monthsFrom requires whole months from 1; got 0");
  });
});

describe("fiscal years", () => {
  // From calendars of companies: a year from February called after the year it ends in, and one from July.
  it.each([
    ["FY2026-Q1", 1, "end", "2025-02-01 to 2025-04-30"],
    ["FY2026-Q4", 1, "end", "2025-11-01 to 2026-01-31"],
    ["FY2026-Q1", 1, "start", "2026-02-01 to 2026-04-30"],
    ["FY2026", 6, "end", "2025-07-01 to 2026-06-30"],
    ["FY2026-H2", 6, "end", "2026-01-01 to 2026-06-30"],
    ["FY2026", 6, "start", "2026-07-01 to 2027-06-30"],
    // A year from January is that of the calendar, whatever it is called after.
    ["FY2026-Q1", 0, "start", "2026-01-01 to 2026-03-31"],
    ["2026-Q1", 6, "end", "2026-01-01 to 2026-03-31"],
  ] as const)("%s from month %i on, named by its %s: %s", (written, firstMonth, namedBy, expected) => {
    expect(ends(parseDateRange(written, { firstMonth, namedBy }))).toBe(expected);
  });

  it("ends by the last year that is read", () => {
    expect(parseDateRange("FY9999", { firstMonth: 6, namedBy: "start" })).toBeUndefined();
  });
});
