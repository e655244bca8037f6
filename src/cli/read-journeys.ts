import type { Issue } from "../schema/issue.js";
import {
  CRMS,
  journeyImporter,
  type Crm,
  type Import,
  type ImportOptions,
  type Mapping,
  type OpenImport,
} from "../adapters/index.js";
import type { StageSeen } from "../adapters/stage-census.js";
import type { FunnelStages } from "../history/journeys/paths.js";
import { decodeText, type Encoding } from "./decode-text.js";
import { InputError, nearestHint, UsageError } from "./failure.js";
import { importNotes } from "./import-notes.js";
import { readMap, type MapFile } from "./read-map.js";
import { systemReason } from "./read-plan.js";
import { dateOption } from "./as-of.js";
import type { Call, Option } from "./verb.js";
import { zoneMinutes } from "./zone-minutes.js";
import type { World } from "./world.js";

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
};

/** An import, and the stages into which it was read: none where nobody said which. */
export type Exports = Import & { readonly stages: FunnelStages };

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
  call.world.err(importNotes(read, namesOf(files)));
  requireDeals(files, read);
  if (read.journeys.length > 0) return read;
  throw new InputError(namesOf(files).join(", "), [noStage(read.stageNames)]);
}

/**
 * Refuses files that hold no deal, whatever its stages may be called.
 *
 * @throws InputError where there is none
 */
export function requireDeals(files: readonly string[], { journeys, counts }: Import): void {
  if (journeys.length > 0 || counts.reasons.some(({ code }) => code === "stage.unknown")) return;
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
  const { world } = call;
  const file = call.text("map");
  const written = file === undefined ? {} : await readMap(world, file);
  const map = { ...written, columns: { ...written.columns, ...columns } };
  const stages = funnel ?? map.funnel ?? [];
  const asOf = dateOption(call, "as-of") ?? world.today();
  const crm = crmOf(call.text("crm") ?? map.crm);
  const open = opened(
    crm,
    { ...map, asOf, files: files.length },
    stages.length > 0 ? stages : stagesOfMap(map),
  );
  for (const each of files) await feed(world, each, open);
  return { ...open.finish(), stages };
}

/** How files are called in messages. */
export function namesOf(files: readonly string[]): readonly string[] {
  return files.map((each) => (each === "-" ? "<stdin>" : each));
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
    const { name, message } = error as { name?: unknown; message?: unknown };
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

/** Says how a file is read where that is not how files are usually written. */
function say(world: World, file: string, encoding: Encoding): void {
  const name = file === "-" ? "<stdin>" : file;
  if (encoding === "excel")
    throw new UsageError(`${name} is an Excel workbook: save the sheet as CSV and read that`);
  if (encoding === "utf-32")
    throw new UsageError(`${name} is written in UTF-32, which is not read: save it as UTF-8`);
  const said = { "utf-8": "", "utf-16le": "UTF-16", "utf-16be": "UTF-16", "windows-1252": "Windows-1252" }[
    encoding
  ];
  if (said !== "") world.err(`${name}: read as ${said}\n`);
}

/** Refuses text that begins like data of another kind; everything else is a table, or says itself why not. */
function requireTable(text: string, file: string): void {
  const kind = OTHER_KINDS.find(([, beginning]) => beginning.test(text))?.[0];
  if (kind !== undefined)
    throw new UsageError(`${namesOf([file]).join("")} is ${kind}: save it as CSV and read that`);
}

const OTHER_KINDS = [
  ["JSON", /^\uFEFF?\s*(?:\[\s*)?\{\s*"/],
  ["a web page (some systems call such a file .xls)", /^\uFEFF?\s*<(?:!doctype|html|table|\?xml)\b/i],
] as const;

/** Between two notes of how far a file has been read. */
const NOTE_EVERY = 4_000_000;

async function feed(world: World, file: string, open: OpenImport): Promise<void> {
  const sink = open.file();
  let [bytes, noted] = [0, 0];
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of world.readPieces(file)) {
      bytes += piece.length;
      if (world.errIsTerminal && bytes - noted >= NOTE_EVERY) {
        noted = bytes;
        world.err(`\r${(bytes / 1e6).toFixed(0)} MB read …`);
      }
      yield piece;
    }
  };
  let isFirst = true;
  try {
    for await (const text of decodeText(counted(), (encoding) => {
      say(world, file, encoding);
    })) {
      if (isFirst) requireTable(text, file);
      isFirst = false;
      sink.push(text);
    }
  } catch (error) {
    if (typeof (error as { code?: unknown }).code !== "string") throw error;
    throw new UsageError(`cannot read ${file}: ${systemReason(error)}`);
  } finally {
    if (noted > 0) world.err("\r\u001b[K");
  }
  sink.end();
}
