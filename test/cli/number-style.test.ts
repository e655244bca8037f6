import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { numberStyle } from "../../src/cli/number-style.js";
import { makeFormat } from "../../src/format/format.js";
import { ratio } from "../../src/number/ratio.js";

// Oracle: what Intl.NumberFormat, which knows the Unicode CLDR, writes itself; but for the marks that steer right-to-left text.
const LOCALES = [
  "en-US",
  "de-DE",
  "de-CH",
  "fr-FR",
  "en-IN",
  "hi-IN",
  "pt-BR",
  "sv-SE",
  "ja-JP",
  "ar-EG",
  "bn-BD",
];

const unsteered = (text: string) => text.replace(/[\u061C\u200E\u200F]/g, "");

/** Some locales group no number of four digits; a style cannot say so. */
const counts = fc.oneof(fc.nat(999), fc.integer({ min: 10_000, max: 2 ** 52 }));

describe.each(LOCALES)("numbers as written in %s", (locale) => {
  const format = makeFormat(numberStyle(locale, "EUR"), { currency: "EUR" });

  it("counts", () => {
    fc.assert(
      fc.property(counts, (count) => {
        const plain = new Intl.NumberFormat(locale);
        expect(format.number(count)).toBe(plain.format(count));
        expect(format.number(-count - 10_000)).toBe(`−${plain.format(count + 10_000)}`);
      }),
    );
  });

  it("decimals, shares and money", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_001, max: 100_000_000 }), (hundredths) => {
        const value = hundredths / 100;
        const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
        expect(format.written(String(value))).toBe(plain.format(value));
        const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
        const part = hundredths % 10_000;
        expect(format.writtenRate(ratio(part, 10_000))).toBe(unsteered(share.format(part / 10_000)));
      }),
      { numRuns: 20 },
    );
    const money = new Intl.NumberFormat(locale, {
      style: "currency",
      currency: "EUR",
      maximumFractionDigits: 0,
    });
    expect(format.money(12_345)).toBe(unsteered(money.format(12_345)));
  });
});

it.each([
  ["en-US", "Fri, Jul 31"],
  ["en-GB", "Fri 31 Jul"],
  // The words are English: another language's order would not help whoever reads them.
  ["de-DE", "Fri 31 Jul"],
])("dates as read in %s", (locale, shown) => {
  expect(makeFormat(numberStyle(locale, undefined), { year: 2026 }).date("2026-07-31")).toBe(shown);
});

it("leaves no mark in a figure that a report would have to make visible", () => {
  // A report in Hebrew or Arabic figures used to read "\\u200f10,000 \\u200f₪ of revenue", with the marks spelled out.
  for (const locale of ["he-IL", "ar-EG", "fa-IR"])
    expect(JSON.stringify(numberStyle(locale, "ILS"))).not.toMatch(/\p{Cf}/u);
});
