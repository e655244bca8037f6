import { readFileSync } from "node:fs";

import { applyChange, solveOrThrow } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));

for (const { stage, total, new: first } of solveOrThrow(plan).path)
  console.log(`${stage}: ${total}${first === undefined ? "" : `, ${first} of them new`}`);

// What is it worth to call everyone who did not show up?
for (const rate of ["0%", "50%", "80%"]) {
  const changed = applyChange(plan, { path: ["funnel", 1, "returns", "rate"], to: rate });
  const [call, , appointment] = solveOrThrow(changed).path;
  console.log(`${rate} book again: ${call?.total} calls, ${appointment?.total} slots`);
}
