import { readFileSync } from "node:fs";

import { solve } from "reverse-funnel";
import { fromCsv } from "reverse-funnel/adapters";
import { readXlsx, toXlsx } from "reverse-funnel/xlsx";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));

// The plan as a workbook. `writeFileSync("january.xlsx", bytes)` would save it; here it is opened again right away.
const bytes = toXlsx(solve(plan));
const sheets = await readXlsx(bytes);
for (const { name, text } of sheets) console.log(`${name}: ${text.split("\n").length - 1} rows`);

// What a colleague sees on the sheet Targets, before changing anything.
const targets = sheets.find(({ name }) => name === "Targets")?.text ?? "";
console.log(targets.split("\n").slice(4, 9).join("\n"));

// A sheet is a text that the adapters read: here a table of deals under a title.
const deals =
  "Deals of the team,,\nDeal,Stage,Since\n1,demo,2026-01-05\n1,offer,2026-01-12\n2,demo,2026-01-07\n";
const columns = { id: "Deal", stage: "Stage", on: "Since" };
const { counts } = fromCsv([deals], { funnel: ["lead", "demo", "offer"], columns });
console.log(`${counts.used} of ${counts.read} rows used`);
