import { readFileSync } from "node:fs";
import { applyChange, explain, solve } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const solution = solve(plan);
console.log(explain(solution, ["targets", "exactWins"]).text);
console.log(`So ${solution.targets?.wins} wins, from ${solution.targets?.stages["demo"]?.total} demos.`);

// The same goal counted as whole contracts on the day they are won.
const signed = solve(applyChange(plan, { path: ["goal", "metric"], to: "revenue" }));
console.log(
  `Whole contracts would be ${signed.targets?.wins} wins, which earn less than the goal in the year.`,
);
