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
export const demos: number | undefined = solve(plan).targets?.stages["demo"].total;
export const doors = [fromCsv, toSvg, toText, toCsv, historySql, parsePlanYaml, readXlsx, toXlsx, PlanError];

// @ts-expect-error: no stage is called that
solve(plan).targets?.stages["dmeo"].total;
