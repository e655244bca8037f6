import type { Format } from "../../format/format.js";
import type { Target } from "../../schedule/target.js";
import type { Targets } from "../../solve/answer.js";
import { countCell, dateCell, numberCell, writtenRateCell } from "../figures.js";
import { left, right, sentence, table, type Block, type Section } from "../report.js";

const COLUMNS = [
  left("Stage"),
  left("Channel"),
  left("Owner"),
  right("Rate"),
  right("Open"),
  right("Total"),
  right("New"),
  right("A week"),
  right("A day"),
  left("Start by"),
  left("Why"),
];

/** What must enter each stage, from the sources to the win. */
export function pathSection({ path }: Targets, format: Format): Section {
  const title = "What must enter, by stage";
  if (path.every(({ kind, total }) => kind === "win" && total === 0)) return { title, blocks: [] };
  const startBy = lastDays(path);
  const rows = path.map((target, index) => [
    target.stage,
    target.channel ?? "",
    target.owner ?? "",
    writtenRateCell(format, target.rate),
    target.kind === "win" || path.every(isEmpty) ? "" : numberCell(format, target.fromPipeline),
    countCell(format, target.total),
    target.new === undefined ? "" : countCell(format, target.new),
    countCell(format, target.perWeek),
    countCell(format, target.perDay),
    dateCell(format, startBy[index] ?? null),
    target.why ?? "",
  ]);
  return { title, blocks: [table(COLUMNS, rows), ...notes(path, format)] };
}

/** What the win holds of open work is said with the goal. */
function isEmpty({ fromPipeline: open, kind }: Target): boolean {
  return open === "0" || kind === "win";
}

/** Start-by days are only worth a column where they differ: where going on takes time. */
function lastDays(path: readonly Target[]): (string | null)[] {
  const days = path.map(({ window, kind }) => (kind === "win" ? null : (window?.startBy ?? null)));
  const end = path.at(-1)?.window?.startBy;
  return days.every((day) => day === null || day === end) ? [] : days;
}

function notes(path: readonly Target[], format: Format): Block[] {
  const surplus = path.filter((target) => target.surplus !== "0");
  const extra = path.filter((target) => target.extra > 0);
  return [
    ...surplus.map((target) =>
      sentence(
        `Channels with fixed units bring ${format.number(target.surplus)} more to "${target.stage}" than it needs.`,
      ),
    ),
    ...extra.map((target) =>
      sentence(`Handing whole numbers over adds ${format.number(target.extra)} to "${target.stage}".`),
    ),
  ];
}
