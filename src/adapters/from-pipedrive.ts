import type { Import } from "./import.js";
import type { ImportOptions } from "./mapping.js";
import type { RowObject } from "./object-rows.js";
import { importAll } from "./open-import.js";
import { PIPEDRIVE } from "./pipedrive.js";

/**
 * The journeys in Pipedrive deals: objects of its API (version 1 or 2), or the text of an export.
 *
 * @throws RangeError for an offset that is none, and for a time zone without `zoneMinutes`
 *
 * @example
 * ```ts
 * const deal = { id: 7, stage_id: 3, status: "open", add_time: "2026-01-05 09:00:00", stage_change_time: "2026-01-12 10:00:00" };
 * const { journeys } = fromPipedrive([deal], { funnel: ["demo", "proposal"], stages: { 2: "demo", 3: "proposal" } });
 * journeys[0]?.steps; // => [{ stage: "demo", on: "2026-01-05" }, { stage: "proposal", on: "2026-01-12" }]
 * ```
 */
export function fromPipedrive<const Stage extends string>(
  source: string | readonly RowObject[],
  options: ImportOptions<Stage>,
): Import<Stage> {
  return typeof source === "string"
    ? importAll(PIPEDRIVE, [source], [], options)
    : importAll(PIPEDRIVE, [], [source], options);
}
