import type { ChannelBar, ChannelGroup, ChannelsPicture } from "./picture.js";
import { makeFormat } from "../../format/format.js";
import { planFacts } from "../../words/plan-format.js";
import { channelsWords } from "./words.js";
import { compileFlow, type FlowChannel, type FlowStage } from "../../model/flow.js";
import { decodeExact, encodeExact } from "../../number/exact-string.js";
import { at, must } from "../../number/invariant.js";
import { divide, isZero, multiply, sum, ZERO, type Ratio } from "../../number/ratio.js";
import type { Solution, Targets } from "../../solve/answer.js";
import { deepFreeze } from "../../solve/freeze.js";
import type { PictureNumber } from "../picture-number.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * What does each channel bring, and what does it cost? The share of the units that come to the stage where channels meet,
 * beside the cost of all work in the channel.
 *
 * @returns null where no channels meet, or where no number would do
 *
 * @throws TypeError for anything else than an answer of solve
 *
 * @example
 * ```ts
 * const answer = solve({
 *   goal: { metric: "customers", amount: 10, period: "2026-01" },
 *   funnel: [
 *     {
 *       stage: "demo",
 *       rate: "25%",
 *       sources: [
 *         { channel: "ads", share: "75%", funnel: [{ stage: "click", rate: "2%" }] },
 *         { channel: "calls", rest: true, funnel: [{ stage: "call", rate: "10%" }] },
 *       ],
 *     },
 *   ],
 * });
 * channelsPicture(answer)?.groups[0]?.channels.map(({ channel, share }) => [channel, share.value]);
 * // => [["ads", "0.75"], ["calls", "0.25"]]
 * ```
 */
export function channelsPicture(answer: Solution): ChannelsPicture | null {
  requireHanded("channelsPicture", ["an answer of solve"], answer);
  const { plan, targets } = answer;
  if (targets === null) return null;
  const flow = compileFlow(plan);
  const groups = flow
    .filter(({ feeders }) => feeders.length > 0)
    .map((stage) => groupOf(stage, flow, targets))
    .reverse();
  if (groups.length === 0) return null;
  const facts = planFacts(plan);
  const picture = {
    kind: "channels",
    title: "What each channel brings and costs",
    ...facts,
    groups,
  } as const;
  return deepFreeze({ ...picture, description: channelsWords(picture, makeFormat(undefined, facts)) });
}

function groupOf({ name, feeders }: FlowStage, flow: readonly FlowStage[], targets: Targets): ChannelGroup {
  const units = feeders.map(({ last }) => broughtBy(at(flow, last), targets));
  const all = sum(units);
  const channels = feeders.map((feeder, index): ChannelBar => {
    const brought = at(units, index);
    const path = ["stages", at(flow, feeder.last).name, "exact"];
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

function broughtBy({ name, rate }: FlowStage, { stages }: Targets): Ratio {
  return multiply(rate, decodeExact(must(stages[name], `the target of "${name}"`).exact));
}

/** All stages of a channel, those of channels inside it too. */
function costOf({ last }: FlowChannel, flow: readonly FlowStage[], targets: Targets): PictureNumber | null {
  const inside = new Set<number>([last]);
  for (let index = last - 1; index >= 0; index -= 1) if (inside.has(at(flow, index).next)) inside.add(index);
  const names = new Set([...inside].map((index) => at(flow, index).name));
  const costs = targets.activities.flatMap(({ stage, cost }) =>
    names.has(stage) && cost !== null ? [cost] : [],
  );
  if (costs.length === 0) return null;
  return {
    value: encodeExact(sum(costs.map(decodeExact))),
    path: ["economics", "cost"],
  };
}
