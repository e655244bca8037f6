import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { fromCsv } from "../../src/adapters/index.js";
import { readXlsx } from "../../src/xlsx/index.js";
import { workbookOf } from "../sheets/workbook-of.js";

/** Saved by LibreOffice 7.4: a sheet of notes, deals under a title, their history. */
const saved = readFileSync(new URL("fixtures/deals.xlsx", import.meta.url));

describe("the sheets of a workbook", () => {
  test("come as texts, with dates, numbers and titles", async () => {
    const sheets = await readXlsx(saved);
    expect(sheets.map(({ name }) => name)).toEqual(["Notes", "Deals", "History"]);
    expect(sheets[1]?.text).toBe(
      "Open and closed deals,,,,,\n,,,,,\nDeal,Created,Closed,Status,Amount,Owner\n" +
        '1,2026-01-05,2026-01-20,won,1234.5,Möller\n2,2026-01-06,,open,900,"Müller, A."\n' +
        '3,2026-01-07,2026-01-30,lost,1.25,"Müller, A."\n',
    );
  });

  test("are what the adapters read", async () => {
    const texts = (await readXlsx(saved)).slice(1).map(({ text }) => text);
    const columns = {
      id: "Deal",
      created: "Created",
      closed: "Closed",
      status: "Status",
      stage: "Stage",
      on: "Since",
    };
    const { journeys } = fromCsv(texts, { funnel: ["demo", "proposal"], columns });
    expect(journeys.map(({ state }) => state)).toEqual(["won", "open", "lost"]);
    expect(journeys[0]?.closed).toBe("2026-01-20");
  });

  test("take another delimiter, and leave out what has no cell", async () => {
    const bytes = workbookOf({ Empty: [], Deals: [["a;b", "c,d"]] });
    expect(await readXlsx(bytes, { delimiter: ";" })).toEqual([{ name: "Deals", text: '"a;b";c,d\n' }]);
  });

  // A column of 1.234 and 2.345 alone was read as thousands.
  test("write a number with three places so that nobody takes it for thousands", async () => {
    const bytes = workbookOf({ Deals: [["Amount"], [1.234], [1234.567], [-0.5]] });
    expect((await readXlsx(bytes))[0]?.text).toBe("Amount\n1.2340\n1234.567\n-0.5\n");
  });
});

describe("what is no workbook", () => {
  test.each([
    ["text", Buffer.from("Deal,Stage\n1,demo\n"), "another kind of file"],
    [
      "an old workbook",
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]),
      "an older .xls",
    ],
    ["half a workbook", saved.subarray(0, 3000), "a file that is damaged"],
    ["nothing", Buffer.alloc(0), "an empty file"],
  ])("%s is refused", async (_, bytes, message) => {
    await expect(readXlsx(bytes)).rejects.toThrow(`readXlsx requires an .xlsx workbook; got ${message}`);
  });
});
