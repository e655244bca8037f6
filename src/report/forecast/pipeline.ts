import type { Forecast, PipelineHealth } from "../../forecast/answer.js";
import { showExact } from "../../model/display.js";
import { compare } from "../../number/ratio.js";
import { parseQuantity } from "../../schema/quantity.js";
import { exactCell } from "../figures.js";
import { pipelineText } from "../sections/pipeline-text.js";
import { left, right, sentence, table, type Block, type Section } from "../report.js";

/** How the open pipeline stands: its value by month, coverage beside the needed one, and what is late. */
export function pipelineSections({ plan, pipelineHealth: open }: Forecast): Section[] {
  const isOpen = open.underWay !== "0";
  return [
    {
      title: "The open pipeline",
      blocks: isOpen
        ? [
            sentence(`${pipelineText(plan, open.inTime)}.`),
            ...weightedTable(open),
            ...coverage(open),
            ...velocity(open),
          ]
        : [],
    },
    { title: "Slipped: expected to be closed by now", blocks: list(open.slipped.map(slippedText)) },
    { title: "Overdue: counted for nothing", blocks: list(open.overdue.map(overdueText)) },
  ];
}

function weightedTable({ weighted }: PipelineHealth): Block[] {
  const rows = weighted.map(({ month, wins, amount }) => [month, exactCell(wins), exactCell(amount)]);
  return rows.length === 0 ? [] : [table([left("Month"), right("Wins"), right("Weighted value")], rows)];
}

function coverage({ coverage: has, neededCoverage: needs }: PipelineHealth): Block[] {
  if (needs === null) return [];
  if (has === null) return [sentence("The goal needs nothing more of the open pipeline.", "good")];
  const enough = compare(parseQuantity(has), parseQuantity(needs)) >= 0;
  const text = `Open work covers what is still needed ${showExact(has)} times; this funnel needs ${showExact(needs)} times${enough ? ", so it carries the goal" : ": new work must bring the rest"}.`;
  return [sentence(text, enough ? "good" : "plain")];
}

function velocity({ velocity: perDay }: PipelineHealth): Block[] {
  return perDay === null || perDay === "0"
    ? []
    : [sentence(`Velocity: ${showExact(perDay)} a day, over the mean length of the path.`)];
}

function slippedText({ stage, item, expected, value }: PipelineHealth["slipped"][number]): string {
  const worth = value === null ? "" : `, worth ${showExact(value)}`;
  return `Item ${item + 1} of "${stage}"${worth}, was expected on ${expected}.`;
}

function overdueText({ stage, item, entered }: PipelineHealth["overdue"][number]): string {
  const which = item === null ? `Open work of "${stage}"` : `Item ${item + 1} of "${stage}"`;
  return entered === null ? `${which}.` : `${which}, which entered on ${entered}.`;
}

function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}
