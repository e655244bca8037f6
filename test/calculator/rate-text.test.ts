import { describe, expect, test } from "vitest";

import { lagText, readLagText } from "../../docs/calculator/reading/lag-text.js";
import { percentText, rateText, readRateText } from "../../docs/calculator/reading/rate-text.js";
import { daysText, readDaysText } from "../../docs/calculator/reading/days-text.js";

describe("a rate", () => {
  // Each form of a plan, and the words that stand for it in a field.
  const forms: readonly (readonly [string, unknown])[] = [
    ["25%", "25%"],
    ["0.25", 0.25],
    ["2/5", "2/5"],
    ["48 of 120", { won: 48, of: 120 }],
    ["20% +20%", { now: "20%", change: "+20%" }],
    ["20% +4 points", { now: "20%", change: "+4 points" }],
    ["40% (35% to 46%)", { rate: "40%", low: "35%", high: "46%" }],
  ];

  test.each(forms)("%s stands for one form of a plan, both ways", (text, value) => {
    expect(readRateText(text)).toEqual(value);
    expect(rateText(value)).toBe(text);
  });

  test("a decimal comma can only mean one thing in a rate", () => {
    expect(readRateText("33,3 %")).toBe("33.3%");
  });

  test("1 in 4 is the ratio, not a count of four", () => {
    expect(readRateText("1 in 4")).toBe("1/4");
  });

  test("a bare 25 is left to the plan's reader, which says to write 25%", () => {
    expect(readRateText("25")).toBe(25);
  });

  test("a learned rate with its counts cannot be held by a field", () => {
    expect(rateText({ rate: "2/5", low: "0.3", high: "0.5", won: 48, of: 120 })).toBeNull();
  });
});

describe("a lag", () => {
  test.each<readonly [string, unknown]>([
    ["7", 7],
    ["2 weeks", "2 weeks"],
    ["median 14, p90 40", { median: 14, p90: 40 }],
  ])("%s stands for one form of a plan, both ways", (text, value) => {
    expect(readLagText(text)).toEqual(value);
    expect(lagText(value)).toBe(text);
  });

  test("a table of shares cannot be held by a field", () => {
    expect(lagText([{ days: 3, share: "100%" }])).toBeNull();
  });
});

describe("days off", () => {
  test("are dates and ranges, in one line", () => {
    const days = ["2026-01-19", "2026-02-16/2026-02-18"];
    expect(readDaysText("2026-01-19, 2026-02-16/2026-02-18")).toEqual(days);
    expect(daysText(days)).toBe("2026-01-19, 2026-02-16/2026-02-18");
    expect(readDaysText(" ")).toBeUndefined();
  });
});

test.each([
  ["0.275", "27.5%"],
  ["0.5", "50%"],
  ["0.05", "5%"],
  ["0.0055", "0.55%"],
  ["11/30", "11/30"],
  ["1", "1"],
])("a share of %s is written %s", (exact, written) => {
  expect(percentText(exact)).toBe(written);
});
