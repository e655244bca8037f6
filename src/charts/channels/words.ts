import type { Format } from "../../format/format.js";
import { at } from "../../number/invariant.js";
import type { Unsaid } from "../picture-number.js";
import type { ChannelGroup, ChannelsPicture } from "./picture.js";

/** The channels in sentences: what each brings, its share, and what it costs. */
export function channelsWords({ groups }: Unsaid<ChannelsPicture>, format: Format): string {
  return groups.map((group) => groupWords(group, format)).join(" ");
}

/** The shares of a group's channels, which add up to 100% as they are shown. */
export function shareTexts({ channels }: ChannelGroup, format: Format): readonly string[] {
  return format.parts(
    channels.map(({ share }) => share.value),
    "rate",
  );
}

function groupWords(group: ChannelGroup, format: Format): string {
  const shares = shareTexts(group, format);
  const each = group.channels.map(({ channel, units, cost }, index) => {
    const costs = cost === null ? "" : `, costs ${format.money(cost.value)}`;
    return `${channel} brings ${format.number(units.value)} (${at(shares, index)})${costs}`;
  });
  return `To ${group.stage}: ${each.join("; ")}.`;
}
