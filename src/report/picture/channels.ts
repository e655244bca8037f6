import { showExact, showRate } from "../../model/display.js";
import { compileFlow, type FlowChannel, type FlowStage } from "../../model/flow.js";
import { parseExact, encodeExact } from "../../number/exact-string.js";
import { divide, isZero, multiply, sum, ZERO, type Ratio } from "../../number/ratio.js";
import type { Solution, Targets } from "../../solve/answer.js";
import { deepFreeze } from "../../solve/freeze.js";
import type { PictureNumber, PictureWords } from "./picture-number.js";

/** What one channel brings, and what it costs. */
export interface ChannelBar {
  /** The channel as it is named in the plan. */
  readonly channel: string;
  /** The units it brings to the stage it feeds, with the path of what must enter its last stage. */
  readonly units: PictureNumber;
  /** Its share of all units that come to the stage. */
  readonly share: PictureNumber;
  /** What all work in the channel costs, with the path of the cost of all work; null where no cost is written. */
  readonly cost: PictureNumber | null;
}

/** The channels that meet in one stage. */
export interface ChannelGroup {
  /** The stage they feed. */
  readonly stage: string;
  /** The channels, in the order of the plan. */
  readonly channels: readonly ChannelBar[];
}

/** What each channel brings to the stage it feeds, beside what it costs. */
export interface ChannelsPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "channels";
  /** Every stage that channels feed, the one nearest to the win first. */
  readonly groups: readonly ChannelGroup[];
}

/**
 * What does each channel bring, and what does it cost? The share of the units that come to the stage where channels meet,
 * beside the cost of all work in the channel.
 *
 * @returns null where no channels meet, or where no number would do
 */
export function channelsPicture({ plan, targets }: Solution): ChannelsPicture | null {
  if (targets === null) return null;
  const flow = compileFlow(plan);
  const groups = flow
    .filter(({ feeders }) => feeders.length > 0)
    .map((stage) => groupOf(stage, flow, targets))
    .reverse();
  if (groups.length === 0) return null;
  const currency = plan.currency ?? null;
  return deepFreeze({
    kind: "channels",
    title: "What each channel brings and costs",
    description: groups.map((group) => groupWords(group, currency)).join(" "),
    names: groups.flatMap(({ stage, channels }) => [stage, ...channels.map(({ channel }) => channel)]),
    currency,
    groups,
  });
}

function groupOf({ name, feeders }: FlowStage, flow: readonly FlowStage[], targets: Targets): ChannelGroup {
  const units = feeders.map(({ last }) => broughtBy(flow[last], targets));
  const all = sum(units);
  const channels = feeders.map((feeder, index): ChannelBar => {
    const brought = units[index] ?? ZERO;
    const path = ["stages", flow[feeder.last]?.name ?? "", "exact"];
    const share = isZero(all) ? ZERO : divide(brought, all);
    return {
      channel: feeder.name,
      units: { value: encodeExact(brought), path },
      share: { value: encodeExact(share), path },
      cost: costOf(feeder, flow, targets),
    };
  });
  return { stage: name, channels };
}

function broughtBy(last: FlowStage | undefined, { stages }: Targets): Ratio {
  const entering = last === undefined ? undefined : stages[last.name]?.exact;
  return last === undefined || entering === undefined
    ? ZERO
    : multiply(last.rate, parseExact(entering) ?? ZERO);
}

/** All stages of a channel, those of channels inside it too. */
function costOf({ last }: FlowChannel, flow: readonly FlowStage[], targets: Targets): PictureNumber | null {
  const inside = new Set<number>([last]);
  for (let index = last - 1; index >= 0; index -= 1) {
    const next = flow[index]?.next ?? -1;
    if (inside.has(next)) inside.add(index);
  }
  const names = new Set([...inside].map((index) => flow[index]?.name));
  const costs = targets.activities.flatMap(({ stage, cost }) =>
    names.has(stage) && cost !== null ? [cost] : [],
  );
  if (costs.length === 0) return null;
  return {
    value: encodeExact(sum(costs.map((cost) => parseExact(cost) ?? ZERO))),
    path: ["economics", "cost"],
  };
}

function groupWords({ stage, channels }: ChannelGroup, currency: string | null): string {
  const each = channels.map(({ channel, units, share, cost }) => {
    const costs =
      cost === null ? "" : `, costs ${showExact(cost.value)}${currency === null ? "" : ` ${currency}`}`;
    return `${channel} brings ${showExact(units.value)} (${showRate(parseExact(share.value) ?? ZERO)})${costs}`;
  });
  return `To ${stage}: ${each.join("; ")}.`;
}
