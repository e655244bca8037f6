import type { Path } from "../schema/issue.js";
import type { ChannelInput, PlanParts, StageInput } from "./plan.js";

/** A stage together with where it stands: its path in the plan and the channel it belongs to, null on the main path. */
export interface PlacedStage {
  readonly stage: StageInput;
  readonly path: Path;
  readonly channel: string | null;
  /** Whether it is the first of its list, where units enter the funnel. */
  readonly first: boolean;
  /** Whether it is no stage of the plan, but what a channel without stages brings from outside. */
  readonly isOutside: boolean;
}

/** A channel together with its path in the plan. */
interface PlacedChannel {
  readonly channel: ChannelInput;
  readonly path: Path;
}

/**
 * Lists every stage from the sources to the win: the stages of a channel stand before the stage that they feed. A channel
 * without stages stands there as one of its own, see {@link outsideStage}.
 */
export function listStages(plan: PlanParts): readonly PlacedStage[] {
  return stagesOf(plan.funnel, ["funnel"], null);
}

function stagesOf(funnel: readonly StageInput[], at: Path, channel: string | null): PlacedStage[] {
  return funnel.flatMap((stage, index) => {
    const path = [...at, index];
    const feeding = (stage.sources ?? []).flatMap((source, position) =>
      sourceStages(source, [...path, "sources", position]),
    );
    return [...feeding, { stage, path, channel, first: index === 0, isOutside: false }];
  });
}

function sourceStages(source: ChannelInput, path: Path): readonly PlacedStage[] {
  const { channel, funnel } = source;
  if (funnel.length > 0) return stagesOf(funnel, [...path, "funnel"], channel);
  return [{ stage: outsideStage(source), path, channel, first: true, isOutside: true }];
}

/** What a channel without stages brings: units from outside that bear its name, all of which enter the stage that it feeds. */
export function outsideStage({ channel }: Pick<ChannelInput, "channel">): StageInput {
  return { stage: channel, rate: "100%" };
}

/** Lists every channel, at any depth. */
export function listChannels(plan: PlanParts): readonly PlacedChannel[] {
  return channelsOf(listStages(plan));
}

/** Lists the channels that feed these stages. */
export function channelsOf(stages: readonly PlacedStage[]): readonly PlacedChannel[] {
  return stages.flatMap(({ stage, path }) =>
    (stage.sources ?? []).map((channel, index) => ({ channel, path: [...path, "sources", index] })),
  );
}

/** The stages of the list that one stands in, itself included, in their order. */
export function stagesBeside(stages: readonly PlacedStage[], { path }: PlacedStage): readonly PlacedStage[] {
  return stages.filter(
    (each) => each.path.length === path.length && each.path.slice(0, -1).every((key, at) => key === path[at]),
  );
}
