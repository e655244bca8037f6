import type { Path } from "../schema/issue.js";
import type { ChannelInput, PlanInput, StageInput } from "./plan.js";

/** A stage together with where it stands: its path in the plan and the channel it belongs to, null on the main path. */
export interface PlacedStage {
  readonly stage: StageInput;
  readonly path: Path;
  readonly channel: string | null;
  /** Whether it is the first of its list, where units enter the funnel or channels merge. */
  readonly first: boolean;
}

/** A channel together with its path in the plan. */
export interface PlacedChannel {
  readonly channel: ChannelInput;
  readonly path: Path;
}

/** Lists every stage from the sources to the win: the stages of a channel stand before the stage that they feed. */
export function listStages(plan: PlanInput): readonly PlacedStage[] {
  return stagesOf(plan.funnel, ["funnel"], null);
}

function stagesOf(funnel: readonly StageInput[], at: Path, channel: string | null): PlacedStage[] {
  return funnel.flatMap((stage, index) => {
    const path = [...at, index];
    const feeding = (stage.sources ?? []).flatMap((source, position) =>
      stagesOf(source.funnel, [...path, "sources", position, "funnel"], source.channel),
    );
    return [...feeding, { stage, path, channel, first: index === 0 }];
  });
}

/** Lists every channel, at any depth. */
export function listChannels(plan: PlanInput): readonly PlacedChannel[] {
  return channelsOf(listStages(plan));
}

/** Lists the channels that feed these stages. */
export function channelsOf(stages: readonly PlacedStage[]): readonly PlacedChannel[] {
  return stages.flatMap(({ stage, path }) =>
    (stage.sources ?? []).map((channel, index) => ({ channel, path: [...path, "sources", index] })),
  );
}
