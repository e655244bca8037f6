import type { Import } from "./import.js";
import type { ImportOptions } from "./mapping.js";
import type { RowObject } from "./object-rows.js";
import { importAll } from "./open-import.js";
import { SALESFORCE } from "./salesforce.js";

/** Opportunities, and the rows of OpportunityHistory where there are any: each as text or as objects. */
interface SalesforceSource {
  /** The opportunities: the text of an export, or objects of the API. */
  readonly opportunities?: string | readonly RowObject[] | undefined;
  /** Their history, in either form. */
  readonly history?: string | readonly RowObject[] | undefined;
}

/**
 * The journeys in Salesforce opportunities, with the days of their stages from OpportunityHistory where it is given.
 *
 * A row of history is written for any change of amount, probability or close date too: rows that repeat a stage only
 * confirm it, its first day counts. Without history only the current stage is known.
 *
 * @throws RangeError for an offset that is none, and for a time zone without `zoneMinutes`
 *
 * @example
 * ```ts
 * const opportunities = "Id,StageName,IsClosed,IsWon,CreatedDate,CloseDate\n1,Closed Won,true,true,2026-01-05,2026-02-01\n";
 * const history = "OpportunityId,StageName,CreatedDate\n1,Proposal,2026-01-12\n";
 * fromSalesforce({ opportunities, history }, { funnel: ["Demo", "Proposal"] }).journeys[0]?.steps.length; // => 2
 * ```
 */
export function fromSalesforce<const Stage extends string>(
  source: string | readonly RowObject[] | SalesforceSource,
  options: ImportOptions<Stage>,
): Import<Stage> {
  const { opportunities, history }: SalesforceSource =
    typeof source === "string" || isList(source) ? { opportunities: source } : source;
  const tables = [opportunities, history].filter((table) => table !== undefined);
  const texts = tables.filter((table) => typeof table === "string");
  const objects = tables.filter((table) => typeof table !== "string");
  return importAll(SALESFORCE, texts, objects, options);
}

function isList(source: readonly RowObject[] | SalesforceSource): source is readonly RowObject[] {
  return Array.isArray(source);
}
