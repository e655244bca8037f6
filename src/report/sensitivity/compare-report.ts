import { plainFormat, type Format } from "../../format/format.js";
import { encodeExact, type ExactString } from "../../number/exact-string.js";
import { ratio, subtract } from "../../number/ratio.js";
import { parseQuantity } from "../../schema/quantity.js";
import { pathText } from "../../schema/issue.js";
import { chanceWords } from "../../words/chance.js";
import type { Compared, Comparison } from "../../sensitivity/compare.js";
import { amountCell, numberCell, signedAmountCell, signedCell } from "../figures.js";
import { left, right, table, type Cell, type FormatOption, type Report, type Section } from "../report.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * The report of scenarios side by side: one column each; of a single one also what is different, before and after.
 *
 * @throws TypeError for anything else than an answer of compare
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] } as const;
 * const better = { name: "better demos", changes: [{ path: ["funnel", 0, "rate"], to: "50%" }] };
 * const [block] = compareReport(compare(plan, [better])).sections[0]?.blocks ?? [];
 * block?.kind === "table" && block.rows[4]; // => ["demo", "40", "20", "−20"]
 * ```
 */
export function compareReport(answer: Comparison, { format = plainFormat }: FormatOption = {}): Report {
  requireHanded("compareReport", ["an answer of compare"], answer);
  return { title: "Scenarios", sections: comparedSections(answer, format) };
}

/** The sections of scenarios side by side, and of what is different in each. */
export function comparedSections({ scenarios }: Comparison, format: Format): readonly Section[] {
  const names = scenarios.map(({ name }) => right(name));
  const isPair = scenarios.length === 2;
  const columns = [left(""), ...names, ...(isPair ? [right("difference")] : [])];
  const rows = linesOf(scenarios)
    .filter(({ figures }) => figures.some((figure) => figure !== null && figure !== ""))
    .map(({ what, kind, figures }) => [
      what,
      ...figures.map((figure) => SHOWN[kind](format, figure)),
      ...(isPair ? [differenceCell(format, kind, figures)] : []),
    ]);
  const changed = scenarios.flatMap(({ name, changes }) =>
    changes.map(({ path, to }) => `${name}: ${pathText(path)} becomes ${written(to)}.`),
  );
  const sections: Section[] = [
    { title: "Side by side", blocks: [table(columns, rows)] },
    { title: "Changes", blocks: changed.length === 0 ? [] : [{ kind: "list", items: changed }] },
  ];
  return sections.filter(({ blocks }) => blocks.length > 0);
}

/** How a line's figures are shown; `text` is said as it is. */
type LineKind = "text" | "count" | "number" | "amount" | "chance";

/** One figure of every scenario; null where one has none. */
interface Line {
  readonly what: string;
  readonly kind: LineKind;
  readonly figures: readonly (ExactString | number | null)[];
}

function linesOf(scenarios: readonly Compared[]): readonly Line[] {
  const line = (what: string, kind: LineKind, of: (each: Compared) => ExactString | number | null): Line => ({
    what,
    kind,
    figures: scenarios.map(of),
  });
  const stages = [...new Set(scenarios.flatMap((scenario) => Object.keys(scenario.stages)))];
  return [
    line("can be reached", "text", ({ status }) => (status === "feasible" ? "yes" : "no")),
    ...(scenarios.some(({ metric }) => metric !== undefined)
      ? [line("goal that needs most", "text", ({ metric = "" }) => metric)]
      : []),
    ...(isOneMetric(scenarios) ? [line("amount", "amount", ({ amount }) => amount)] : []),
    line("wins", "count", ({ wins }) => wins),
    line("chance", "chance", ({ chance }) => chance),
    line("revenue", "amount", ({ revenue }) => revenue),
    line("cost", "amount", ({ cost }) => cost),
    line("cost per win", "amount", ({ cac }) => cac),
    line("profit", "amount", ({ profit }) => profit),
    line("minutes a day", "number", ({ minutesPerDay }) => minutesPerDay),
    line("hours in all", "number", ({ hours }) => hours),
    ...stages.map((stage) => line(stage, "count", (each) => each.stages[stage]?.total ?? null)),
    ...stages.map((stage) => line(`${stage} a day`, "count", (each) => each.stages[stage]?.perDay ?? null)),
    ...(isOneMetric(scenarios)
      ? [line("greatest goal", "number", ({ nearest }) => nearest?.amount ?? null)]
      : []),
  ];
}

/** Amounts of several goals that bind in turn do not stand side by side. */
function isOneMetric(scenarios: readonly Compared[]): boolean {
  return scenarios.every(({ metric }) => metric === scenarios[0]?.metric);
}

const SHOWN: Readonly<Record<LineKind, (format: Format, figure: ExactString | number | null) => Cell>> = {
  text: (_format, figure) => String(figure ?? ""),
  count: numberCell,
  number: numberCell,
  amount: amountCell,
  chance: (format, figure) => (figure === null ? "" : chanceWords(Number(figure), format)),
};

/** Points between two chances; below one in tenths, because 57% beside 58% is more than none. */
function pointsCell(format: Format, points: number): Cell {
  const tenths = Math.abs(points) < 1 ? Math.round(10 * points) : 10 * Math.round(points);
  const shown = format.signed(encodeExact(ratio(tenths, 10)));
  return Math.abs(tenths) === 10 ? `${shown} point` : `${shown} points`;
}

/** After − before; chances differ in points, and words do not. */
function differenceCell(format: Format, kind: LineKind, [before, after]: Line["figures"]): Cell {
  if (before === null || after === null || before === undefined || after === undefined) return "";
  switch (kind) {
    case "text":
      return "";
    case "chance":
      return pointsCell(format, 100 * (Number(after) - Number(before)));
    case "count":
    case "number":
    case "amount": {
      const apart = encodeExact(subtract(parseQuantity(after), parseQuantity(before)));
      return kind === "amount" ? signedAmountCell(format, apart) : signedCell(format, apart);
    }
  }
}

function written(to: unknown): string {
  if (to === undefined) return "nothing";
  return typeof to === "string" ? to : JSON.stringify(to);
}
