import { readFileSync } from "node:fs";

import { solveOrThrow, toDecimal } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const { wins, path, activities, economics } = solveOrThrow(plan);
const euros = (exact: string | null) => toDecimal(exact ?? "0").toFixed(2);

console.log(`${wins} customers`);
for (const { channel, stage, total, perDay } of path)
  console.log(`${(channel ?? "all").padEnd(9)} ${stage.padEnd(9)} ${total} (${perDay ?? 0} a day)`);

for (const { activity, cost } of activities)
  if (cost !== null) console.log(`${activity} costs ${euros(cost)}`);
console.log(
  `in all ${euros(economics.cost)}, ${euros(economics.cac)} a customer, who is worth ${euros(economics.ltv)}`,
);
