import { parseDay } from "../calendar/day.js";
import type { Plan } from "../plan/plan.js";
import type { TrackOptions } from "../track/track-options.js";
import { UsageError } from "./failure.js";
import { readSnapshot } from "./read-snapshot.js";
import type { Call, Option } from "./verb.js";

/** The option that names the file of what has happened. */
export const SNAPSHOT: Readonly<Record<string, Option>> = {
  snapshot: { type: "text", value: "file", help: "What has happened so far, in YAML or JSON." },
};

/** Options of verbs that tell the chance of the goal after what has happened. */
export const CHANCES: Readonly<Record<string, Option>> = {
  previous: {
    type: "text",
    value: "file",
    help: "An earlier snapshot: tell the chance as it was then, too.",
  },
  "rates-as-of": {
    type: "text",
    value: "day",
    help: "The last day of the data that the plan's rates were learned from.",
  },
};

/**
 * Reads the options of {@link CHANCES}.
 *
 * @throws UsageError for a day that is none
 */
export async function readChances(
  { world, text }: Call,
  plan: Plan,
): Promise<Pick<TrackOptions, "previous" | "ratesAsOf">> {
  const [file, ratesAsOf] = [text("previous"), text("rates-as-of")];
  if (ratesAsOf !== undefined && parseDay(ratesAsOf) === undefined)
    throw new UsageError(
      `there is no day ${JSON.stringify(ratesAsOf)}; write --rates-as-of as a date such as 2026-06-30`,
    );
  const previous = file === undefined ? undefined : await readSnapshot(world, file, plan);
  return { previous, ratesAsOf };
}

/**
 * The file of what has happened, if one is named; standard input, which is read once, cannot be the plan as well.
 *
 * @throws UsageError where standard input would be read twice
 */
export function snapshotFile({ words, text }: Call): string | undefined {
  const file = text("snapshot");
  if (file === "-" && words[0] === "-")
    throw new UsageError("standard input is the plan or the snapshot, not both: name a file for one of them");
  return file;
}
