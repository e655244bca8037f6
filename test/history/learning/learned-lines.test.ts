import { describe, expect, it } from "vitest";
import { fromCsv } from "../../../src/adapters/from-csv.js";
import { importLines } from "../../../src/adapters/import-lines.js";
import { learn } from "../../../src/history/learning/learn.js";
import { learnedLines } from "../../../src/history/learning/learned-lines.js";

const columns = { id: "id", stage: "stage", on: "on", value: "value" };
const csv =
  "id,stage,on,value\n1,A,2026-01-05,900\n1,won,2026-01-12,900\n2,A,2026-01-06,\n3,Z,2026-01-06,\n4,A,,\n";
const answer = fromCsv(csv, { funnel: ["A"], columns });

describe("lines for people", () => {
  it("say what became of the rows, with an example of each reason", () => {
    expect(importLines(answer)).toEqual([
      "5 rows read: 3 used, 2 set aside",
      "  set aside 1: date.missing, such as row[6].on: expected the day on which the stage was entered, but got nothing: fill it in.",
      '  set aside 1: stage.unknown, such as row[5].stage: expected a stage of the funnel, but got "Z": did you mean "A", or say in stages what it is.',
    ]);
  });

  it("say what was learned, and what is not known", () => {
    expect(learnedLines(learn(answer.journeys, { stages: ["A"], asOf: "2026-01-31" }))).toEqual([
      "A: 1 of 2 went on, 0 lost, 1 open; naive 50%, not settled (12% to 100%); half within 7 days",
      expect.stringContaining("1 of 2 is still open") as string,
      "  No loss was recorded, so how long losing takes is not known.",
      "1 win with a value: mean 900, median 900",
    ]);
  });
});
