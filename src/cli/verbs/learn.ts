import { learn, type LearnOptions } from "../../history/learning/learn.js";
import type { GroupKey } from "../../history/learning/learned.js";
import { applyLearned } from "../../history/learning/apply-learned.js";
import { callFormat } from "../call-format.js";
import { nearestHint, UsageError } from "../failure.js";
import { learnCounts } from "../../history/counts/learn-counts.js";
import { historySql } from "../../sql/index.js";
import { inUse, printStatements, tableOptions, WAREHOUSE } from "../warehouse.js";
import { readCountRows, type CountFile } from "../read-count-rows.js";
import { noMoreWords } from "../words.js";
import { learnedText, type LearnOutcome } from "../learned-text.js";
import { readExchange, withRates } from "../read-exchange.js";
import { importNotes } from "../import-notes.js";
import { EXPORTS, requireDeals, streamExports } from "../read-journeys.js";
import { readPlan, type PlanFile } from "../read-plan.js";
import { dateOption, parseAsOf } from "../as-of.js";
import { COMMON, FIGURES, type Call, type Verb } from "../verb.js";
import type { ExitCode } from "../world.js";
import { writeLearned } from "../write-learned.js";

/**
 * `learn deals.csv --crm hubspot --plan plan.yaml`: what history says of rates, lags and values.
 *
 * @throws UsageError where no export is named, or no file to write to
 */
export const learnVerb: Verb = {
  name: "learn",
  summary: "Learn rates, lags and the deal value from CRM exports.",
  usage: "<file...> [options]",
  options: {
    ...EXPORTS,
    plan: {
      type: "text",
      value: "file",
      help: "The plan to learn for; shows what would change in it.",
    },
    write: { type: "flag", help: "Write the result into the plan; its comments stay." },
    "observed-from": {
      type: "text",
      value: "date",
      help: "When the export began to record wins and losses.",
    },
    by: { type: "text", value: "keys", help: "Rates by owner, channel or month as well (owner,month)." },
    "longest-lag": {
      type: "text",
      value: "days",
      help: "Within how many days a deal goes on that does; for short histories.",
    },
    ...FIGURES,
    ...WAREHOUSE,
    ...COMMON,
  },
  example: "reverse-funnel learn deals.csv --crm hubspot --plan plan.yaml --write",
  notes:
    "Several files are joined by deal id (opportunities and their history). Rows that cannot be read\n" +
    "are listed on standard error. Exits with 1 if nothing could be learned for the plan.\n" +
    "History in a warehouse: --sql duckdb --table crm.stage_history --plan plan.yaml prints statements;\n" +
    "run them there, and hand back what they gave: counts.csv --counts --plan plan.yaml.",
  run: async (call): Promise<ExitCode> => {
    const files = call.words;
    if (call.text("sql") !== undefined) return printLearnSql(call);
    if (files.length === 0) throw new UsageError("learn needs a file: an export, or - for standard input");
    const typed = readOptions(call);
    const file = call.text("plan");
    if (call.flag("write") && (file === undefined || file === "-"))
      throw new UsageError("--write needs the plan in a file: --plan plan.yaml");
    const plan = file === undefined ? undefined : await readPlan({ ...call, words: [file] });
    const outcome = await outcomeOf(call, typed, plan);
    if (call.flag("write") && file !== undefined && outcome.update !== undefined)
      await writeLearned(call.world, file, outcome.update);
    print(call, outcome);
    return isNothing(outcome) ? 1 : 0;
  },
};

/** Whether nothing could be learned: for the plan, or, without one, of any stage. */
function isNothing({ update, learned }: LearnOutcome): boolean {
  if (update !== undefined) return update.changes.length === 0;
  return !Object.values(learned.stages).some((stage) => stage !== undefined && stage.corrected !== null);
}

type TypedOptions = Pick<LearnOptions, "observedFrom" | "by" | "exchange" | "longestLag">;

function readOptions(call: Call): TypedOptions {
  dateOption(call, "as-of");
  return {
    observedFrom: dateOption(call, "observed-from"),
    by: readKeys(call.text("by")),
    exchange: readExchange(call.text("exchange")),
    longestLag: readDays(call.text("longest-lag")),
  };
}

async function outcomeOf(call: Call, typed: TypedOptions, file: PlanFile | undefined): Promise<LearnOutcome> {
  const { exchange, by, longestLag } = typed;
  const currency = typed.exchange === undefined ? undefined : file?.plan.currency;
  if (typed.exchange !== undefined && currency === undefined)
    throw new UsageError("--exchange needs a plan that says its currency: --plan plan.yaml");
  const told = { before: file?.plan, file: call.text("plan"), written: call.flag("write") };
  const shown = { format: callFormat(call), all: call.flag("all") };
  if (call.flag("counts")) {
    for (const option of ["crm", "as-of", "observed-from"])
      if (call.text(option) !== undefined)
        throw new UsageError(`--counts goes without --${option}: the counts were made with it, or without`);
    const { rows, within } = await readCountRows(call, call.words);
    const stages = file?.plan.funnel ?? stagesOfCounts(rows);
    const options = { stages, currency, exchange, by: call.text("by") === undefined ? undefined : by };
    const learned = withRates(() => within(() => learnCounts(rows, { ...options, longestLag })));
    const update = file?.within(() => applyLearned(file.plan, learned));
    return { read: null, counts: rows, learned, update, ...told, ...shown };
  }
  const read = await streamExports(call, call.words, file?.plan.funnel);
  call.world.err(importNotes(read, read.names));
  requireDeals(call.words, read);
  const asOf = parseAsOf(call, read);
  const options = { ...typed, stages: read.stages, asOf, currency, leftOut: read.leftOut };
  const learned = withRates(() => learn(read.journeys, options));
  const update = file?.within(() => applyLearned(file.plan, learned));
  return { read, counts: null, learned, update, ...told, ...shown };
}

/** Prints the statements that count the history of a plan where it is. */
async function printLearnSql(call: Call): Promise<ExitCode> {
  noMoreWords(call, 0);
  const typed = readOptions(call);
  const file = call.text("plan");
  if (file === undefined) throw new UsageError("--sql needs a plan with the stages: --plan plan.yaml");
  const { plan } = await readPlan({ ...call, words: [file] });
  const table = await tableOptions(call, plan.funnel);
  if (table === undefined) return 2;
  const { observedFrom, by, exchange } = typed;
  const currency = exchange === undefined ? undefined : plan.currency;
  const statements = inUse(() => historySql({ ...table, observedFrom, by, exchange, currency }));
  const options = ["exchange", "by"].flatMap((name) => {
    const value = call.text(name);
    return value === undefined ? [] : [` --${name} ${value}`];
  });
  printStatements(
    call,
    statements,
    `reverse-funnel learn counts.csv --counts --plan ${file}${options.join("")}`,
  );
  return 0;
}

/** The stages that counts name, for whoever asks without a plan. */
function stagesOfCounts(rows: CountFile["rows"]): readonly string[] {
  return [...new Set(rows.flatMap(({ stage }) => (typeof stage === "string" ? [stage] : [])))];
}

function print({ world, flag }: Call, outcome: LearnOutcome): void {
  if (!flag("json")) {
    world.out(learnedText(outcome));
    return;
  }
  const { read, learned, update, written } = outcome;
  const plan = update === undefined ? {} : { changes: update.changes, left: update.left, written };
  const rows = read === null ? {} : { counts: read.counts, issues: read.issues };
  world.out(`${JSON.stringify({ ...rows, learned, ...plan }, null, 2)}\n`);
}

function readDays(typed: string | undefined): number | undefined {
  if (typed === undefined || /^\d{1,5}$/.test(typed)) return typed === undefined ? undefined : Number(typed);
  throw new UsageError(`--longest-lag needs whole days, such as 90; got ${JSON.stringify(typed)}`);
}

const KEYS: readonly GroupKey[] = ["owner", "channel", "month"];

function readKeys(typed: string | undefined): readonly GroupKey[] {
  const words = typed === undefined ? [] : typed.split(",").map((word) => word.trim());
  return words.map((word) => {
    const key = KEYS.find((one) => one === word);
    if (key === undefined)
      throw new UsageError(
        `there is no ${JSON.stringify(word)} to tell deals apart by; ${nearestHint(word, KEYS)}`,
      );
    return key;
  });
}
