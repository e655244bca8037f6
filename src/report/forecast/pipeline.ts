import { chosenPlan } from "../../plan/goals.js";
import type { Format } from "../../format/format.js";
import type { Forecast, PipelineHealth } from "../../forecast/answer.js";
import { decodeExact } from "../../number/exact-string.js";
import { at } from "../../number/invariant.js";
import { compare } from "../../number/ratio.js";
import { isMoney, metricAmount } from "../../words/goal.js";
import { pipelineText } from "../sections/pipeline-text.js";
import { partCells } from "../figures.js";
import { left, right, sentence, table, type Block, type Section } from "../report.js";

/**
 * How the open pipeline stands: its value by month, coverage beside the needed one, and what is late, item by item up to so
 * many.
 */
export function pipelineSections(answer: Forecast, format: Format, most = Infinity): Section[] {
  const { pipelineHealth: open } = answer;
  const plan = chosenPlan(answer);
  const worth = (value: string) => metricAmount(plan, value, format);
  const listed = <Item>(all: readonly Item[], text: (item: Item) => string): Block[] =>
    list([
      ...all.slice(0, most).map(text),
      ...(all.length > most ? [`… and ${format.number(all.length - most)} more.`] : []),
    ]);
  return [
    {
      title: "The open pipeline",
      blocks:
        open.underWay === "0"
          ? []
          : [
              sentence(`${pipelineText(plan, open.inTime, format)}.`),
              ...weightedTable(open, isMoney(plan) ? "amount" : "number", format),
              ...coverage(open, format),
              ...velocity(open, worth),
            ],
    },
    {
      title: "Slipped: expected to be closed by now",
      blocks: listed(open.slipped, (item) => slippedText(item, worth, format)),
    },
    {
      title: "Overdue: counted for nothing",
      blocks: listed(open.overdue, (item) => overdueText(item, format)),
    },
  ];
}

type Worth = (value: string) => string;

function weightedTable({ weighted }: PipelineHealth, kind: "amount" | "number", format: Format): Block[] {
  const all = weighted.map(({ wins }) => wins);
  const wins = partCells(format, all);
  const amounts = partCells(
    format,
    weighted.map(({ amount }) => amount),
    kind,
  );
  const rows = weighted.map(({ month }, index) => [format.month(month), at(wins, index), at(amounts, index)]);
  return rows.length === 0 ? [] : [table([left("Month"), right("Wins"), right("Weighted value")], rows)];
}

function coverage({ coverage: has, neededCoverage: needs }: PipelineHealth, format: Format): Block[] {
  if (needs === null) return [];
  if (has === null) return [sentence("The goal needs nothing more of the open pipeline.", "good")];
  const enough = compare(decodeExact(has), decodeExact(needs)) >= 0;
  const verdict = enough ? ", so on average it carries the goal" : ": new work must bring the rest";
  const text = `Open work covers what is still needed ${format.number(has)} times; this funnel needs ${format.number(needs)} times${verdict}.`;
  return [sentence(text, enough ? "good" : "plain")];
}

function velocity({ velocity: perDay }: PipelineHealth, worth: Worth): Block[] {
  return perDay === null || perDay === "0"
    ? []
    : [sentence(`Velocity: ${worth(perDay)} a day, over the mean length of the path.`)];
}

function slippedText(
  { stage, item, expected, value }: PipelineHealth["slipped"][number],
  worth: Worth,
  format: Format,
): string {
  const valued = value === null ? "" : `, worth ${worth(value)}`;
  return `Item ${format.number(item + 1)} of "${stage}"${valued}, was expected on ${format.date(expected)}.`;
}

function overdueText({ stage, item, entered }: PipelineHealth["overdue"][number], format: Format): string {
  const which = item === null ? `Open work of "${stage}"` : `Item ${format.number(item + 1)} of "${stage}"`;
  return entered === null ? `${which}.` : `${which}, which entered on ${format.date(entered)}.`;
}

function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}
