import { readFileSync } from "node:fs";

import { solve, solveOrThrow } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const { months = [], wins, stages } = solveOrThrow(plan);

for (const { month, bridge, exactWins, wins: own, stages: asked } of months) {
  const lost = bridge.find(({ item }) => item === "churn")?.amount ?? "0";
  const leads = asked.map(({ stage, total }) => `${total} × ${stage}`).join(", ");
  console.log(`${month}: ${lost} of churn, ${exactWins} wins exactly, so ${own}; ${leads}`);
}
console.log(`In all: ${wins} wins from ${stages["qualified lead"]?.total ?? 0} leads`);
console.log(`The last leads for June come by ${stages["qualified lead"]?.window?.startBy ?? "never"}`);

// The lags add up to 45 days: whoever starts on 20 April is too late for April, and for May.
const late = solve({ ...plan, workFrom: "2026-04-20" });
if (late.status === "infeasible") for (const { text } of late.reasons) console.log(text);
