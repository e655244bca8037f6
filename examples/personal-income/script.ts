import { readFileSync } from "node:fs";

import { solveOrThrow, toNumber } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const { period, wins, stages, activities, bridge } = solveOrThrow(plan);

for (const { item, wins: deals } of bridge) console.log(`${item}: ${toNumber(deals).toFixed(2)} deals`);
console.log(`${wins} deals in ${period.workingDays} working days`);

const call = stages["call"];
console.log(`${call?.total ?? 0} calls, at most ${call?.perDay ?? 0} a day:`);
for (const { on, total } of call?.milestones ?? []) console.log(`  ${total} by ${on}`);

const minutes = activities.map(({ minutesPerDay }) => toNumber(minutesPerDay ?? "0"));
console.log(`${minutes.reduce((sum, each) => sum + each).toFixed(0)} minutes a day`);
