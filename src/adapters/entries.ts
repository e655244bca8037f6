import { listPaths, pathChooser, type FunnelStages } from "../history/journeys/paths.js";
import { daysOf } from "./as-of.js";
import type { EntryFinder } from "./build-deal.js";
import type { ResolvedRow } from "./deal-events.js";
import type { DealStore } from "./deal-store.js";

/** Which stage new deals are in, as far as a file names stages. */
export interface Entries {
  /** Whether deals differ in it: there are several paths. */
  readonly differ: boolean;
  /** The days from which on another stage is the one, because the file names it from then on; in order. */
  readonly days: readonly number[];
  /** Finds the stage of a new deal by what the file names up to a day. */
  readonly asOf: (day: number) => EntryFinder;
}

/** The first day on which a file names each stage; minus infinity where it does so without a day. */
type NamedFrom = ReadonlyMap<number, number>;

/**
 * Which stage is a new deal in? The one that the mapping says, else the first of its path that the file, or its mapping, knows of.
 *
 * @param dealsOf reads the rows of all deals; only called where the answer depends on what the file names
 */
export function entriesOf(
  { labels, mapping }: DealStore,
  funnel: FunnelStages,
  dealsOf: () => Iterable<readonly ResolvedRow[]>,
): Entries {
  const mapped = mapping.createdIn;
  if (mapped !== undefined) return { differ: false, days: [], asOf: () => () => mapped };
  const paths = listPaths(funnel);
  const choose = pathChooser(paths);
  // A list of names is the file's own stages; a plan may begin long before the file does.
  const isList = funnel.every((stage) => typeof stage === "string");
  const named: NamedFrom = isList
    ? new Map(labels.stages.map((_, index) => [index, -Infinity]))
    : namedFrom(dealsOf(), labels.mapped);
  const finders = new Map<string, EntryFinder>();
  const asOf = (day: number): EntryFinder => {
    const isKnown = (stage: number) => {
      const from = named.get(stage);
      return from !== undefined && from <= day;
    };
    const known = new Set(labels.stages.filter((_, index) => isKnown(index)));
    const key = [...known].join("\u0000");
    const found = finders.get(key);
    if (found !== undefined) return found;
    const finder: EntryFinder = (journey) => {
      const { stages } = choose(journey);
      // A file that names no stage at all still says when deals came in: that is the first stage of the plan.
      return known.size === 0 ? stages[0] : stages.find((stage) => known.has(stage));
    };
    finders.set(key, finder);
    return finder;
  };
  const dated = [...new Set(named.values())].filter((day) => day > -Infinity);
  const firstAsOf = (day: number) => asOf(day)({ channel: null, steps: [] });
  const days = dated
    .sort((one, other) => one - other)
    .filter((day) => paths.length > 1 || firstAsOf(day - 1) !== firstAsOf(day));
  return { differ: paths.length > 1, days, asOf };
}

function namedFrom(deals: Iterable<readonly ResolvedRow[]>, mapped: ReadonlySet<number>): NamedFrom {
  const from = new Map<number, number>([...mapped].map((stage) => [stage, -Infinity]));
  for (const rows of deals) {
    // What has no day is known once nothing happens to the deal any more.
    const last = () =>
      rows.flatMap(daysOf).reduce<number>((most, day) => Math.max(most, day ?? -Infinity), -Infinity);
    for (const { events } of rows)
      for (const { target, day } of events) {
        if (target < 0) continue;
        const since = day ?? last();
        from.set(target, Math.min(since, from.get(target) ?? since));
      }
  }
  return from;
}
