import { pathText } from "../../schema/issue.js";
import type { Comparison } from "../../sensitivity/compare.js";
import { countCell, exactCell } from "../figures.js";
import { left, right, table, type Report, type Section } from "../report.js";

/** The report of scenarios side by side: one column each. */
export function compareReport({ scenarios }: Comparison): Report {
  const columns = [left(""), ...scenarios.map(({ name }) => right(name))];
  const stages = [...new Set(scenarios.flatMap((scenario) => Object.keys(scenario.stages)))];
  const rows = [
    ["can be reached", ...scenarios.map(({ status }) => (status === "feasible" ? "yes" : "no"))],
    ["wins", ...scenarios.map(({ wins }) => countCell(wins))],
    ...stages.map((stage) => [
      stage,
      ...scenarios.map((each) => countCell(each.stages[stage]?.total ?? null)),
    ]),
    ...stages.map((stage) => [
      `${stage} a day`,
      ...scenarios.map((each) => countCell(each.stages[stage]?.perDay ?? null)),
    ]),
    ["minutes a day", ...scenarios.map(({ minutesPerDay }) => exactCell(minutesPerDay))],
    ["cost", ...scenarios.map(({ cost }) => exactCell(cost))],
    ["greatest goal", ...scenarios.map(({ nearest }) => exactCell(nearest?.amount ?? null))],
  ].filter(([, ...cells]) => cells.some((cell) => cell !== ""));
  const changed = scenarios.flatMap(({ name, changes }) =>
    changes.map(({ path, to }) => `${name}: ${pathText(path)} becomes ${written(to)}.`),
  );
  const sections: Section[] = [
    { title: "Side by side", blocks: [table(columns, rows)] },
    { title: "Changes", blocks: changed.length === 0 ? [] : [{ kind: "list", items: changed }] },
  ];
  return { title: "Scenarios", sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

function written(to: unknown): string {
  if (to === undefined) return "nothing";
  return typeof to === "string" ? to : JSON.stringify(to);
}
