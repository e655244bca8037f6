const { parsePlan, solve } = require("reverse-funnel");
const { parsePlanYaml } = require("reverse-funnel/yaml");
const schema = require("reverse-funnel/plan.schema.json");
const { readFileSync } = require("node:fs");

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
