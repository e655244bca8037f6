import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { makeFormat, plainFormat, withFacts } from "../../src/format/format.js";
import { ENGLISH, type NumberStyle } from "../../src/format/number-style.js";
import { pluralOf } from "../../src/format/plural.js";
import { add, ratio, ZERO } from "../../src/number/ratio.js";

// Origin of the expected texts: the rules of figures that a person would write, worked out by hand; the marks of other
// languages are those that Intl.NumberFormat of Node 20 writes in de-DE, fr-FR, en-IN and ar-EG.
const GERMAN: NumberStyle = {
  decimal: ",",
  thousands: ".",
  grouping: [3],
  percent: "\u00A0%",
  currency: ["", "\u00A0€"],
};
const INDIAN: NumberStyle = { decimal: ".", thousands: ",", grouping: [3, 2, 2, 2], currency: ["₹", ""] };
const ARABIC: NumberStyle = {
  decimal: "٫",
  thousands: "٬",
  grouping: [3],
  numerals: Array.from("٠١٢٣٤٥٦٧٨٩"),
};

describe("a count", () => {
  it.each([
    ["0", "0"],
    ["12345", "12,345"],
    ["200/3", "66.7"],
    ["12.5", "12.5"],
    ["4.96", "5.0"],
    ["99.97", "100"],
    ["150.5", "151"],
    ["1/7", "0.14"],
    ["0.5", "0.5"],
    ["0.999", "1.0"],
    ["-5/3", "−1.7"],
    ["1/3000000", "0.00000033"],
  ])("of %s is shown as %s", (value, shown) => {
    expect(plainFormat.number(value)).toBe(shown);
  });

  it("that is rounded up afterwards is never shown whole", () => {
    // "1,204, rounded up to 1,205" reads as a mistake.
    expect(["1204.02", "117.4", "30"].map(plainFormat.precise)).toEqual(["1,204.02", "117.4", "30"]);
  });
});

describe("money", () => {
  it.each([
    ["200/3", "67"],
    ["9.5", "9.50"],
    ["9.999", "10"],
    ["0.0012", "0.0012"],
    ["1234567.8", "1,234,568"],
  ])("of %s is shown as %s", (value, shown) => {
    expect(plainFormat.amount(value)).toBe(shown);
  });

  it("has its cents where the plan has some, and its currency where the reader expects it", () => {
    expect(withFacts(plainFormat, { hasCents: true }).amount("1234.567")).toBe("1,234.57");
    expect(makeFormat(ENGLISH, { currency: "USD" }).money(-1200)).toBe("−1,200 USD");
    expect(makeFormat({ ...ENGLISH, currency: ["$", ""] }, { currency: "USD" }).money(-1200)).toBe("−$1,200");
    expect(makeFormat(GERMAN, { currency: "EUR" }).money("12345.6")).toBe("12.346\u00A0€");
  });
});

describe("a share", () => {
  it.each([
    ["1/3", "33%"],
    ["0.095", "9.5%"],
    ["0.0996", "10%"],
    ["0.0004", "under 0.1%"],
    ["0.997", "99.7%"],
    ["0.9997", "over 99.9%"],
    ["1.0002", "over 100%"],
    ["0", "0%"],
    ["1", "100%"],
  ])("of %s is shown as %s: 0%% and 100%% only where exact", (value, shown) => {
    expect(plainFormat.rate(value)).toBe(shown);
  });
});

it("what a user wrote is shown as written", () => {
  const { written, writtenRate } = plainFormat;
  expect([written("1234.567"), written("2/3")]).toEqual(["1,234.567", "2/3"]);
  // An amount of a plan for the rest is written by nobody: the fraction is for --exact.
  const { writtenMoney } = plainFormat;
  expect(["1204.125", "2000/3", "1231173/920"].map((amount) => writtenMoney(amount))).toEqual([
    "1,204.125",
    "667",
    "1,338",
  ]);
  expect(written("956472997544417755001/230000000000000000")).toBe("4,159");
  expect([writtenRate("0.12345"), writtenRate("1/3")]).toEqual(["12.345%", "1/3"]);
});

it("nothing is rounded where that is asked for", () => {
  const { number, amount, rate } = withFacts(plainFormat, { exact: true });
  expect([number("200/3"), amount("0.125"), rate("1/3"), rate("0.12345")]).toEqual([
    "200/3",
    "0.125",
    "1/3",
    "12.345%",
  ]);
});

describe("parts", () => {
  it("add up to their total as it is shown", () => {
    expect(plainFormat.parts(["1/3", "1/3", "1/3"], "rate")).toEqual(["34%", "33%", "33%"]);
    // 10 + 4.4 + 1/6 is 14.57, shown as 14.6.
    expect(plainFormat.parts(["10", "4.4", "1/6"])).toEqual(["10", "4.4", "0.2"]);
    expect(plainFormat.parts(["0.996", "0.004"], "rate")).toEqual(["99.6%", "0.4%"]);
  });

  it("of whatever sizes do so (law)", () => {
    const part = fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 999 }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 8 }), (pairs) => {
        const exact = pairs.map(([num, den]) => ratio(num, den));
        const total = exact.reduce(add, ZERO);
        const shown = plainFormat
          .parts(exact, "amount")
          .reduce((sum, text) => sum + Math.round(Number(text.replaceAll(",", "")) * 100), 0);
        const whole = Math.round(Number(plainFormat.amount(total).replaceAll(",", "")) * 100);
        expect(shown).toBe(whole);
      }),
    );
  });
});

describe("dates", () => {
  const { date, day, dateRange, month } = withFacts(plainFormat, { year: 2026 });
  it("leave out the year that all is about", () => {
    expect([date("2026-07-31"), date("2027-01-01"), day("2026-07-31")]).toEqual([
      "Fri 31 Jul",
      "Fri 1 Jan 2027",
      "31 Jul",
    ]);
    expect([month("2026-02"), date("period")]).toEqual(["February 2026", "period"]);
  });

  it("of a period say each thing once", () => {
    expect([
      dateRange("2026-01-01", "2026-01-31"),
      dateRange("2026-01-01", "2026-03-31"),
      dateRange("2026-11-01", "2027-01-31"),
      dateRange("2026-01-05", "2026-01-05"),
    ]).toEqual([
      "1 to 31 January 2026",
      "1 January to 31 March 2026",
      "1 November 2026 to 31 January 2027",
      "5 January 2026",
    ]);
  });

  it("have the month first where that is how they are read", () => {
    const american = makeFormat({ ...ENGLISH, monthFirst: true }, { year: 2026 });
    expect([american.date("2026-07-31"), american.date("2027-01-01"), american.day("2026-07-31")]).toEqual([
      "Fri, Jul 31",
      "Fri, Jan 1, 2027",
      "Jul 31",
    ]);
    expect(american.dateRange("2026-01-01", "2026-01-31")).toBe("January 1 to 31, 2026");
  });
});

it("punctuates as the reader does", () => {
  expect(makeFormat(GERMAN).rate("0.095")).toBe("9,5\u00A0%");
  expect(makeFormat(GERMAN).written("1234567.5")).toBe("1.234.567,5");
  expect(makeFormat(INDIAN).number(12345678)).toBe("1,23,45,678");
  expect(makeFormat(ARABIC).number("66.25")).toBe("٦٦٫٣");
});

it.each([
  ["demo request", "demo requests"],
  ["meeting booked", "meetings booked"],
  ["enquiry", "enquiries"],
  ["pitch", "pitches"],
  ["sales", "sales"],
  ["MQL", "MQLs"],
  ["person", "people"],
  ["v1.5", "v1.5"],
  ["Angebot (groß)", "Angebot (groß)"],
])("several of %j are %j", (one, many) => {
  expect(pluralOf(one)).toBe(many);
});
