import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromActivityLog } from "../../src/adapters/from-activity-log.js";
import { CRMS, type Crm } from "../../src/adapters/crms.js";
import { journeyImporter } from "../../src/adapters/journey-importer.js";
import { safeParseMapping } from "../../src/adapters/parse-mapping.js";
import { learn } from "../../src/history/learning/learn.js";
import { seededRandom } from "../oracle/journey-simulator.js";

const funnel = ["A", "B"] as const;

/** Reads any text as any system, checks the account of rows, and learns from whatever came out. */
function survives(crm: Crm, text: string): void {
  const columns = crm === "csv" ? { id: "id", stage: "stage", on: "on" } : {};
  const open = journeyImporter(crm, { funnel, columns });
  const file = open.file();
  file.push(text);
  file.end();
  const { journeys, counts, issues } = open.finish();
  expect(counts.used + counts.setAside).toBe(counts.read);
  if (counts.setAside > 0) expect(issues.length).toBeGreaterThan(0);
  learn(journeys, { stages: funnel, asOf: "2026-06-30", by: "owner" });
}

const bytes = fc.uint8Array({ maxLength: 3000 }).map((list) => String.fromCharCode(...list));
const csvLike = fc
  .array(
    fc.constantFrom(
      "id",
      "stage",
      "on",
      "A",
      "won",
      "lost",
      '"',
      ",",
      ";",
      "\n",
      "\r",
      "\t",
      "\u0000",
      "2026-01-05",
      "1/2/2026",
      "=1+1",
      "__proto__",
      "constructor",
      "1e999",
      "9".repeat(400),
      "\uFEFF",
      "Record ID",
      "Deal Stage",
      "Create Date",
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(""));

describe("whatever is fed in becomes issues, never a crash or a hang", () => {
  it("random bytes and texts that are nearly files, for every system", () => {
    fc.assert(
      fc.property(fc.oneof(bytes, csvLike), fc.constantFrom(...CRMS), (text, crm) => {
        survives(crm, text);
        survives(crm, `id,stage,on\n${text}`);
        expect(() => fromActivityLog(text)).not.toThrow();
      }),
    );
  });

  it("a file that was cut off anywhere", () => {
    const text = 'id,stage,on\n1,A,2026-01-05\n2,"B",2026-01-06\n2,won,"2026-01-09"\n';
    for (let end = 0; end <= text.length; end += 1) survives("csv", text.slice(0, end));
  });

  it("the wrong delimiter, a thousand columns, names that objects have of their own", () => {
    survives("csv", "id:stage:on\n1:A:2026-01-05\n");
    const wide = Array.from({ length: 1000 }, (_, index) => `column ${index}`);
    survives("csv", `${["id", "stage", "on", ...wide].join(",")}\n1,A,2026-01-05\n`);
    survives("hubspot", `Record ID,Deal Stage,__proto__,constructor,toString\n1,__proto__,1,2,3\n`);
    expect(safeParseMapping({ columns: { __proto__: "x" }, stages: 3 }).success).toBe(false);
  });

  it("a cell of a hundred megabytes, quoted or not, within seconds", { timeout: 60_000 }, () => {
    const huge = "x".repeat(1 << 20);
    for (const quote of ['"', ""]) {
      const open = journeyImporter("csv", { funnel, columns: { id: "id", stage: "stage", on: "on" } });
      const file = open.file();
      file.push(`id,stage,on\n1,A,2026-01-05\n2,A,${quote}`);
      for (let count = 0; count < 100; count += 1) file.push(huge);
      file.push(`${quote}\n3,A,2026-01-07\n`);
      file.end();
      const { counts } = open.finish();
      expect(counts).toMatchObject({ read: 3, used: 2, setAside: 1, reasons: [{ code: "row.too-long" }] });
    }
  });

  it("a hundred thousand quotes that open and never close", { timeout: 60_000 }, () => {
    const random = seededRandom(7);
    let text = "id,stage,on\n";
    for (let index = 0; index < 100_000; index += 1)
      text += random() < 0.5 ? `"${index},A"x,"\n` : `${index},"A",2026-01-05"\n`;
    survives("csv", text);
  });
});
