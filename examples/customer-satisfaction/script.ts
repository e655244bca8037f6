import { readFileSync } from "node:fs";

import { solveOrThrow } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const { goal, wins, exactWins, path } = solveOrThrow(plan);

console.log(`${goal.amount} ${goal.unit ?? ""}: ${wins} customers won back (${exactWins} exactly)`);
for (const { stage, total, perWeek } of path) console.log(`${stage}: ${total}, ${perWeek ?? 0} a week`);
