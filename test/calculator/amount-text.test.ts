import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { amountText, readAmount, twoReadings } from "../../docs/calculator/reading/amount-text.js";

const ENGLISH = { decimal: "." };
const GERMAN = { decimal: "," };

describe("an amount that is typed", () => {
  // What each locale's readers mean by these marks: CLDR's decimal and group signs.
  test.each([
    ["10000", ENGLISH, 10_000],
    ["10,000", ENGLISH, 10_000],
    ["1,234,567.5", ENGLISH, 1_234_567.5],
    ["$10,000", ENGLISH, 10_000],
    ["10 000", ENGLISH, 10_000],
    ["10.000", ENGLISH, 10],
    ["10.", ENGLISH, 10],
    ["0.50", ENGLISH, 0.5],
    ["10.000", GERMAN, 10_000],
    ["10.000,50", GERMAN, 10_000.5],
    ["10,000", GERMAN, 10],
    ["1,5", GERMAN, 1.5],
    ["1.5", GERMAN, 1.5],
  ])("%s is read by its reader's marks %o as %d", (typed, marks, amount) => {
    expect(readAmount(typed, marks)).toBe(amount);
  });

  test.each(["1,5", "ten", "10k", "1.2.3", "-5", "1e3"])("%s is no number, and stays text", (typed) => {
    expect(readAmount(typed, ENGLISH)).toBe(typed);
  });

  test("an empty field is nothing", () => {
    expect(readAmount("  ", ENGLISH)).toBeUndefined();
  });

  test("keeps every digit of a number that no double holds", () => {
    expect(readAmount("12345678901234567890.1", ENGLISH)).toBe("12345678901234567890.1");
  });

  test("is told its two readings where it has two", () => {
    expect(twoReadings("1,5")).toBe('"1,5" can be read in two ways: write 15 or 1.5.');
    expect(twoReadings("15")).toBeUndefined();
  });

  test("what a field shows is read back as the same amount, in either punctuation", () => {
    const amounts = fc.integer({ min: 0, max: 1_000_000_000 }).map((cents) => cents / 1000);
    fc.assert(
      fc.property(amounts, fc.constantFrom(ENGLISH, GERMAN), (amount, marks) => {
        expect(readAmount(amountText(amount, marks) ?? "", marks)).toBe(amount);
      }),
    );
  });
});
