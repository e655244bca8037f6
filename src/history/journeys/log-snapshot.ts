import { isOneOf } from "../../schema/fields.js";
import type { PlanInput } from "../../plan/plan.js";
import type { Entry, Snapshot } from "../../plan/snapshot.js";
import { listStages } from "../../plan/stage-list.js";
import type { ActivityEntry } from "./activity-entry.js";
import { dayReader } from "./days.js";
import { Tally } from "./tally.js";

/** Which days of a log are counted. */
interface LogSnapshotOptions {
  /** The last day that counts, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The first day that counts; all of the log unless given. */
  readonly from?: string | undefined;
}

/**
 * What has happened up to and including a day, counted from an activity log.
 *
 * A line that names a stage of the plan counts as entries into it; `won`, `lost` and `churned` count as those; everything
 * else is work that is no stage, listed under `activities`. Lines after `asOf` have not happened yet. A log says
 * nothing about open work, so `pipeline` is left to the plan.
 *
 * @throws RangeError when `asOf`, `from` or the date of a line is no date
 *
 * @example
 * ```ts
 * const plan = definePlan({
 *   goal: { metric: "customers", amount: 10, period: "2026-01" },
 *   funnel: [{ stage: "demo request", rate: "50%" }],
 * });
 * const log = [{ on: "2026-01-05", activity: "demo request", count: 3, by: "Ana" }];
 * logSnapshot(log, plan, { asOf: "2026-01-10" }).entered; // => { "demo request": [{ on: "2026-01-05", count: 3, by: "Ana" }] }
 * ```
 */
export function logSnapshot<Stage extends string>(
  entries: readonly ActivityEntry[],
  plan: PlanInput<Stage>,
  { asOf, from }: LogSnapshotOptions,
): Snapshot<Stage> {
  const dayOf = dayReader();
  const last = dayOf(asOf);
  const first = from === undefined ? -Infinity : dayOf(from);
  const stages = new Set<string>(listStages(plan).map(({ stage }) => stage.stage));
  const parts = {
    entered: new Map<string, Tally>(),
    activities: new Map<string, Tally>(),
    closed: new Map<string, Tally>(),
  };
  for (const { on, activity, count, by } of entries) {
    const day = dayOf(on);
    if (day < first || day > last) continue;
    const part = stages.has(activity)
      ? parts.entered
      : isOneOf(CLOSINGS, activity)
        ? parts.closed
        : parts.activities;
    const tally = part.get(activity) ?? new Tally();
    tally.add(day, by, count);
    part.set(activity, tally);
  }
  const closed = Object.fromEntries(
    [...parts.closed].map(([name, tally]) => [name, tally.rows().flatMap(oneByOne)]),
  );
  return Object.freeze({
    asOf,
    ...(parts.entered.size > 0 ? { entered: record(parts.entered) } : {}),
    ...(parts.activities.size > 0 ? { activities: record(parts.activities) } : {}),
    ...closed,
  }) as Snapshot<Stage>;
}

const CLOSINGS = ["won", "lost", "churned"] as const satisfies readonly (keyof Snapshot)[];

function record(part: ReadonlyMap<string, Tally>): Readonly<Record<string, readonly Entry[]>> {
  return Object.fromEntries([...part].map(([name, tally]) => [name, tally.rows()]));
}

function oneByOne({
  on,
  count,
  by,
}: Entry): readonly { readonly on: string; readonly by?: string | undefined }[] {
  return Array.from({ length: Number(count) }, () => (by === undefined ? { on } : { on, by }));
}
