import type { StageInput } from "../../plan/plan.js";
import type { Journey } from "./journey.js";

/** The stages that deals go through, source first: their names, or the funnel of a plan with its channels. */
export type FunnelStages<Stage extends string = string> = readonly (Stage | StageInput<Stage>)[];

/** One way through the funnel: the stages of a channel and then those of the paths it merges into. */
export interface StagePath<Stage extends string = string> {
  /** The channels from the main path out to the source; none for a funnel without channels. */
  readonly channels: readonly string[];
  readonly stages: readonly Stage[];
}

/**
 * Which ways lead through a funnel? One for each source: where channels enter in the middle, that of the stages before comes
 * first, then those of the channels in the order of the plan. What a channel without stages brings passes a stage of its name.
 *
 * @example
 * ```ts
 * listPaths(["demo", "proposal"]); // => [{ channels: [], stages: ["demo", "proposal"] }]
 * ```
 */
export function listPaths<Stage extends string>(funnel: FunnelStages<Stage>): readonly StagePath<Stage>[] {
  let paths: readonly StagePath<Stage>[] = [{ channels: [], stages: [] }];
  funnel.forEach((each, place) => {
    const [name, sources] = typeof each === "string" ? [each, []] : [each.stage, each.sources ?? []];
    const entering = sources.flatMap(({ channel, funnel: feeding }) => pathsOf(channel, feeding));
    // Where channels enter at the first stage, nothing comes from before it.
    const before = place === 0 && entering.length > 0 ? [] : paths;
    paths = [...before, ...entering].map(({ channels, stages }) => ({ channels, stages: [...stages, name] }));
  });
  return paths;
}

function pathsOf<Stage extends string>(
  channel: string,
  funnel: FunnelStages<Stage>,
): readonly StagePath<Stage>[] {
  // Its units bear the channel's name, though no stage of the plan does.
  if (funnel.length === 0) return [{ channels: [channel], stages: [channel as Stage] }];
  return listPaths(funnel).map(({ channels, stages }) => ({ channels: [channel, ...channels], stages }));
}

/** Every stage of all paths, once, in the order in which units can go through them. */
export function listPathStages<Stage extends string>(paths: readonly StagePath<Stage>[]): readonly Stage[] {
  const longestTail = paths.length > 1 ? tailOf(paths) : [];
  const shared = new Set(longestTail);
  const own = paths.flatMap(({ stages }) => stages.filter((stage) => !shared.has(stage)));
  return [...new Set([...own, ...longestTail])];
}

/** The path that a journey took; see {@link pathChooser}. */
type PathChooser<Stage extends string> = (
  journey: Pick<Journey<Stage>, "channel" | "steps">,
) => StagePath<Stage>;

/**
 * Makes the function that says which path a journey took: that of its channel; else the one path that has all its stages;
 * else the stages that all paths with them share, because nobody can tell them apart.
 */
export function pathChooser<Stage extends string>(paths: readonly StagePath<Stage>[]): PathChooser<Stage> {
  const [only] = paths;
  if (only !== undefined && paths.length === 1) return () => only;
  const known = new Map<string, StagePath<Stage>>();
  return ({ channel, steps }) => {
    const key = JSON.stringify([channel, [...new Set(steps.map(({ stage }) => stage))].sort()]);
    const path = known.get(key) ?? chosen(paths, channel, new Set(steps.map(({ stage }) => stage)));
    known.set(key, path);
    return path;
  };
}

function chosen<Stage extends string>(
  paths: readonly StagePath<Stage>[],
  channel: string | null,
  visited: ReadonlySet<Stage>,
): StagePath<Stage> {
  const named = paths.filter(({ channels }) => channel !== null && channels.includes(channel));
  const candidates = named.length > 0 ? named : paths;
  const visitedHere = (path: StagePath<Stage>) => path.stages.filter((stage) => visited.has(stage)).length;
  const most = Math.max(...candidates.map(visitedHere));
  const best = candidates.filter((path) => visitedHere(path) === most);
  const [only] = best;
  return only !== undefined && best.length === 1 ? only : { channels: [], stages: tailOf(best) };
}

/** The stages at the end that all paths share. */
function tailOf<Stage extends string>(paths: readonly StagePath<Stage>[]): readonly Stage[] {
  const [first] = paths;
  if (first === undefined) return [];
  const from = first.stages.findIndex((_, index) => {
    const tail = first.stages.slice(index);
    return paths.every(({ stages }) =>
      tail.every((stage, at) => stages[stages.length - tail.length + at] === stage),
    );
  });
  return from < 0 ? [] : first.stages.slice(from);
}
