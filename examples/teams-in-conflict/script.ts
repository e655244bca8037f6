import { readFileSync } from "node:fs";

import { align, applyFix, type PlanInput, type TeamInput } from "reverse-funnel";
import { readYaml } from "reverse-funnel/yaml";

const read = (file: string): unknown => readYaml(readFileSync(new URL(file, import.meta.url), "utf8")).data;
const plans = ["sales.yaml", "marketing.yaml", "support.yaml"].map((file) => read(file) as PlanInput);
const teams = read("teams.yaml") as Record<string, TeamInput>;

const { status, conflicts, handoffs, scale } = align(plans, teams);
console.log(
  `${status}: each plan could be met alone, ${conflicts.length} sets of them cannot be met together.`,
);

for (const conflict of conflicts) {
  console.log(`\n${conflict.plans.join(" and ")}, over the time of ${conflict.teams.join(", ")}`);
  for (const { text } of conflict.reasons) console.log(`  ${text}`);
  for (const fix of conflict.fixes) {
    const fixed = applyFix({ plans, teams }, fix);
    const left = align(fixed.plans, fixed.teams).conflicts.length;
    console.log(`  - ${fix.text} Conflicts left: ${left}.`);
  }
}

console.log("\nHandoffs");
for (const { text } of handoffs) console.log(`  ${text}`);
console.log(`\nAll goals would fit at ${scale?.share ?? "no"} of what they are.`);
