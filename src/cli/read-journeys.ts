import type { Issue } from "../schema/issue.js";
import {
  CRMS,
  journeyImporter,
  type Crm,
  type Import,
  type ImportOptions,
  type Mapping,
} from "../adapters/index.js";
import type { JourneyStream } from "../adapters/import.js";
import type { OpenImport } from "../adapters/open-import.js";
import type { StageSeen } from "../adapters/stage-census.js";
import type { FunnelStages } from "../history/journeys/paths.js";
import { exportTables, namesOf } from "./export-tables.js";
import { SHEET } from "./read-workbook.js";
import { InputError, nearestHint, UsageError } from "./failure.js";
import { importNotes } from "./import-notes.js";
import { readMap, type MapFile } from "./read-map.js";
import { dateOption } from "./as-of.js";
import type { Call, Option } from "./verb.js";
import { zoneMinutes } from "./zone-minutes.js";
import { fieldsOf } from "../schema/fields.js";

/** Options of verbs that read exports. */
export const EXPORTS: Readonly<Record<string, Option>> = {
  crm: { type: "text", value: "system", help: `Where the export comes from: ${CRMS.join(", ")}.` },
  map: { type: "text", value: "file", help: "How to read its columns and words, in YAML or JSON." },
  "as-of": {
    type: "text",
    value: "date",
    help: "Read the export as of this day; default: the latest day in it.",
  },
  exchange: {
    type: "text",
    value: "rates",
    help: "What other currencies are worth in the plan's: EUR=1.08,GBP=1.27.",
  },
  ...SHEET,
};

/**
 * An import, the stages into which it was read (none where nobody said which), and how its tables are called in messages.
 */
export type Exports = Import & { readonly stages: FunnelStages; readonly names: readonly string[] };

/**
 * Reads export files into journeys as of the day that was typed, else today, and names on standard error what was set aside.
 *
 * @throws InputError where no deal came through a stage of the plan
 */
export async function readJourneys(
  call: Call,
  files: readonly string[],
  funnel: FunnelStages | undefined,
): Promise<Exports> {
  const read = await readExports(call, files, funnel);
  call.world.err(importNotes(read, read.names));
  requireDeals(files, read);
  if (read.journeys.length > 0) return read;
  throw new InputError(namesOf(files).join(", "), [noStage(read.stageNames)]);
}

/**
 * Refuses files that hold no deal, whatever its stages may be called.
 *
 * @throws InputError where there is none
 */
export function requireDeals(files: readonly string[], { counts }: Pick<Import, "counts">): void {
  if (counts.used > 0 || counts.reasons.some(({ code }) => code === "stage.unknown")) return;
  const isLater = counts.read > 0 && counts.reasons.every(({ code }) => code === "row.later");
  const issues = counts.read === 0 ? [NO_DEALS] : isLater ? [ALL_LATER] : [];
  throw new InputError(namesOf(files).join(", "), issues);
}

/** Reads export files as far as their stages are known, and says nothing; for whoever asks what is in them. */
export async function readExports(
  call: Call,
  files: readonly string[],
  funnel: FunnelStages | undefined,
  columns: Mapping["columns"] = {},
): Promise<Exports> {
  const { all, ...told } = await fedImport(call, files, funnel, columns);
  return { ...all.finish(), ...told };
}

/** The same for whoever goes through the journeys and does not keep them. */
export async function streamExports(
  call: Call,
  files: readonly string[],
  funnel: FunnelStages | undefined,
): Promise<JourneyStream & Omit<Exports, keyof Import>> {
  const { all, ...told } = await fedImport(call, files, funnel, {});
  return { ...all.stream(), ...told };
}

async function fedImport(
  call: Call,
  files: readonly string[],
  funnel: FunnelStages | undefined,
  columns: Mapping["columns"],
): Promise<{ readonly all: OpenImport } & Omit<Exports, keyof Import>> {
  const { world } = call;
  const file = call.text("map");
  const written = file === undefined ? {} : await readMap(world, file);
  const map = { ...written, columns: { ...written.columns, ...columns } };
  const stages = funnel ?? map.funnel ?? [];
  const asOf = dateOption(call, "as-of") ?? world.today();
  const crm = crmOf(call.text("crm") ?? map.crm);
  const open = (count: number): OpenImport =>
    opened(crm, { ...map, asOf, files: count }, stages.length > 0 ? stages : stagesOfMap(map));
  const tables = await exportTables(call, files, { delimiter: map.delimiter, open });
  const all = open(tables.length);
  for (const table of tables) await table.feed(all);
  return { all, stages, names: tables.map(({ name }) => name) };
}

/** The stages that a map leads to, where neither it nor a plan lists them. */
function stagesOfMap({ stages = {}, entered = {}, createdIn }: MapFile): readonly string[] {
  const named = [...Object.values(stages), ...Object.keys(entered), createdIn ?? null];
  return [
    ...new Set(named.flatMap((stage) => (stage === null || /^(won|lost)$/.test(stage) ? [] : [stage]))),
  ];
}

function noStage(names: readonly StageSeen[]): Issue {
  const listed = stageList(names);
  return {
    code: "stage.unknown",
    path: [],
    expected: "stages of the plan",
    received: listed,
    message: `no row names a stage of the plan; the file has ${listed}. Call them so in the plan, or say in stages of the map what they are.`,
  };
}

/** `"Demo" (120 rows), "Proposal" (40 rows) and 3 more`. */
function stageList(names: readonly StageSeen[]): string {
  const shown = names
    .slice(0, MOST_STAGES)
    .map(({ name, rows }) => `${JSON.stringify(name.slice(0, 60))} (${rows} ${rows === 1 ? "row" : "rows"})`);
  const more = names.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

const MOST_STAGES = 20;

const ALL_LATER: Issue = {
  code: "row.later",
  path: [],
  expected: "rows of days up to the one as of which the file is read",
  received: "later ones",
  message:
    "every row is dated after the day as of which the file is read: say a later one, --as-of 2026-12-31.",
};

const NO_DEALS: Issue = {
  code: "table.empty",
  path: [],
  expected: "rows",
  received: "nothing",
  message: "expected rows of deals under a line of headers, but got none.",
};

function crmOf(name: string | undefined): Crm {
  const found = CRMS.find((crm) => crm === name);
  if (found !== undefined) return found;
  if (name === undefined)
    throw new UsageError(`--crm says where the export comes from; known are ${CRMS.join(", ")}`);
  throw new UsageError(`there is no system ${JSON.stringify(name)}; ${nearestHint(name, CRMS)}`);
}

function opened(
  crm: Crm,
  map: MapFile & Required<Pick<ImportOptions, "asOf" | "files">>,
  funnel: FunnelStages,
): OpenImport {
  try {
    return journeyImporter(crm, { ...zoned(map), funnel });
  } catch (error) {
    const { name, message } = fieldsOf(error);
    throw name === "RangeError" ? new UsageError(`the map is not right: ${String(message)}`) : error;
  }
}

/** A map with its time zone; a name in the place of an offset is one. */
function zoned(map: MapFile): MapFile & Pick<ImportOptions, "zoneMinutes"> {
  const { utcOffset, timeZone, ...rest } = map;
  const isName = utcOffset !== undefined && /^[A-Za-z]/.test(utcOffset);
  const zone = timeZone ?? (isName ? utcOffset : undefined);
  if (zone === undefined) return map;
  zoneMinutes(0, zone);
  return { ...rest, timeZone: zone, zoneMinutes };
}
