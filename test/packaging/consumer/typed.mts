import { definePlan, solve } from "reverse-funnel";
import { fromCsv } from "reverse-funnel/adapters";
import { toSvg } from "reverse-funnel/charts";
import { toText } from "reverse-funnel/report";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = definePlan({
  goal: { metric: "net-new-mrr", amount: 10000, period: "2026-01" },
  deal: { value: 1000 },
  churn: { customers: 5 },
  funnel: [{ stage: "demo request", rate: "50%" }],
});
const solution = solve(plan);
if (solution.status === "feasible") {
  const wins: number = solution.targets.wins;
  const demoRequests: number = solution.targets.stages["demo request"].total;
  console.log(wins, demoRequests);
}
console.log(parsePlanYaml("").goal.metric);

const { journeys, issues } = fromCsv("id,stage,on\n1,demo request,2026-01-05\n", { funnel: plan.funnel });
console.log(journeys[0]?.steps[0]?.stage, issues[0]?.message, typeof toText);

// @ts-expect-error: no stage is called that
console.log(solution.targets?.stages["dmeo request"].total);
