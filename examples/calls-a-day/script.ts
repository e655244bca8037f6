import { readFileSync } from "node:fs";

import { applyChange, solve, solveOrThrow } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const callsADay = (changed: typeof plan) => solveOrThrow(changed).stages["call"]?.perDay ?? 0;

// Half of the meetings were expected to become clients; two in five did.
const hoped = applyChange(plan, { path: ["funnel", 2, "rate"], to: "50%" });
console.log(`As hoped: ${callsADay(hoped)} calls a day`);
console.log(`As measured: ${callsADay(plan)} calls a day`);

// 25 proves too ambitious. What do 15 a day come to?
const fifteen = solve(applyChange(plan, { path: ["funnel", 0, "available"], to: 15 * 20 }));
if (fifteen.status === "infeasible") {
  console.log(`With 15 calls a day: ${fifteen.nearest?.amount ?? 0} clients`);
  for (const { text } of fifteen.reasons) console.log(`  because: ${text}`);
  for (const { text } of fifteen.fixes) console.log(`  or: ${text}`);
}
