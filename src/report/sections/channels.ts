import type { Format } from "../../format/format.js";
import { at } from "../../number/invariant.js";
import type { ChannelsPicture } from "../../charts/channels/picture.js";
import type { Targets } from "../../solve/answer.js";
import { amountCell, numberCell, partCells } from "../figures.js";
import { left, right, table, type Block, type Cell, type Section } from "../report.js";
import { pictured } from "./pictured.js";

/** What each channel brings to the stage where channels meet, and what it costs. */
export function channelSection(
  picture: ChannelsPicture | null,
  format: Format,
  money: Targets["channels"] = [],
): Section {
  if (picture === null) return { title: "Channels", blocks: [] };
  const rows = picture.groups.flatMap(({ stage, channels }) => {
    const units = partCells(
      format,
      channels.map((channel) => channel.units.value),
    );
    const shares = partCells(
      format,
      channels.map(({ share }) => share.value),
      "rate",
    );
    return channels.map(({ channel, cost }, index) => [
      channel,
      stage,
      at(units, index),
      at(shares, index),
      amountCell(format, cost?.value ?? null),
    ]);
  });
  const cost = picture.currency === null ? "Cost" : `Cost (${picture.currency})`;
  const columns = [left("Channel"), left("Brings"), right("Units"), right("Share"), right(cost)];
  return pictured(picture, {
    title: "Channels",
    blocks: [table(columns, rows), ...moneyBlocks(money, format)],
  });
}

/** What each channel brings and costs in money, its part of the later work included; nothing where no money is known. */
export function channelMoneySection({ channels }: Targets, format: Format): Section {
  return { title: "Channels in money", blocks: moneyBlocks(channels, format) };
}

const MONEY = [
  left("Channel"),
  right("Wins"),
  right("Revenue"),
  right("Own cost"),
  right("Later cost"),
  right("Profit"),
  right("CAC"),
  right("Payback"),
];

function moneyBlocks(channels: Targets["channels"], format: Format): Block[] {
  if (channels.every(({ revenue, cost }) => revenue === null && cost === null)) return [];
  const wins = partCells(
    format,
    channels.map((channel) => channel.wins),
  );
  const rows = channels.map(({ channel, revenue, cost, laterCost, profit, cac, paybackMonths }, index) => [
    channel,
    at(wins, index),
    amountCell(format, revenue),
    amountCell(format, cost),
    amountCell(format, laterCost),
    amountCell(format, profit),
    amountCell(format, cac),
    numberCell(format, paybackMonths),
  ]);
  return [table(withContent(MONEY, rows), withCells(rows))];
}

/** Columns in which some row says something. */
function filled(rows: readonly (readonly Cell[])[], column: number): boolean {
  return rows.some((row) => row[column] !== "");
}

function withContent<Column>(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): readonly Column[] {
  return columns.filter((_, column) => filled(rows, column));
}

function withCells(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  return rows.map((row) => row.filter((_, column) => filled(rows, column)));
}
