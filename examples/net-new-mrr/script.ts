import { readFileSync } from "node:fs";

import { solveOrThrow } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const { goal, bridge, lossLimits, path } = solveOrThrow(plan);

console.log(`Goal: ${goal.amount} ${goal.unit ?? ""} of ${goal.metric}`);
for (const { item, wins } of bridge) console.log(`  ${item}: ${wins} accounts`);

for (const { owner, item, atMost } of lossLimits) console.log(`${owner ?? "?"} keeps ${item} to ${atMost}`);
for (const { owner, stage, total, perDay } of path)
  console.log(`${owner ?? "?"} answers for ${total} × ${stage}, ${perDay ?? 0} a working day`);
