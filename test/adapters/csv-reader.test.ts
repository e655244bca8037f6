import { describe, expect, it } from "vitest";
import type { Row } from "../../src/adapters/cell.js";
import { CsvReader } from "../../src/adapters/csv-reader.js";
import { safeParseMapping } from "../../src/adapters/parse-mapping.js";

function read(text: string, size = text.length, delimiter?: string) {
  const rows: (Row | string)[] = [];
  const sink = {
    header: (names: Row) => rows.push(names),
    row: (cells: Row) => rows.push(cells),
    broken: (code: string) => rows.push(code),
  };
  const reader = new CsvReader(sink, { delimiter });
  for (let at = 0; at < text.length; at += Math.max(1, size)) reader.push(text.slice(at, at + size));
  reader.end();
  return rows;
}

// Expected rows follow RFC 4180, worked by hand.
describe("CsvReader", () => {
  it("finds the delimiter, drops the byte order mark and blank lines, takes any line end", () => {
    const expected = [
      ["a", "b"],
      ["1", "x;y"],
    ];
    expect(read('\uFEFFa,b\r\n\r\n1,"x;y"\r\n').map(trimmed)).toEqual(expected);
    expect(read("a|b\n1|x;y").map(trimmed)).toEqual(expected);
    expect(read('a;b\n1;"x;y"\n').map(trimmed)).toEqual(expected);
    expect(read("sep=;\r\na;b\r\n1;xy\r\n").map(trimmed)).toEqual([
      ["a", "b"],
      ["1", "xy"],
    ]);
    expect(read("a\tb\r1\tx;y\r").map(trimmed)).toEqual(expected);
    expect(read("a,b\r\n1,x\n2,y\r\n").map(trimmed)).toEqual([
      ["a", "b"],
      ["1", "x"],
      ["2", "y"],
    ]);
  });

  it("reads quotes, doubled quotes and newlines in quotes, in pieces of one character too", () => {
    const text = 'a,b\n"1\n2","say ""hi"""\n3,4\n';
    const expected = [
      ["a", "b"],
      ["1\n2", 'say "hi"'],
      ["3", "4"],
    ];
    expect(read(text)).toEqual(expected);
    expect(read(text, 1)).toEqual(expected);
  });

  it("refuses what cannot stand between cells", () => {
    // An empty delimiter, as in a map with `delimiter: ""`, took 8 s and ended in "RangeError: Invalid array length".
    for (const none of ["", '"', "\n", "\r", "x".repeat(11)])
      expect(() => read("a,b\n1,2\n", 8, none)).toThrow("delimiter requires one to ten characters");
    expect(safeParseMapping({ delimiter: "" }).error?.issues.map(({ path }) => path)).toEqual([
      ["delimiter"],
    ]);
    expect(read("a||b\n1||2\n", 8, "||")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("says of strange characters at the end and in one order, however the text is cut", () => {
    // A zero before a lost letter: in pieces of nine the zero was named first, in one piece the lost letter was.
    const said = (size: number) => {
      const codes: string[] = [];
      const reader = new CsvReader({
        header: () => undefined,
        row: () => undefined,
        broken: () => undefined,
        remark: (code) => codes.push(code),
      });
      const text = "a,b\n\u0000\u0000,1\n2,\uFFFD\n";
      for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
      reader.end();
      return codes;
    };
    expect(said(100)).toEqual(["text.damaged", "text.nul"]);
    expect(said(3)).toEqual(["text.damaged", "text.nul"]);
  });

  it("passes over a row beyond a million characters and goes on behind it, in linear time", () => {
    const long = "x".repeat(3_000_000);
    expect(read(`a,b\n1,2\n3,"${long}\n,"\n5,6\n`, 100_000)).toEqual([
      ["a", "b"],
      ["1", "2"],
      "row.too-long",
      ["5", "6"],
    ]);
    expect(read(`a,b\n1,${long}`, 1_000_000)).toEqual([["a", "b"], "row.too-long"]);
  });

  it("says that a quote never closes, and keeps the rows before it", () => {
    expect(read('a,b\n1,2\n3,"4\n5,6\n')).toEqual([["a", "b"], ["1", "2"], "row.unclosed-quote"]);
  });

  it("has no rows in nothing", () => {
    expect(read("")).toEqual([]);
    expect(read("\n\n")).toEqual([]);
  });
});

const trimmed = (row: Row | string) =>
  typeof row === "string" ? row : row.map((cell) => String(cell).trim());
