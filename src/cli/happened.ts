import { importLines } from "../adapters/index.js";
import { visible } from "../format/visible.js";
import type { Journey } from "../history/journeys/journey.js";
import { logSnapshot } from "../history/journeys/log-snapshot.js";
import { countUnplaced, snapshot, untoldStages } from "../history/journeys/snapshot.js";
import type { Plan } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import { parseAsOf } from "./as-of.js";
import { callFormat } from "./call-format.js";
import { UsageError } from "./failure.js";
import { SNAPSHOT, snapshotFile } from "./needed-snapshot.js";
import { readExchange, withRates } from "./read-exchange.js";
import { EXPORTS, readJourneys, type Exports } from "./read-journeys.js";
import { LOG, readLog } from "./read-log.js";
import { readSnapshot } from "./read-snapshot.js";
import type { Call, Option } from "./verb.js";
import { noMoreWords } from "./words.js";

/** Options of verbs that take what has happened: written down in a file, or straight from exports and a log. */
export const HAPPENED: Readonly<Record<string, Option>> = { ...SNAPSHOT, ...EXPORTS, ...LOG };

/** Where what has happened can come from, for the help of a verb. */
export const EITHER =
  "What has happened comes from --snapshot, or from the exports after the plan and an activity log:\n" +
  "plan.yaml deals.csv --crm hubspot --log calls.csv.";

/** What has happened, and the deals that it was counted from. */
export interface Happened {
  readonly snapshot: Snapshot;
  /** Null where what has happened was written down, or comes from a log alone. */
  readonly journeys: readonly Journey[] | null;
  /** Counts other days, from one to another, both included; null where what has happened was written down. */
  readonly countedFrom: ((from: string, asOf: string) => Snapshot) | null;
}

/** Whether the words after the plan are exports. */
function hasExports({ words, text }: Call): boolean {
  return text("crm") !== undefined || (text("map") !== undefined && (words.length > 1 || !hasLog(text)));
}

/** Whether what has happened is to be counted from exports or a log. */
export function isCounted(call: Call): boolean {
  return hasExports(call) || hasLog(call.text);
}

function hasLog(text: Call["text"]): boolean {
  return text("log") !== undefined;
}

/** Every file that what has happened is read from. */
export function happenedFiles(call: Call): readonly (string | undefined)[] {
  return [...call.words.slice(1), call.text("snapshot"), call.text("log"), call.text("map")];
}

/**
 * What has happened so far: from the file of `--snapshot`, or counted from the exports after the plan and the log, with an
 * account of their rows on standard error. Undefined where nothing is named.
 *
 * @param from the first day whose work is listed, where that is not the plan's
 * @throws UsageError where it comes from two places or is named in two ways, and where a day is named with nothing to read
 */
export async function readHappened(call: Call, plan: Plan, from?: string): Promise<Happened | undefined> {
  if (!isCounted(call)) {
    noMoreWords(call, 1);
    if (call.text("as-of") !== undefined)
      throw new UsageError(
        `--as-of is the day as of which an export or a log is read, and none is given: ${call.verb.name} plan.yaml deals.csv --crm hubspot; a snapshot says its own day, asOf`,
      );
    const file = snapshotFile(call);
    if (file === undefined) return undefined;
    return { snapshot: await readSnapshot(call.world, file, plan), journeys: null, countedFrom: null };
  }
  if (call.text("snapshot") !== undefined)
    throw new UsageError("what has happened comes from --snapshot, or from exports and a log, not from both");
  if (!hasExports(call)) noMoreWords(call, 1);
  const exchange = readExchange(call.text("exchange"));
  const deals = hasExports(call) ? await readDeals(call, plan) : null;
  const log = await readLog(call, plan);
  const asOf = parseAsOf(call, deals ?? NO_DEALS, log?.latest);
  const entries = log?.entries;
  if (deals !== null) {
    const { journeys } = deals;
    sayUnplaced(call, journeys, plan, asOf);
    const counted = (first: string | undefined, last: string) =>
      withRates(() => snapshot(journeys, plan, { asOf: last, from: first, exchange, log: entries }));
    return { snapshot: counted(from, asOf), journeys, countedFrom: counted };
  }
  const logged = (first: string | undefined, last: string) =>
    logSnapshot(entries ?? [], plan, { asOf: last, from: first });
  return { snapshot: logged(from, asOf), journeys: null, countedFrom: logged };
}

const NO_DEALS: Parameters<typeof parseAsOf>[1] = {
  journeys: [],
  counts: { read: 0, used: 0, undated: 0, setAside: 0, reasons: [], notes: [] },
};

async function readDeals(call: Call, plan: Plan): Promise<Exports> {
  const files = call.words.slice(1);
  if (files.length === 0) throw new UsageError("--crm needs an export: a file after the plan");
  const read = await readJourneys(call, files, plan.funnel);
  const lines = importLines(read).map((line) => `${visible(line)}\n`);
  call.world.err(lines.join(""));
  return read;
}

/** Says on standard error how many open deals no snapshot can place, and of which stages it knows no entries. */
function sayUnplaced(call: Call, journeys: readonly Journey[], plan: Plan, asOf: string): void {
  const unplaced = countUnplaced(journeys, plan, asOf);
  const format = callFormat(call);
  if (unplaced > 0)
    call.world.err(
      `${format.plural(unplaced, "open deal")} left out: the record does not say in which stage\n`,
    );
  const untold = untoldStages(journeys, plan, { asOf });
  if (untold.length > 0)
    call.world.err(
      `Entries left out, because the record does not say when most deals came there: ${visible(format.list(untold.map((stage) => `"${stage}"`)))}\n`,
    );
}

/**
 * What has happened so far, for a verb that cannot do without.
 *
 * @throws UsageError where nothing is named
 */
export async function neededHappened(call: Call, plan: Plan): Promise<Happened> {
  const happened = await readHappened(call, plan);
  if (happened !== undefined) return happened;
  const { name } = call.verb;
  throw new UsageError(
    `${name} needs what has happened: --snapshot <file>, or an export: ${name} plan.yaml deals.csv --crm hubspot`,
  );
}
