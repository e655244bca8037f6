// Every door by its types, in a module of any kind, with nothing of DOM or Node.
import { definePlan, PlanError, solve } from "reverse-funnel";
import { fromCsv } from "reverse-funnel/adapters";
import { toSvg } from "reverse-funnel/charts";
import { toText } from "reverse-funnel/report";
import { toCsv } from "reverse-funnel/rows";
import { historySql } from "reverse-funnel/sql";
import { readXlsx, toXlsx } from "reverse-funnel/xlsx";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = definePlan({
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "25%" }],
});
const solution = solve(plan);
export const demos: number | undefined = solution.targets?.stages["demo"].total;
// An answer that is feasible has targets.
export const wins: number = solution.status === "feasible" ? solution.targets.wins : 0;
// A plan has one goal or several.
export const metric: string | undefined = parsePlanYaml("").goal?.metric;
const { journeys, issues } = fromCsv("id,stage,on\n1,demo,2026-01-05\n", { funnel: plan.funnel });
export const said: readonly (string | undefined)[] = [journeys[0]?.steps[0]?.stage, issues[0]?.message];
export const doors = [fromCsv, toSvg, toText, toCsv, historySql, parsePlanYaml, readXlsx, toXlsx, PlanError];

// @ts-expect-error: no stage is called that
solution.targets?.stages["dmeo"].total;
