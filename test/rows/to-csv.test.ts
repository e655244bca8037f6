import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";

import { toCsv } from "../../src/rows/to-csv.js";

describe("CSV", () => {
  test("comes back as it was from another reader, whatever stands in the cells", () => {
    const cell = fc.string({ unit: "grapheme" }).filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.record({ a: cell, b: cell }), { minLength: 1 }), (rows) => {
        // papaparse is the reader; a record of empty cells only is one it cannot tell from an empty line.
        const { data } = Papa.parse(toCsv(rows), { header: true, delimiter: ",", newline: "\r\n" });
        expect(data.slice(0, rows.length)).toEqual(rows);
      }),
    );
  });

  test("quotes what RFC 4180 wants quoted, and ends each line with CR and LF", () => {
    expect(toCsv([{ a: 'say "hi"', b: "x,y", c: "two\nlines", d: " edge" }])).toBe(
      'a,b,c,d\r\n"say ""hi""","x,y","two\nlines"," edge"\r\n',
    );
  });

  test.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "＝1+1"])(
    "runs nothing: %j",
    (text) => {
      expect(toCsv([{ a: text }]).split("\r\n")[1]).toMatch(/^"?'/);
    },
  );

  test.each(["-5", "+5", "-2.5", "12%"])("leaves a number a number: %s", (text) => {
    expect(toCsv([{ a: text }])).toBe(`a\r\n${text}\r\n`);
  });

  test("has the columns that are asked for, or all keys of all rows", () => {
    const rows = [
      { a: 1, b: null },
      { a: 2, b: "x" },
    ];
    expect(toCsv(rows, { columns: ["b", "a"], separator: ";", mark: true })).toBe(
      "\uFEFFb;a\r\n;1\r\nx;2\r\n",
    );
    expect(toCsv([])).toBe("\r\n");
    expect(() => toCsv(rows, { separator: "ab" })).toThrow("requires one character as separator");
  });
});
