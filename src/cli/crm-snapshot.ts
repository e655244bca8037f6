import { importLines } from "../adapters/index.js";
import { visible } from "../format/visible.js";
import { snapshot } from "../history/journeys/snapshot.js";
import type { Plan } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import { UsageError } from "./failure.js";
import { readExchange, withRates } from "./read-exchange.js";
import { readJourneys } from "./read-journeys.js";
import { parseAsOf } from "./as-of.js";
import type { Call } from "./verb.js";

/**
 * What has happened so far, straight from the exports of a CRM: the files, read as the options say, and on standard error what became of their rows and columns.
 *
 * @throws UsageError where no export is named, or a snapshot besides
 */
export async function crmSnapshot(call: Call, files: readonly string[], plan: Plan): Promise<Snapshot> {
  if (files.length === 0) throw new UsageError("--crm needs an export: a file after the plan");
  if (call.text("snapshot") !== undefined)
    throw new UsageError("what has happened comes from --snapshot or from an export, not from both");
  const exchange = readExchange(call.text("exchange"));
  const read = await readJourneys(call, files, plan.funnel);
  call.world.err(
    importLines(read)
      .map((line) => `${visible(line)}\n`)
      .join(""),
  );
  const asOf = parseAsOf(call, read);
  return withRates(() => snapshot(read.journeys, plan, { asOf, exchange }));
}
