import type { Format } from "../../format/format.js";
import { at } from "../../number/invariant.js";
import type { ChannelsPicture } from "../../charts/channels/picture.js";
import { amountCell, partCells } from "../figures.js";
import { left, right, table, type Section } from "../report.js";
import { pictured } from "./pictured.js";

/** What each channel brings to the stage where channels meet, and what it costs. */
export function channelSection(picture: ChannelsPicture | null, format: Format): Section {
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
  return pictured(picture, { title: "Channels", blocks: [table(columns, rows)] });
}
