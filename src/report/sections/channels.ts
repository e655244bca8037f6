import type { ChannelsPicture } from "../picture/channels.js";
import { exactCell, rateCell } from "../figures.js";
import { left, right, table, type Section } from "../report.js";
import { pictured } from "./pictured.js";

/** What each channel brings to the stage where channels meet, and what it costs. */
export function channelSection(picture: ChannelsPicture | null): Section {
  if (picture === null) return { title: "Channels", blocks: [] };
  const rows = picture.groups.flatMap(({ stage, channels }) =>
    channels.map(({ channel, units, share, cost }) => [
      channel,
      stage,
      exactCell(units.value),
      rateCell(share.value),
      exactCell(cost?.value ?? null),
    ]),
  );
  const cost = picture.currency === null ? "Cost" : `Cost (${picture.currency})`;
  const columns = [left("Channel"), left("Brings"), right("Units"), right("Share"), right(cost)];
  return pictured(picture, { title: "Channels", blocks: [table(columns, rows)] });
}
