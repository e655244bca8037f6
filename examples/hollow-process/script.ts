import { readFileSync } from "node:fs";

import { parseSnapshot, scorecard, toNumber, track } from "reverse-funnel";
import { parsePlanYaml, readYaml } from "reverse-funnel/yaml";

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const plan = parsePlanYaml(read("plan.yaml"));
const activity = parseSnapshot(readYaml(read("activity.yaml")).data, plan);

const { stages, verdict, gap, shortfalls } = track(plan, activity);
console.log(`birthday calls: ${stages["birthday call"]?.status ?? "not known"}`);
console.log(verdict.text);
for (const { lever, stage, amount } of gap)
  console.log(`  ${lever}${stage === null ? "" : ` at "${stage}"`}: ${toNumber(amount).toFixed(2)} points`);
for (const { stage, significant } of shortfalls)
  console.log(
    `  "${stage}" is short, ${significant === true ? "and that is more than bad luck" : "which may be bad luck"}`,
  );

for (const { name, hollow } of scorecard(plan, activity).rows) if (hollow) console.log(`hollow: ${name}`);
