import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { formatDay, parseDay } from "../../src/calendar/day.js";
import { parseDateRange, weeksFrom, type DateRange } from "../../src/calendar/date-range.js";

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
