import { flattenHubSpot, HUBSPOT } from "./hubspot.js";
import type { Import } from "./import.js";
import type { ImportOptions } from "./mapping.js";
import type { RowObject } from "./object-rows.js";
import { importAll } from "./open-import.js";

/**
 * The journeys in HubSpot deals: objects of its API (with `properties`, and `propertiesWithHistory` where asked for), or
 * the text of an export.
 *
 * Stages are ids in the API and labels in exports; `stages` says which of the funnel they are, unless they have the same
 * name. The columns that say when each stage was entered are found by themselves.
 *
 * @throws RangeError for an offset that is none, and for a time zone without `zoneMinutes`
 *
 * @example
 * ```ts
 * const properties = { dealstage: "closedwon", createdate: "2026-01-05T09:00:00Z", closedate: "2026-01-20T15:00:00Z", amount: "900" };
 * fromHubSpot([{ id: "1", properties }], { funnel: ["demo"] }).journeys[0]?.state; // => "won"
 * ```
 */
export function fromHubSpot<const Stage extends string>(
  source: string | readonly RowObject[],
  options: ImportOptions<Stage>,
): Import<Stage> {
  if (typeof source === "string") return importAll(HUBSPOT, [source], [], options);
  const { deals, history } = flattenHubSpot(source);
  return importAll(HUBSPOT, [], history.length === 0 ? [deals] : [deals, history], options);
}
