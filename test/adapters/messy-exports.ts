import type { ImportOptions } from "../../src/adapters/mapping.js";

/** An export as somebody's system wrote it, and what it says, read by a person. */
export interface MessyExport {
  /** What is wrong, or odd, about it. */
  readonly name: string;
  readonly text: string;
  /** How the text was turned into bytes; UTF-8 unless said. */
  readonly encoding?: "utf16le" | "latin1";
  /** What the mapping says beside the columns. */
  readonly options?: Partial<ImportOptions>;
  /**
   * One line for each deal, by hand: id, how it stands and since when, the stages with their days (? where nobody wrote it
   * down), what it is worth, whose it is.
   */
  readonly deals: readonly string[];
  /** Codes of rows that are set aside, with how many. */
  readonly aside?: Readonly<Record<string, number>>;
  /** Codes that must be said beside those. */
  readonly said?: readonly string[];
}

const HEADER = "Id,Stage,Created,Closed,Value,Owner";
const CLEAN = [
  HEADER,
  "1,Won,2026-01-05,2026-02-03,1000,Ana",
  "2,Offer,2026-01-10,,500,Ben",
  "3,Lost,2026-01-12,2026-02-01,,",
];
/** What the clean file says. Deal 2 is in Offer, and nobody wrote down since when; deal 3 has neither value nor owner. */
const DEALS = [
  "1 won 2026-02-03: Demo 2026-01-05; 1000; Ana",
  "2 open: Demo 2026-01-10, Offer ?; 500; Ben",
  "3 lost 2026-02-01: Demo 2026-01-12; -; -",
];
const file = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const same = (change: (text: string) => string) => change(file(...CLEAN));
/** The clean file with another writing of its days. */
const dated = (write: (year: string, month: string, day: string) => string) =>
  same((text) =>
    text.replace(/(\d{4})-(\d\d)-(\d\d)/g, (_, ...[y, m, d]: [string, string, string]) => write(y, m, d)),
  );
/** One won deal of Ana's from 5 January to 3 February, with what a person typed into one cell. */
const worth = (typed: string) => file(HEADER, `1,Won,2026-01-05,2026-02-03,${typed},Ana`);
const deal = (value: string, owner = "Ana") => `1 won 2026-02-03: Demo 2026-01-05; ${value}; ${owner}`;

export const MESSY_EXPORTS: readonly MessyExport[] = [
  { name: "nothing is wrong", text: file(...CLEAN), deals: DEALS },

  // How the text is written.
  { name: "a byte order mark", text: `\uFEFF${file(...CLEAN)}`, deals: DEALS },
  { name: "UTF-16 with its mark", text: `\uFEFF${file(...CLEAN)}`, encoding: "utf16le", deals: DEALS },
  { name: "UTF-16 without its mark", text: file(...CLEAN), encoding: "utf16le", deals: DEALS },
  {
    name: "Windows-1252, the first letter that is not English in the last row",
    text: file(HEADER, "1,Won,2026-01-05,2026-02-03,1000,M\u00fcller"),
    encoding: "latin1",
    deals: [deal("1000", "M\u00fcller")],
  },
  { name: "lines that end with \\r\\n", text: same((text) => text.replaceAll("\n", "\r\n")), deals: DEALS },
  { name: "lines that end with \\r", text: same((text) => text.replaceAll("\n", "\r")), deals: DEALS },
  {
    name: "both ends of lines in one file: \\r is nobody's name",
    text: same((text) => text.replace("Ana\n", "Ana\r\n")),
    deals: DEALS,
  },
  { name: "no end of the last line", text: same((text) => text.trimEnd()), deals: DEALS },
  {
    name: "blank lines between rows and at the end",
    text: same((text) => `${text.replaceAll("\n", "\n\n")}\n\n`),
    deals: DEALS,
  },
  { name: "rows of empty cells at the end", text: same((text) => `${text},,,,,\n,,,,,\n`), deals: DEALS },
  { name: "semicolons", text: same((text) => text.replaceAll(",", ";")), deals: DEALS },
  { name: "tabs", text: same((text) => text.replaceAll(",", "\t")), deals: DEALS },
  { name: "bars", text: same((text) => text.replaceAll(",", "|")), deals: DEALS },
  { name: "sep=; above", text: same((text) => `sep=;\n${text.replaceAll(",", ";")}`), deals: DEALS },
  { name: "every cell in quotes", text: same((text) => text.replace(/[^,\n]+/g, '"$&"')), deals: DEALS },
  {
    name: "spaces around cells and headers",
    text: same((text) => text.replace(/[^,\n]+/g, " $& ")),
    deals: DEALS,
  },
  {
    name: "headers in capitals",
    text: same((text) => text.replace(HEADER, HEADER.toUpperCase())),
    deals: DEALS,
  },
  {
    name: "headers with the star of a required field",
    text: same((text) => text.replace("Stage,", "Stage *,")),
    deals: DEALS,
  },
  {
    name: "columns in another order",
    text: same((text) =>
      text
        .split("\n")
        .map((row) => row.split(",").reverse().join(","))
        .join("\n"),
    ),
    deals: DEALS,
  },
  {
    name: "a newline, a comma and a doubled quote inside a name",
    text: file(HEADER, '1,Won,2026-01-05,2026-02-03,1000,"Ana ""the\nfast"", Jr."'),
    deals: [deal("1000", 'Ana "the\nfast", Jr.')],
  },
  {
    name: "a quote that never closes: the row before it is read, the rest is set aside",
    text: file(
      HEADER,
      "1,Won,2026-01-05,2026-02-03,1000,Ana",
      '2,Offer,2026-01-10,,500,"Ben',
      "3,Lost,2026-01-12,2026-02-01,,",
    ),
    deals: [deal("1000")],
    aside: { "row.unclosed-quote": 1 },
  },
  {
    name: "a title, a date and a blank line above the headers",
    text: file("Pipeline report", "Exported 2026-02-05", "", ...CLEAN),
    deals: DEALS,
    said: ["header.below"],
  },
  {
    name: "a line of totals at the end, without an id",
    text: file(...CLEAN, ",,,,1500,"),
    deals: DEALS,
    aside: { "id.missing": 1 },
  },
  {
    name: "a footer in the place of the id, with no stage and no day",
    text: file(...CLEAN, "Confidential - do not distribute,,,,,"),
    deals: DEALS,
    aside: { "stage.missing": 1 },
  },
  {
    name: "a cell with the delimiter that is not in quotes makes the row too wide",
    text: file(HEADER, "1,Won,2026-01-05,2026-02-03,1,000,Ana", "2,Offer,2026-01-10,,500,Ben"),
    deals: ["2 open: Demo 2026-01-10, Offer ?; 500; Ben"],
    aside: { "row.too-wide": 1 },
  },
  {
    name: "short rows: what is missing at the end is empty",
    text: file(HEADER, "3,Lost,2026-01-12,2026-02-01"),
    deals: [DEALS[2] ?? ""],
  },
  {
    name: "merged cells: only the first row of a group names its owner, which nobody may guess",
    text: file(HEADER, "1,Won,2026-01-05,2026-02-03,1000,Ana", "4,Won,2026-01-06,2026-02-04,900,"),
    deals: [deal("1000"), "4 won 2026-02-04: Demo 2026-01-06; 900; -"],
  },

  // Ids.
  {
    name: "an id twice: the rows are joined, and the later one says how it stands",
    text: file(HEADER, "1,Offer,2026-01-05,,800,Ana", "1,Won,2026-01-05,2026-02-03,1000,Ana"),
    deals: ["1 won 2026-02-03: Demo 2026-01-05, Offer ?; 1000; Ana"],
    said: ["deal.repeated"],
  },
  {
    name: "ids with leading zeros are two ids",
    text: file(HEADER, "01,Won,2026-01-05,2026-02-03,1000,Ana", "1,Lost,2026-01-12,2026-02-01,,"),
    deals: ["01 won 2026-02-03: Demo 2026-01-05; 1000; Ana", "1 lost 2026-02-01: Demo 2026-01-12; -; -"],
  },
  {
    name: "ids that objects have as names of their own",
    text: file(
      HEADER,
      "__proto__,Won,2026-01-05,2026-02-03,1000,Ana",
      "constructor,Lost,2026-01-12,2026-02-01,,",
    ),
    deals: [
      "__proto__ won 2026-02-03: Demo 2026-01-05; 1000; Ana",
      "constructor lost 2026-02-01: Demo 2026-01-12; -; -",
    ],
  },
  {
    name: "a formula in the place of a name is that name",
    text: file(HEADER, '1,Won,2026-01-05,2026-02-03,1000,"=HYPERLINK(""http://x"",""Ana"")"'),
    deals: [deal("1000", '=HYPERLINK("http://x","Ana")')],
  },

  // Days.
  {
    name: "zero dates",
    text: same((text) => text.replace("2026-01-10,,", "2026-01-10,0000-00-00 00:00:00,")),
    deals: DEALS,
  },
  {
    name: "N/A and dashes for what is not known",
    text: same((text) => text.replace("2026-02-01,,", "2026-02-01,N/A,-").replace("10,,", "10,-,")),
    deals: DEALS,
  },
  {
    name: "day/month/year, proved by 12/01 beside 31/01",
    text: file(HEADER, "1,Won,05/01/2026,31/01/2026,1,Ana"),
    deals: ["1 won 2026-01-31: Demo 2026-01-05; 1; Ana"],
  },
  {
    name: "month/day/year, proved by 1/31",
    text: file(HEADER, "1,Won,1/5/2026,1/31/2026,1,Ana"),
    deals: ["1 won 2026-01-31: Demo 2026-01-05; 1; Ana"],
  },
  {
    name: "an order that nothing proves is not guessed",
    text: file(HEADER, "1,Won,05/01/2026,03/02/2026,1000,Ana"),
    deals: [],
    aside: { "date.ambiguous": 1 },
  },
  {
    name: "the same, with the order said",
    text: file(HEADER, "1,Won,05/01/2026,03/02/2026,1000,Ana"),
    options: { dates: "day-first" },
    deals: [deal("1000")],
  },
  { name: "days with dots", text: dated((y, m, d) => `${d}.${m}.${y}`), deals: DEALS },
  { name: "years of two digits", text: dated((y, m, d) => `${d}.${m}.${y.slice(2)}`), deals: DEALS },
  {
    name: "English months",
    text: dated((y, m, d) => `${d} ${m === "01" ? "Jan" : "February"} ${y}`),
    deals: DEALS,
  },
  { name: "digits without marks", text: dated((y, m, d) => `${y}${m}${d}`), deals: DEALS },
  {
    name: "Excel serial numbers: 46027 is 5 January 2026, 46056 is 3 February",
    text: file(HEADER, "1,Won,46027,46056,1000,Ana"),
    deals: [deal("1000")],
  },
  {
    name: "milliseconds since 1970: 5 January and 3 February 2026 at noon",
    text: file(HEADER, "1,Won,1767614400000,1770120000000,1000,Ana"),
    deals: [deal("1000")],
    said: ["days.utc"],
  },
  {
    name: "an evening in New York is the next day in UTC, and of the day before where the offset is said",
    text: file(HEADER, "1,Won,2026-01-06T01:00:00Z,2026-02-04T01:30:00Z,1000,Ana"),
    options: { utcOffset: "-05:00" },
    deals: [deal("1000")],
  },
  {
    name: "days that there are not",
    text: file(
      HEADER,
      "1,Won,2026-02-30,2026-03-03,1,Ana",
      "2,Won,2025-02-29,2026-03-03,1,Ana",
      "3,Won,5 marraskuu 2026,2026-03-03,1,Ana",
    ),
    deals: [],
    aside: { "date.invalid": 3 },
  },
  {
    name: "26-01-31 may begin with its year",
    text: file(HEADER, "1,Won,26-01-31,26-02-28,1,Ana"),
    deals: [],
    aside: { "date.invalid": 1 },
  },

  // Amounts.
  { name: "a dollar sign and thousands", text: worth('"$1,234.50"'), deals: [deal("1234.5")] },
  {
    name: "thousands with dots and cents with a comma",
    text: worth('"1.234,50 EUR"'),
    deals: [deal("1234.5")],
  },
  { name: "lakhs", text: worth('"1,00,000"'), deals: [deal("100000")] },
  { name: "Swiss thousands", text: worth("1'234.50"), deals: [deal("1234.5")] },
  { name: "spaces that do not break", text: worth("1\u202f234\u00a0\u20ac"), deals: [deal("1234")] },
  {
    name: "three digits after a mark are thousands: money has none",
    text: worth('"1,234"'),
    deals: [deal("1234")],
  },
  { name: "a number of a spreadsheet with an exponent", text: worth("1.5E3"), deals: [deal("1500")] },
  {
    name: "a date and an address are no amounts",
    text: file(
      HEADER,
      "1,Won,2026-01-05,2026-02-03,1.2.2026,Ana",
      "2,Won,2026-01-05,2026-02-03,10.0.0.1,Ana",
    ),
    deals: [deal("-"), deal("-").replace("1", "2")],
    said: ["value.unreadable"],
  },
  {
    name: "a refund in parentheses counts without a value",
    text: worth('"(1,234.50)"'),
    deals: [deal("-")],
    said: ["value.negative"],
  },

  // Words.
  {
    name: "stages in capitals, with spaces and with their pipeline",
    text: file(HEADER, "2,  OFFER  ,2026-01-10,,500,Ben", "5,Offer (New business),2026-01-10,,500,Ben"),
    deals: [DEALS[1] ?? "", (DEALS[1] ?? "").replace("2", "5")],
  },
  {
    name: "stages of another language, mapped; one that is left out on purpose",
    text: file(HEADER, "1,Gewonnen,2026-01-05,2026-02-03,1000,Ana", "2,Test,2026-01-10,,500,Ben"),
    options: { stages: { Gewonnen: "won", Test: null } },
    deals: [deal("1000"), "2 open: Demo 2026-01-10; 500; Ben"],
  },
  {
    name: "a stage that nobody knows is named, and its row set aside",
    text: file(...CLEAN, "9,Legal,2026-01-10,,500,Ben"),
    deals: DEALS,
    aside: { "stage.unknown": 1 },
  },
  {
    name: "two columns of one name: the first is read, and that is said",
    text: file(`${HEADER},Value`, "1,Won,2026-01-05,2026-02-03,1000,Ana,9999"),
    deals: [deal("1000")],
    said: ["column.repeated"],
  },
];
