import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromCsv } from "../../src/adapters/from-csv.js";
import { fromRows } from "../../src/adapters/from-rows.js";
import type { Mapping } from "../../src/adapters/mapping.js";
import { formatDay, parseDay } from "../../src/calendar/day.js";

const columns = { id: "deal", created: "date" };

function read(dates: readonly (string | number)[], options: Mapping<"demo"> = {}) {
  const rows = dates.map((date, index) => ({ deal: `d${String(index).padStart(3, "0")}`, date }));
  return fromRows(rows, { funnel: ["demo"], columns, ...options });
}

function days(dates: readonly (string | number)[], options: Mapping<"demo"> = {}) {
  return read(dates, options).journeys.map(({ steps }) => steps[0]?.on);
}

// Each date is the same day, written as the system named beside it writes it.
describe("dates in a column", () => {
  it("reads one day in every spelling", () => {
    const spellings = [
      "2026-01-31",
      "2026/1/31",
      "20260131",
      "31.01.2026",
      "31.1.26",
      "31 Jan 2026",
      "31-Jan-26",
      "Jan 31, 2026",
      "January 31 2026",
      46053, // Excel's serial number: 46,053 days after 1899-12-30
      "46053.75",
      "1769860800000", // 2026-01-31T12:00:00Z in milliseconds, from HubSpot's API
      "2026-01-31T10:00:00.000+0000", // Salesforce
      "2026-01-31 10:00:00", // Pipedrive
      "2026-01-31T10:00:00Z",
      "1/31/2026",
      "1/31/2026 11:30 PM",
    ];
    expect(days(spellings)).toEqual(spellings.map(() => "2026-01-31"));
  });

  it("finds from the column as a whole whether the month or the day comes first", () => {
    expect(days(["3/4/2026", "1/31/2026"])).toEqual(["2026-03-04", "2026-01-31"]);
  });

  it("does not guess whether 26-01-31 begins with its year", () => {
    // It was read as 26 January 2031 without a word. Of 31-01-26 nobody can say either, unless the order is given.
    expect(days(["26-01-31", "03-04-26", "31-01-26"])).toEqual([]);
    expect(days(["03-04-26", "31-01-26"], { dates: "day-first" })).toEqual(["2026-04-03", "2026-01-31"]);
  });

  it("refuses a column that does not tell, and shows both readings", () => {
    const { journeys, issues, counts } = read(["3/4/2026", "5/5/2026"]);
    expect(journeys).toHaveLength(1);
    expect(issues[0]?.message).toBe(
      'expected a date that reads one way, but got "3/4/2026": it is 2026-03-04 if the month comes first and 2026-04-03 if the day does, and the column does not tell; say dates: "month-first" or "day-first".',
    );
    expect(counts).toMatchObject({ read: 2, used: 1, setAside: 1 });
  });

  it("does not trust a column that proves both", () => {
    expect(days(["1/31/2026", "31/1/2026", "3/4/2026"])).toEqual(["2026-01-31", "2026-01-31"]);
  });

  it("takes no proof from what is no date", () => {
    expect(days(["31/31/2026", "3/4/2026"])).toEqual([]);
  });

  it("takes the word of whoever knows", () => {
    expect(days(["3/4/2026"], { dates: "day-first" })).toEqual(["2026-04-03"]);
    expect(days(["3/4/2026"], { dates: "month-first" })).toEqual(["2026-03-04"]);
  });

  it("puts a moment on the day that the boundary says: half past eleven in the evening UTC is the next day in Berlin", () => {
    expect(days(["2026-01-31T23:30:00Z"])).toEqual(["2026-01-31"]);
    expect(days(["2026-01-31T23:30:00Z"], { utcOffset: "+01:00" })).toEqual(["2026-02-01"]);
    expect(days(["2026-01-31T23:30:00-05:00"])).toEqual(["2026-02-01"]);
    expect(days(["1769902200000"], { utcOffset: "+01:00" })).toEqual(["2026-02-01"]);
    expect(() => days(["2026-01-31"], { utcOffset: "CET" })).toThrow(
      'utcOffset requires an offset such as "+02:00"; got "CET"',
    );
  });

  it("sets aside what is no date, by row and column", () => {
    const { issues, counts } = fromCsv("deal,date\n1,2026-02-30\n2,soon\n3,2026-02-28\n", {
      funnel: ["demo"],
      columns,
    });
    expect(issues.map(({ row, header, code }) => [row, header, code])).toEqual([
      [2, "date", "date.invalid"],
      [3, "date", "date.invalid"],
    ]);
    expect(counts).toMatchObject({
      read: 3,
      used: 1,
      setAside: 2,
      reasons: [{ code: "date.invalid", column: "date", rows: 2 }],
    });
  });

  it("reads back every day that one format wrote, however the column is ordered", () => {
    // 1 January 1970 is how databases write never.
    const day = fc
      .integer({ min: parseDay("1955-01-01") ?? 0, max: parseDay("2060-12-31") ?? 0 })
      .filter((number) => number !== 0);
    const dayFirst = (date: string) =>
      `${Number(date.slice(8))}/${Number(date.slice(5, 7))}/${date.slice(0, 4)}`;
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), (list) => {
        const expected = [...list.map(formatDay), "2026-01-31"];
        expect(days(expected.map(dayFirst))).toEqual(expected);
      }),
    );
  });
});
