import type { ActivityImport } from "../adapters/from-activity-log.js";
import { fromActivityLog, importLines } from "../adapters/index.js";
import { visible } from "../format/visible.js";
import type { ActivityEntry } from "../history/journeys/activity-entry.js";
import { stageActivities } from "../model/activities.js";
import type { Plan } from "../plan/plan.js";
import { listStages } from "../plan/stage-list.js";
import { decodeText } from "./decode-text.js";
import { InputError, UsageError } from "./failure.js";
import { importNotes } from "./import-notes.js";
import { namesOf } from "./export-tables.js";
import { readMap } from "./read-map.js";
import { systemReason } from "./read-plan.js";
import { openedFile, sheetNamed, sheetsIn } from "./read-workbook.js";
import { at } from "../number/invariant.js";
import type { Call, Option } from "./verb.js";
import { tally } from "../number/tally.js";

/** The option that names an activity log. */
export const LOG: Readonly<Record<string, Option>> = {
  log: {
    type: "text",
    value: "file",
    help: "An activity log, as CSV or .xlsx: date, activity, count, person.",
  },
};

/** The lines of a log up to today, and the last day of them. */
interface Log {
  readonly entries: readonly ActivityEntry[];
  /** Undefined for a log without a line. */
  readonly latest: string | undefined;
}

/**
 * Reads the activity log, if one is named, and says on standard error what became of its lines.
 *
 * @throws InputError for a log of which no line can be read
 * @throws InputError where no line could be used
 */
export async function readLog(call: Call, plan: Plan): Promise<Log | undefined> {
  const { world, text } = call;
  const file = text("log");
  if (file === undefined) return undefined;
  const map = text("map");
  const { log: options } = map === undefined ? {} : await readMap(world, map);
  const texts = await logTexts(call, file);
  const reads = texts.map((each) => fromActivityLog(each, options));
  // Of a workbook the first sheet that is a log; the first of all where none is, to hear what is missing.
  const read = reads.find(({ counts }) => counts.used > 0) ?? at(reads, 0);
  const names = namesOf([file]);
  world.err(importNotes(read, names));
  if (read.counts.used === 0) throw new InputError(names.join(", "), read.counts.read > 0 ? [] : [EMPTY]);
  const today = world.today();
  const entries = read.entries.filter(({ on }) => on <= today);
  world.err(noteLines(read, strangeWork(entries, plan)));
  return { entries, latest: entries.at(-1)?.on };
}

const EMPTY = {
  code: "table.empty",
  path: [],
  expected: "lines of work",
  received: "nothing",
  message: "expected lines of work under a line of headers (date, activity, count, person), but got none.",
} as const;

/** The text of a log, or those of the sheets of a workbook. */
async function logTexts({ world, text }: Call, file: string): Promise<readonly string[]> {
  try {
    const opened = await openedFile(world.readPieces(file));
    if (opened.workbook === null) return [await wholeText(opened.pieces)];
    const [name = file] = namesOf([file]);
    const sheets = await sheetsIn(name, opened.workbook);
    const wanted = text("sheet");
    const picked = wanted === undefined ? sheets : [sheetNamed(name, sheets, wanted)];
    return picked.length === 0 ? [""] : picked.map((sheet) => sheet.text);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot read ${file}: ${systemReason(error)}`);
  }
}

async function wholeText(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: string[] = [];
  for await (const part of decodeText(pieces)) parts.push(part);
  return parts.join("");
}

function noteLines(read: ActivityImport, strange: readonly string[]): string {
  const { counts, issues } = read;
  return [...importLines({ counts, issues }), ...strange].map((line) => `${visible(line)}\n`).join("");
}

/** How much of the log is of work that the plan does not name. */
function strangeWork(entries: readonly ActivityEntry[], plan: Plan): string[] {
  const known = new Set<string>([
    ...listStages(plan).flatMap(({ stage }) => [
      stage.stage,
      ...stageActivities(stage).map(({ name }) => name),
    ]),
    ...(plan.deal?.activities ?? []).map(({ name }) => name),
    ...(plan.habits ?? []).map(({ name }) => name),
    ...["won", "lost", "churned"],
  ]);
  const strange = new Map<string, number>();
  for (const { activity, count } of entries) if (!known.has(activity)) tally(strange, activity, count);
  if (strange.size === 0) return [];
  const all = [...strange].map(([name, count]) => `${count} × ${JSON.stringify(name)}`);
  const shown = `${all.slice(0, MOST).join(", ")}${all.length > MOST ? ` and ${all.length - MOST} more` : ""}`;
  return [`  not in the plan: ${shown}; say in log.activities of the map what they are`];
}

/** So many words of a log are named. */
const MOST = 10;
