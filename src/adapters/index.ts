/**
 * What happened, from files and CRMs to journeys.
 *
 * Text becomes rows, rows become journeys; nothing here opens a file.
 *
 * @module reverse-funnel/adapters
 */

// From whole files, or from objects that an API gave
export { fromCsv } from "./from-csv.js";
export { fromRows } from "./from-rows.js";
export { fromHubSpot } from "./from-hubspot.js";
export { fromSalesforce } from "./from-salesforce.js";
export { fromPipedrive } from "./from-pipedrive.js";
export { fromActivityLog } from "./from-activity-log.js";

// From files in pieces
export { journeyImporter } from "./journey-importer.js";
export { CRMS, type Crm } from "./crms.js";

// How a file's columns and words are meant
export type { ImportOptions, Mapping } from "./mapping.js";
export { safeParseMapping } from "./parse-mapping.js";
export { migrateMapping } from "./migrate-mapping.js";

// What comes out
export { importLines } from "./import-lines.js";
export type { Journey } from "../history/journeys/journey.js";
export type { Import } from "./import.js";
