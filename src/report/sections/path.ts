import type { Target } from "../../schedule/target.js";
import type { Targets } from "../../solve/answer.js";
import { countCell, exactCell, rateCell } from "../figures.js";
import { left, right, sentence, table, type Block, type Section } from "../report.js";

const COLUMNS = [
  left("Stage"),
  left("Channel"),
  left("Owner"),
  right("Rate"),
  right("Open"),
  right("Total"),
  right("A week"),
  right("A day"),
  left("Start by"),
];

/** What must enter each stage, from the sources to the win. */
export function pathSection({ path }: Targets): Section {
  const startBy = lastDays(path);
  const rows = path.map((target, index) => [
    target.stage,
    target.channel ?? "",
    target.owner ?? "",
    rateCell(target.rate),
    target.kind === "win" || path.every(isEmpty) ? "" : exactCell(target.fromPipeline),
    countCell(target.total),
    countCell(target.perWeek),
    countCell(target.perDay),
    startBy[index] ?? "",
  ]);
  return { title: "What must enter, by stage", blocks: [table(COLUMNS, rows), ...notes(path)] };
}

/** What the win holds of open work is said with the goal. */
function isEmpty({ fromPipeline: open, kind }: Target): boolean {
  return open === "0" || kind === "win";
}

/** Start-by days are only worth a column where they differ: where going on takes time. */
function lastDays(path: readonly Target[]): string[] {
  const days = path.map(({ window, kind }) => (kind === "win" ? "" : (window?.startBy ?? "")));
  const end = path.at(-1)?.window?.startBy;
  return days.every((day) => day === "" || day === end) ? [] : days;
}

function notes(path: readonly Target[]): Block[] {
  const surplus = path.filter((target) => target.surplus !== "0");
  const extra = path.filter((target) => target.extra > 0);
  return [
    ...surplus.map((target) =>
      sentence(
        `Channels with fixed units bring ${exactCell(target.surplus)} more to "${target.stage}" than it needs.`,
      ),
    ),
    ...extra.map((target) =>
      sentence(`Handing whole numbers over adds ${countCell(target.extra)} to "${target.stage}".`),
    ),
  ];
}
