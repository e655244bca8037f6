import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { openWorkbook } from "../sheets/open-workbook.js";
import { workbookOf } from "../sheets/workbook-of.js";
import { inWorld } from "./world.js";

const deals = readFileSync(new URL("../xlsx/fixtures/deals.xlsx", import.meta.url));
const plan = `goal: { metric: customers, amount: 6, period: 2026-01-05/2026-01-30 }
funnel:
  - { stage: demo, rate: 50%, owner: sales }
  - { stage: proposal, rate: 50%, owner: sales }
`;
const map = `crm: csv
funnel: [demo, proposal]
columns: { id: Deal, created: Created, closed: Closed, status: Status, value: Amount, owner: Owner, stage: Stage, on: Since }
`;
const two = workbookOf({
  Deals: [
    ["Deal", "Stage", "Since"],
    [1, "demo", "2026-01-05"],
    [2, "demo", "soon"],
  ],
  Other: [
    ["Deal", "Stage", "Since"],
    [3, "demo", "2026-01-05"],
  ],
});
const files = {
  "plan.yaml": plan,
  "map.yaml": map,
  "map-two.yaml": "crm: csv\nfunnel: [demo, proposal]\ncolumns: { id: Deal, stage: Stage, on: Since }\n",
};

describe("an export that is a workbook", () => {
  test("is read sheet by sheet, without those that are no tables", async () => {
    const { code, out, err } = await inWorld(
      ["learn", "deals.xlsx", "--map", "map.yaml", "--as-of", "2026-02-10", "--json"],
      { files, bytes: { "deals.xlsx": deals } },
    );
    expect(code).toBe(0);
    expect(err).toBe('deals.xlsx: read the sheets "Deals", "History"; left out "Notes"\n');
    const { learned, counts } = JSON.parse(out) as {
      counts: { read: number; used: number };
      learned: { journeys: number; stages: { demo: { entered: number; wentOn: number } } };
    };
    // Three deals and five lines of history; two of three demos became proposals.
    expect([counts.read, counts.used, learned.journeys]).toEqual([8, 8, 3]);
    expect(learned.stages.demo).toMatchObject({ entered: 3, wentOn: 2 });
  });

  test("names the sheet of what it cannot read", async () => {
    const { err } = await inWorld(["learn", "two.xlsx", "--map", "map-two.yaml", "--as-of", "2026-02-10"], {
      files,
      bytes: { "two.xlsx": two },
    });
    expect(err).toContain("two.xlsx (Deals):3:3 Since: expected a date");
  });

  test("gives the one sheet that is asked for, and says which there are", async () => {
    const words = [
      "learn",
      "two.xlsx",
      "--map",
      "map-two.yaml",
      "--as-of",
      "2026-02-10",
      "--json",
      "--sheet",
    ];
    const bytes = { "two.xlsx": two };
    const one = await inWorld([...words, "Other"], { files, bytes });
    expect((JSON.parse(one.out) as { counts: { read: number } }).counts.read).toBe(1);
    const none = await inWorld([...words, "Ohter"], { files, bytes });
    expect([none.code, none.err]).toEqual([
      2,
      expect.stringContaining('two.xlsx has no sheet "Ohter"; did you mean Other?') as string,
    ]);
  });

  test("says what is wrong with one that is damaged", async () => {
    const { code, err } = await inWorld(["learn", "deals.xlsx", "--map", "map.yaml"], {
      files,
      bytes: { "deals.xlsx": deals.subarray(0, 3000) },
    });
    expect([code, err]).toEqual([
      2,
      expect.stringContaining(
        "deals.xlsx is no .xlsx workbook that can be read: it is a file that is damaged",
      ) as string,
    ]);
  });

  test("may be an activity log, on whatever sheet", async () => {
    const log = workbookOf({
      Readme: [["Calls are counted here"]],
      Log: [
        ["date", "activity", "count"],
        ["2026-01-05", "demo", 4],
        ["2026-01-06", "demo", 3],
      ],
    });
    const { code, out } = await inWorld(
      ["track", "plan.yaml", "--log", "log.xlsx", "--as-of", "2026-01-06", "--json"],
      { files, bytes: { "log.xlsx": log }, today: "2026-01-06" },
    );
    expect(code).toBeLessThan(2);
    expect((JSON.parse(out) as { stages: { demo: unknown } }).stages.demo).toMatchObject({ actual: "7" });
  });
});

describe("targets as a workbook", () => {
  test("is written where the file's ending says so, with the plan's numbers", async () => {
    const { code, err, workbooks } = await inWorld(["targets", "plan.yaml", "-o", "plan.xlsx"], { files });
    expect([code, err]).toEqual([0, "Wrote plan.xlsx.\n"]);
    const bytes = workbooks.get("plan.xlsx") ?? new Uint8Array(0);
    // 6 ÷ 50% ÷ 50%.
    expect(openWorkbook(bytes).sheets.get("Targets")?.get("G6")?.value).toBe(24);
  });

  test.each([
    [["--format", "xlsx"], "a workbook is written to a file; say which: -o plan.xlsx"],
    [["-o", "a.xlsx", "--team", "sales"], "--team does not go with a workbook, which has the whole plan"],
  ])("refuses %j", async (words, message) => {
    const { code, err } = await inWorld(["targets", "plan.yaml", ...words], { files });
    expect([code, err]).toEqual([2, expect.stringContaining(message) as string]);
  });
});
