import { PLAIN, type Dialect } from "./dialect.js";
import { HUBSPOT } from "./hubspot.js";
import type { ImportOptions } from "./mapping.js";
import { openImport, type OpenImport } from "./open-import.js";
import { PIPEDRIVE } from "./pipedrive.js";
import { SALESFORCE } from "./salesforce.js";
import { keysOf } from "../schema/fields.js";

/** The systems whose exports are known; `csv` is any file whose mapping names its columns. */
export type Crm = "csv" | "hubspot" | "salesforce" | "pipedrive";

const DIALECTS: Readonly<Record<Crm, Dialect>> = {
  csv: PLAIN,
  hubspot: HUBSPOT,
  salesforce: SALESFORCE,
  pipedrive: PIPEDRIVE,
};

/** Every system by the name that `journeyImporter` takes. */
export const CRMS = Object.freeze(keysOf(DIALECTS));

/**
 * Begins an import that takes files in pieces: for files that do not fit into a text. Memory holds what the rows say of
 * their deals, and never a whole file.
 *
 * @throws RangeError for an offset or a delimiter that is none, and for a time zone without `zoneMinutes`
 *
 * @example
 * ```ts
 * const open = journeyImporter("pipedrive", { funnel: ["demo", "proposal"] });
 * const file = open.file();
 * file.push("ID,Stage,Status,Deal crea");
 * file.push("ted\n1,proposal,open,2026-01-05\n");
 * file.end();
 * open.finish().counts.used; // => 1
 * ```
 */
export function journeyImporter<const Stage extends string>(
  crm: Crm,
  options: ImportOptions<Stage>,
): OpenImport<Stage> {
  return openImport(DIALECTS[crm], options);
}
