import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { showCount, showExact, showRate } from "../../src/model/display.js";
import { ratio } from "../../src/number/ratio.js";
import { ENGLISH, styledFigures, styledSentence, type NumberStyle } from "../../src/report/numbers.js";
import { left, right, sentence, type Report } from "../../src/report/report.js";
import { withNumbers } from "../../src/report/with-numbers.js";

// Origin of the expected texts: how Intl.NumberFormat of Node 20 writes these numbers in de-DE, fr-FR, en-IN and ar-EG,
// and the locale files that d3-format publishes.
const GERMAN: NumberStyle = {
  decimal: ",",
  thousands: ".",
  grouping: [3],
  percent: "\u00A0%",
  currency: ["", "\u00A0€"],
};
const FRENCH: NumberStyle = { decimal: ",", thousands: "\u202F", grouping: [3], minus: "−" };
const INDIAN: NumberStyle = { decimal: ".", thousands: ",", grouping: [3, 2, 2, 2], currency: ["₹", ""] };
const ARABIC: NumberStyle = {
  decimal: "٫",
  thousands: "٬",
  grouping: [3],
  numerals: Array.from("٠١٢٣٤٥٦٧٨٩"),
};

describe("figures are punctuated as their reader writes them", () => {
  it.each([
    ["1,234,567.5", GERMAN, "1.234.567,5"],
    ["62.5%", GERMAN, "62,5\u00A0%"],
    ["~33.33%", GERMAN, "~33,33\u00A0%"],
    ["+~76,114.88", GERMAN, "+~76.114,88"],
    ["~-6,548.72", FRENCH, "~−6\u202F548,72"],
    ["12,345,678", INDIAN, "1,23,45,678"],
    ["999", INDIAN, "999"],
    ["1,204.5", ARABIC, "١٬٢٠٤٫٥"],
    ["5: 1,200", GERMAN, "5: 1.200"],
    ["", GERMAN, ""],
  ])("%j is %#: a cell", (text, style, expected) => {
    expect(styledFigures(text, style)).toBe(expected);
  });

  it.each(["2026-01-05", "2026-01", "2026-Q1", "2026-W05", "v1.5", "1.5.2", "A1,000", "from-1.5"])(
    "%s is no figure",
    (text) => {
      expect(styledFigures(text, ARABIC)).toBe(text);
      expect(styledSentence(`It says ${text}.`, GERMAN)).toBe(`It says ${text}.`);
    },
  );
});

describe("a sentence", () => {
  it("keeps its dates, what stands in quotes, and its last full stop", () => {
    const text =
      'Raise the rate of "v1.5" from 50% to 62.5% by 2026-01-05, or write "62.5%": 1,000, in all 1,000.';
    expect(styledSentence(text, GERMAN)).toBe(
      'Raise the rate of "v1.5" from 50\u00A0% to 62,5\u00A0% by 2026-01-05, or write "62.5%": 1.000, in all 1.000.',
    );
  });

  it("writes amounts of the money that it is told of with their sign", () => {
    const text = "10,000 USD of net new MRR from 2,500.5 leads, not 3 USDA.";
    const dollars: NumberStyle = { ...ENGLISH, currency: ["$", ""] };
    expect(styledSentence(text, dollars, { currency: "USD" })).toBe(
      "$10,000 of net new MRR from 2,500.5 leads, not 3 USDA.",
    );
    expect(styledSentence("10,000 EUR", GERMAN, { currency: "EUR" })).toBe("10.000\u00A0€");
    // The sign of the number comes first, as Intl writes it.
    expect(styledSentence("-10,000 USD", dollars, { currency: "USD" })).toBe("-$10,000");
    expect(styledSentence("10,00,000 EUR", INDIAN, { currency: "USD" })).toBe("10,00,000 EUR");
  });

  it("keeps a name with quotes in it, which ends no quotation", () => {
    const name = '5" pipe 1.5"';
    const text = `"${name}" needs 1.5 people, and ${name} keeps 1,000.`;
    expect(styledSentence(text, GERMAN, { names: [name] })).toBe(
      `"${name}" needs 1,5 people, and ${name} keeps 1.000.`,
    );
  });

  it("does not take the beginning of a figure for a name", () => {
    expect(styledSentence("1.5 and 1.55 and 1.5%", GERMAN, { names: ["1.5"] })).toBe(
      "1.5 and 1,55 and 1,5\u00A0%",
    );
  });
});

const figures = fc.oneof(
  fc.bigInt(-(10n ** 12n), 10n ** 12n).map(showCount),
  fc.tuple(fc.integer(), fc.integer({ min: 1, max: 10_000 })).map(([num, den]) => showExact(`${num}/${den}`)),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 10_000 })).map(([num, den]) => showRate(ratio(num, den))),
);
/** Any name at all, those that look like figures or like quotations among them. */
const names = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.stringMatching(/^[ \d.,"\\%v-]{1,12}$/),
  figures.map((figure) => `team ${figure}`),
);

describe("punctuation changes nothing but punctuation", () => {
  it("English is what is there already", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(figures, names)), names, (parts, name) => {
        const text = parts.join(" ");
        expect(styledFigures(text, ENGLISH)).toBe(text);
        expect(styledSentence(text, ENGLISH, { names: [name], currency: "USD" })).toBe(text);
      }),
    );
  });

  it("what a style does to a figure, its inverse undoes", () => {
    const swapped: NumberStyle = { decimal: ",", thousands: ".", grouping: [3] };
    const back = (text: string) => text.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
    fc.assert(
      fc.property(figures, (figure) => {
        expect(back(styledFigures(figure, swapped))).toBe(figure);
      }),
    );
  });

  it("names in a sentence keep every character, whatever they look like, and figures beside them do not", () => {
    const part = fc.oneof(
      names.map((name) => ({ name, text: `"${name}"` })),
      figures.map((figure) => ({ name: undefined, text: figure })),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const known = parts.flatMap(({ name }) => name ?? []);
        // A name that is itself how a figure of the same sentence is written cannot be told from it.
        fc.pre(
          !parts.some(
            ({ name, text }) => name === undefined && known.some((each) => text.includes(each.trim())),
          ),
        );
        const text = parts.map((each) => each.text).join(" is ");
        const expected = parts.map((each) =>
          each.name === undefined ? styledFigures(each.text, GERMAN) : each.text,
        );
        expect(styledSentence(text, GERMAN, { names: known })).toBe(expected.join(" is "));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a report in a style", () => {
  const report: Report = {
    title: "1,000 calls",
    currency: "EUR",
    names: ["team 1.5", "v 1.5"],
    sections: [
      {
        title: "Goal 1.5",
        blocks: [
          sentence("10,000 EUR, and team 1.5 keeps 1.5."),
          { kind: "list", items: ["2,000 of them."] },
          {
            kind: "figures",
            items: [{ figure: "1,200", label: "calls of 1.5 minutes", note: 'for "team 1.5"' }],
          },
          {
            kind: "table",
            columns: [
              { title: "1.5", align: "left" },
              { title: "1,000", align: "right" },
            ],
            rows: [
              ["v 1.5", "1,000.5"],
              ["at least 1.5", ""],
            ],
          },
        ],
      },
    ],
  };

  it("has figures in it, and names, headings and columns of names as they were", () => {
    expect(withNumbers(report, GERMAN)).toEqual({
      ...report,
      sections: [
        {
          title: "Goal 1.5",
          blocks: [
            sentence("10.000\u00A0€, and team 1.5 keeps 1,5."),
            { kind: "list", items: ["2.000 of them."] },
            {
              kind: "figures",
              items: [{ figure: "1.200", label: "calls of 1,5 minutes", note: 'for "team 1.5"' }],
            },
            {
              kind: "table",
              columns: [
                { title: "1.5", align: "left" },
                { title: "1,000", align: "right" },
              ],
              rows: [
                ["v 1.5", "1.000,5"],
                ["at least 1,5", ""],
              ],
            },
          ],
        },
      ],
    });
  });

  it("keeps columns of names to the letter where it does not know which they are", () => {
    const rows = [["at least 1.5", "1,000"]];
    const nameless: Report = {
      title: "Plan",
      sections: [
        { title: "Path", blocks: [{ kind: "table", columns: [left("Stage"), right("Total")], rows }] },
      ],
    };
    expect(withNumbers(nameless, GERMAN).sections[0]?.blocks[0]).toMatchObject({
      rows: [["at least 1.5", "1.000"]],
    });
  });

  it("is the same report in English", () => {
    expect(withNumbers(report, ENGLISH)).toEqual(report);
  });
});
