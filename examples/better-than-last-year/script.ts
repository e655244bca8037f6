import { readFileSync } from "node:fs";

import { solveOrThrow, toNumber } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const { goal, path, quotas } = solveOrThrow(plan);

console.log(
  `${goal.amount} ${goal.unit ?? ""}, after ${goal.change?.was ?? "?"} last year: ${goal.why ?? ""}`,
);
for (const end of ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]) {
  const reached = path.map(({ stage, milestones }) => {
    const last = milestones.filter(({ on }) => on <= end).at(-1);
    return `${last?.total ?? 0} ${stage}`;
  });
  console.log(`by ${end}: ${reached.join(", ")}`);
}

for (const { person, quota, afterRelief } of quotas?.each ?? [])
  console.log(`${person ?? "team"}: ${quota}, after relief ${Math.round(toNumber(afterRelief))}`);
console.log(`assigned: ${toNumber(quotas?.overAssignment ?? "0").toFixed(2)} of the goal`);
