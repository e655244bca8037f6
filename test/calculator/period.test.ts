import { describe, expect, test } from "vitest";

import { PERIOD_KINDS, periodAs, periodForm, periodValue } from "../../docs/calculator/state/period.js";

describe("a period in the form", () => {
  test.each<readonly [unknown, string]>([
    ["2026-01", "month"],
    ["2026-Q1", "quarter"],
    ["2026", "year"],
    [{ start: "2026-01-05", weeks: 6 }, "weeks"],
    [{ start: "2026-01-05", end: "2026-02-13" }, "range"],
    [{ workingDays: 20 }, "days"],
  ])("%o is shown as a %s, and written as it was", (value, kind) => {
    const form = periodForm(value);
    expect(form.kind).toBe(kind);
    expect(periodValue(form)).toEqual(value);
  });

  test("a range in one word is the same range", () => {
    expect(periodValue(periodForm("2026-01-05/2026-02-13"))).toEqual({
      start: "2026-01-05",
      end: "2026-02-13",
    });
  });

  test("half typed it is written as it stands, so that its issue can be said", () => {
    expect(periodValue(periodForm("2026-"))).toBe("2026-");
    expect(periodValue(periodForm({ start: "2026-01-05", weeks: "six" }))).toEqual({
      start: "2026-01-05",
      weeks: "six",
    });
  });

  // The days of the second quarter of 2026 as a calendar shows them; six weeks and twenty days are what the form offers.
  test("turns into another kind that lies in the same time", () => {
    const quarter = periodForm("2026-Q2");
    const as = (kind: (typeof PERIOD_KINDS)[number]) => periodValue(periodAs(kind, quarter, "2026-11-22"));
    expect(PERIOD_KINDS.map(as)).toEqual([
      "2026-04",
      "2026-Q2",
      "2026",
      { start: "2026-04-01", weeks: 6 },
      { start: "2026-04-01", end: "2026-06-30" },
      { workingDays: 20 },
    ]);
  });

  test("without dates it turns into a period that begins today", () => {
    const days = periodForm({ workingDays: 20 });
    expect(periodValue(periodAs("range", days, "2026-02-10"))).toEqual({
      start: "2026-02-10",
      end: "2026-02-28",
    });
    expect(periodValue(periodAs("month", days, "2026-02-10"))).toBe("2026-02");
  });
});
