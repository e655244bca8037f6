import type { FunnelStages } from "../history/journeys/paths.js";
import { SQL_DIALECTS } from "../sql/index.js";
import type { TableColumns, TableOptions } from "../sql/table-options.js";
import { dateOption } from "./as-of.js";
import { InputError, nearestHint, UsageError } from "./failure.js";
import { readMap } from "./read-map.js";
import type { Call, Option } from "./verb.js";
import { fieldsOf } from "../schema/fields.js";
import { isPlanError } from "../schema/plan-error.js";

/** Options of verbs that write statements for a warehouse, and take back what it answered. */
export const WAREHOUSE: Readonly<Record<string, Option>> = {
  sql: {
    type: "text",
    value: "engine",
    help: `Print statements for a warehouse: ${SQL_DIALECTS.join(", ")}.`,
  },
  table: {
    type: "text",
    value: "name",
    help: "With --sql: the table of stage changes.",
  },
  columns: {
    type: "text",
    value: "pairs",
    help: "With --sql: its columns (id=deal_id,on=entered_on).",
  },
  query: { type: "flag", help: "With --sql: one statement that keeps nothing." },
  counts: { type: "flag", help: "The file holds what the statements gave." },
};

const COLUMNS = ["id", "stage", "on", "owner", "channel", "value", "currency"] as const;

/**
 * What statements are asked for; undefined where none are. Columns and names of stages also come from the map.
 *
 * @throws UsageError for an engine that there is not, and where no table is named
 */
export async function tableOptions(call: Call, funnel: FunnelStages): Promise<TableOptions | undefined> {
  const { world, text, flag } = call;
  const engine = text("sql");
  if (engine === undefined) return undefined;
  const dialect = SQL_DIALECTS.find((one) => one === engine);
  if (dialect === undefined)
    throw new UsageError(
      `there is no engine ${JSON.stringify(engine)}; ${nearestHint(engine, SQL_DIALECTS)}`,
    );
  const table = text("table");
  if (table === undefined)
    throw new UsageError("--sql needs the table of stage changes: --table crm.stage_history");
  const file = text("map");
  const map = file === undefined ? {} : await readMap(world, file);
  const form = flag("query") ? ("query" as const) : ("statements" as const);
  return {
    ...{ dialect, table: namesOf(table), funnel, form },
    columns: { ...columnsOfMap(map.columns ?? {}), ...readColumns(text("columns")) },
    stages: map.stages,
    asOf: dateOption(call, "as-of") ?? world.today(),
  };
}

/** Prints statements, each ended, and says on standard error what to do with them. */
export function printStatements({ world }: Call, statements: readonly string[], next: string): void {
  // One query is a part of something else, of a model of dbt say, where it must not be ended.
  const ended = statements.length > 1 ? ";" : "";
  world.out(statements.map((statement) => `${statement}${ended}\n`).join("\n"));
  world.err(`Run this, save the rows of the last statement with their headers as CSV, then:\n  ${next}\n`);
}

/**
 * Writes statements; a name that no engine takes is the user's to change.
 *
 * That units come back is an issue of the plan and not of the map: it is thrown on to whoever read the plan, and told at its place
 * there.
 *
 * @throws UsageError for such a name, InputError for a map that does not fit the plan, PlanError for a plan that no statements fit
 */
export function inUse<Answer>(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    const { name, message } = fieldsOf(error);
    if (name === "RangeError") throw new UsageError(String(message));
    if (isPlanError(error) && error.code !== "returns.warehouse")
      throw new InputError("the map", error.issues);
    throw error;
  }
}

/** The parts of a name; a dot within double quotes is part of one. */
function namesOf(table: string): readonly string[] {
  const parts = table.match(/"(?:[^"]|"")*"|[^."]+/g) ?? [];
  if (parts.length === 0 || parts.join(".") !== table)
    throw new UsageError(`--table needs a name such as crm.stage_history; got ${JSON.stringify(table)}`);
  return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part));
}

function columnsOfMap(columns: Readonly<Record<string, unknown>>): TableColumns {
  return Object.fromEntries(
    COLUMNS.flatMap((role) => (typeof columns[role] === "string" ? [[role, columns[role]]] : [])),
  );
}

function readColumns(typed: string | undefined): TableColumns {
  if (typed === undefined) return {};
  return Object.fromEntries(
    typed.split(",").map((pair) => {
      const [, role = "", name = ""] = /^\s*(\w+)\s*=\s*(\S.*?)\s*$/.exec(pair) ?? [];
      if (COLUMNS.some((one) => one === role)) return [role, name];
      throw new UsageError(
        `--columns needs pairs such as id=deal_id,stage=stage,on=entered_on (and ${COLUMNS.slice(3).join(", ")}); got ${JSON.stringify(pair.trim())}`,
      );
    }),
  );
}
