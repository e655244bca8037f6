import { readFileSync } from "node:fs";

import { solveOrThrow, toDecimal } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const { wins, exactWins, path, activities, economics } = solveOrThrow(plan);
const inFull = (exact: string | null) => (exact === null ? "unknown" : toDecimal(exact).toFixed(2));

console.log(`${exactWins} clients would do, so go for ${wins}`);
for (const { stage, total, perWeek } of path) console.log(`${stage}: ${total}, ${perWeek ?? 0} a week`);
for (const { activity, owner, total, perDay } of activities)
  console.log(`${owner ?? "?"}: ${total} × ${activity}, ${perDay ?? 0} a day`);

console.log(
  `A client costs ${inFull(economics.cac)}, pays that back in ${inFull(economics.paybackMonths)} months`,
);
console.log(`and is worth ${inFull(economics.ltv)} in all, ${inFull(economics.ltvToCac)} times its cost`);
