import { parsePlan, solve } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";
import schema from "reverse-funnel/plan.schema.json" with { type: "json" };
import { readFileSync } from "node:fs";

const plan = parsePlanYaml(readFileSync("plan.yaml", "utf8"));
const { status, targets } = solve(parsePlan(plan));
console.log(
  JSON.stringify({
    status,
    wins: targets.wins,
    demoRequests: targets.stages["demo request"].total,
    schema: typeof schema.$schema,
  }),
);
