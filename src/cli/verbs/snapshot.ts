import { snapshotCounts } from "../../history/counts/snapshot-counts.js";
import type { Plan } from "../../plan/plan.js";
import type { Snapshot } from "../../plan/snapshot.js";
import { snapshotSql } from "../../sql/index.js";
import { dateOption } from "../as-of.js";
import { UsageError } from "../failure.js";
import { readHappened } from "../happened.js";
import { readCountRows } from "../read-count-rows.js";
import { readExchange, withRates } from "../read-exchange.js";
import { EXPORTS } from "../read-journeys.js";
import { LOG } from "../read-log.js";
import { readPlan, type PlanFile } from "../read-plan.js";
import { COMMON, type Call, type Verb } from "../verb.js";
import { inUse, printStatements, tableOptions, WAREHOUSE } from "../warehouse.js";
import { noMoreWords } from "../words.js";
import type { ExitCode } from "../world.js";
import { OUTPUT, writeOutput } from "../write-output.js";

/**
 * `snapshot plan.yaml deals.csv --crm hubspot -o snapshot.json`: what has happened, as a file that forecast, track, replan,
 * scorecard and check take.
 *
 * @throws UsageError where nothing is named that it could be counted from
 */
export const snapshotVerb: Verb = {
  name: "snapshot",
  takesLong: true,
  summary: "Write what has happened into a snapshot, from CRM exports, a log, or a warehouse.",
  usage: "<plan> [exports...] [options]",
  options: { ...EXPORTS, ...LOG, ...WAREHOUSE, ...OUTPUT, ...COMMON },
  example: "reverse-funnel snapshot plan.yaml deals.csv --crm hubspot -o snapshot.json",
  notes:
    "In a warehouse: plan.yaml --sql duckdb --table crm.stage_history prints statements; run\n" +
    "them there, and hand back what they gave: plan.yaml rows.csv --counts -o snapshot.json.",
  run: async (call): Promise<ExitCode> => {
    const { plan, within } = await readPlan(call);
    if (call.text("sql") !== undefined) return printSnapshotSql(call, { plan, within });
    const made = call.flag("counts")
      ? await fromCounts(call, plan)
      : (await readHappened(call, plan))?.snapshot;
    if (made === undefined)
      throw new UsageError(
        "snapshot needs what has happened: an export (snapshot plan.yaml deals.csv --crm hubspot), a --log, or rows of --counts",
      );
    const file = await writeOutput(call, `${JSON.stringify(made, null, 2)}\n`);
    if (file !== undefined)
      call.world.err(`Wrote ${file}. Next: reverse-funnel track ${call.words[0] ?? ""} --snapshot ${file}\n`);
    return 0;
  },
};

async function fromCounts(call: Call, plan: Plan): Promise<Snapshot> {
  const exchange = readExchange(call.text("exchange"));
  const { rows, within } = await readCountRows(call, call.words.slice(1));
  return withRates(() => within(() => snapshotCounts(rows, plan, { exchange })));
}

async function printSnapshotSql(call: Call, { plan, within }: PlanFile): Promise<ExitCode> {
  noMoreWords(call, 1);
  dateOption(call, "as-of");
  const table = await tableOptions(call, plan.funnel);
  if (table === undefined) return 2;
  const [file = ""] = call.words;
  const next = `reverse-funnel snapshot ${file} rows.csv --counts -o snapshot.json`;
  printStatements(
    call,
    within(() => inUse(() => snapshotSql(plan, table))),
    next,
  );
  return 0;
}
