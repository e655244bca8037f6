import { plainFormat } from "../../format/format.js";
import { pathText } from "../../schema/issue.js";
import { chanceWords } from "../../words/chance.js";
import type { Comparison } from "../../sensitivity/compare.js";
import { amountCell, countCell, numberCell } from "../figures.js";
import { left, right, table, type FormatOption, type Report, type Section } from "../report.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * The report of scenarios side by side: one column each.
 *
 * @throws TypeError for anything else than an answer of compare
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] } as const;
 * const better = { name: "better demos", changes: [{ path: ["funnel", 0, "rate"], to: "50%" }] };
 * const [block] = compareReport(compare(plan, [better])).sections[0]?.blocks ?? [];
 * block?.kind === "table" && block.rows[3]; // => ["demo", "40", "20"]
 * ```
 */
export function compareReport(answer: Comparison, { format = plainFormat }: FormatOption = {}): Report {
  requireHanded("compareReport", ["an answer of compare"], answer);
  const { scenarios } = answer;
  const columns = [left(""), ...scenarios.map(({ name }) => right(name))];
  const stages = [...new Set(scenarios.flatMap((scenario) => Object.keys(scenario.stages)))];
  const rows = [
    ["can be reached", ...scenarios.map(({ status }) => (status === "feasible" ? "yes" : "no"))],
    ["wins", ...scenarios.map(({ wins }) => countCell(format, wins))],
    ["chance", ...scenarios.map(({ chance }) => (chance === null ? "" : chanceWords(chance, format)))],
    ...stages.map((stage) => [
      stage,
      ...scenarios.map((each) => countCell(format, each.stages[stage]?.total ?? null)),
    ]),
    ...stages.map((stage) => [
      `${stage} a day`,
      ...scenarios.map((each) => countCell(format, each.stages[stage]?.perDay ?? null)),
    ]),
    ["minutes a day", ...scenarios.map(({ minutesPerDay }) => numberCell(format, minutesPerDay))],
    ["cost", ...scenarios.map(({ cost }) => amountCell(format, cost))],
    ["greatest goal", ...scenarios.map(({ nearest }) => numberCell(format, nearest?.amount ?? null))],
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
