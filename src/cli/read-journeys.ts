import { CRMS, journeyImporter, type Crm, type Import, type OpenImport } from "../adapters/index.js";
import type { FunnelStages } from "../history/journeys/paths.js";
import { decodeText } from "./decode-text.js";
import { InputError, nearestHint, UsageError } from "./failure.js";
import { importNotes } from "./import-notes.js";
import { readMap, type MapFile } from "./read-map.js";
import { systemReason } from "./read-plan.js";
import { dateOption } from "./as-of.js";
import type { Call, Option } from "./verb.js";
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

/** Reads export files into journeys as of the day that was typed, else today, and names on standard error what was set aside. */
export async function readJourneys(
  call: Call,
  files: readonly string[],
  funnel: FunnelStages | undefined,
): Promise<Import & { readonly stages: FunnelStages }> {
  const { world } = call;
  const file = call.text("map");
  const map = file === undefined ? {} : await readMap(world, file);
  const stages = funnel ?? map.funnel;
  if (stages === undefined || stages.length === 0)
    throw new UsageError(
      `${call.verb.name} needs the stages: --plan plan.yaml, or funnel: [first, second] in the map`,
    );
  const asOf = dateOption(call, "as-of") ?? world.today();
  const open = opened(crmOf(call.text("crm") ?? map.crm), { ...map, asOf }, stages);
  for (const each of files) await feed(world, each, open);
  const result = open.finish();
  const names = files.map((each) => (each === "-" ? "<stdin>" : each));
  world.err(importNotes(result, names));
  if (result.journeys.length > 0) return { ...result, stages };
  throw new InputError(names.join(", "), result.counts.setAside > 0 ? [] : [NO_DEALS]);
}

const NO_DEALS = {
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

function opened(crm: Crm, map: MapFile & { readonly asOf: string }, funnel: FunnelStages): OpenImport {
  try {
    return journeyImporter(crm, { ...map, funnel });
  } catch (error) {
    const { name, message } = error as { name?: unknown; message?: unknown };
    throw name === "RangeError" ? new UsageError(`the map is not right: ${String(message)}`) : error;
  }
}

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
  try {
    for await (const text of decodeText(counted())) sink.push(text);
  } catch (error) {
    if (typeof (error as { code?: unknown }).code !== "string") throw error;
    throw new UsageError(`cannot read ${file}: ${systemReason(error)}`);
  } finally {
    if (noted > 0) world.err("\r\u001b[K");
  }
  sink.end();
}
