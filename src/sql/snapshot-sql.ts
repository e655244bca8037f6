import { SNAPSHOT_COLUMNS, type SnapshotColumn } from "../history/counts/snapshot-counts.js";
import { snapshotStart } from "../history/journeys/snapshot.js";
import type { PlanInput } from "../plan/plan.js";
import { listStages } from "../plan/stage-list.js";
import { issueAt } from "../schema/issue.js";
import { PlanError } from "../schema/plan-error.js";
import { dealSteps, PLACED, TIMES } from "./deal-steps.js";
import { dayOf, readQuestion } from "./question.js";
import { choose, indented, statementsOf } from "./steps.js";
import type { TableOptions } from "./table-options.js";

/** Which part of the table a snapshot shows. */
export interface SnapshotSqlOptions<Stage extends string = string> extends Omit<
  TableOptions<Stage>,
  "funnel"
> {
  /** The first day whose entries, wins and losses are listed. Default: that of `snapshot`. */
  readonly from?: string | undefined;
}

/**
 * Statements that say what has happened up to a day, as forecast, track, replan, scorecard and check take it. `snapshotCounts`
 * makes the snapshot of the rows of their last one.
 *
 * Entries are counted by stage, day and person; open deals, wins and losses of the period come one by one, with the ids by which
 * they are put in order.
 *
 * @param plan its funnel says which stages there are, and its dates what is listed
 * @throws RangeError for a dialect that there is not, a date that is none, and names that no quotes make safe
 * @throws PlanError for a label that stands for no stage of the funnel, and for a plan in which units come back
 *
 * @example
 * ```ts
 * const plan = definePlan({
 *   goal: { metric: "customers", amount: 10, period: "2026-01" },
 *   funnel: [{ stage: "demo request", rate: "50%" }],
 * });
 * const table = { dialect: "postgres", table: "crm.stage_history" } as const;
 * snapshotSql(plan, { ...table, asOf: "2026-01-10", form: "query" }).length; // => 1
 * ```
 */
export function snapshotSql<Stage extends string>(
  plan: PlanInput<Stage>,
  options: SnapshotSqlOptions<NoInfer<Stage>>,
): readonly string[] {
  refuseReturns(plan);
  const question = readQuestion({ ...options, funnel: plan.funnel }, "snapshotSql");
  const { dialect, stages } = question;
  const first = options.from === undefined ? snapshotStart(plan) : dayOf(options.from, "snapshotSql");
  const since = (day: string) => (first === -Infinity ? "" : ` AND ${day} >= ${first}`);
  const stage = choose(stages.map((name, index) => [`stage = ${index}`, dialect.text(name)] as const));
  const ended = (kind: "won" | "lost"): Branch => ({
    ...{ kind, on: dialect.date("closing"), by: "owner", value: "value", currency: "currency", deal: "id" },
    ...{ from: PLACED, where: `is_used = 1 AND ending = ${kind === "won" ? 1 : 2}${since("closing")}` },
  });
  const branches: readonly Branch[] = [
    { kind: "as of", on: dialect.text(options.asOf), from: "(SELECT 1 AS one) once" },
    {
      ...{ kind: "entered", stage, on: dialect.date("entered"), by: "owner", count: "count_of_entries" },
      from: `(\n${indented(
        [
          "SELECT stage, entered, owner, COUNT(*) AS count_of_entries",
          `FROM ${TIMES}`,
          `WHERE is_here = 1 AND is_placed = 1${since("entered")}`,
          "GROUP BY stage, entered, owner",
        ].join("\n"),
      )}\n) entries`,
    },
    {
      ...{ kind: "untold", stage, count: "count_of_deals" },
      from: `(\n${indented(
        [
          "SELECT stage, COUNT(*) AS count_of_deals",
          `FROM ${TIMES}`,
          `WHERE (is_here = 0 OR is_placed = 0)${since("closing")}`,
          "GROUP BY stage",
        ].join("\n"),
      )}\n) unknown_entries`,
    },
    {
      ...{
        kind: "open",
        stage,
        on: dialect.date("entered"),
        value: "value",
        currency: "currency",
        deal: "id",
      },
      ...{ from: TIMES, where: "is_last = 1 AND ending = 0 AND is_anywhere = 0" },
    },
    ended("won"),
    ended("lost"),
    {
      ...{ kind: "currency", currency: "currency" },
      from: `(SELECT DISTINCT currency FROM ${PLACED} WHERE currency IS NOT NULL AND value IS NOT NULL) currencies`,
    },
  ];
  const last = branches
    .map(({ from, where, ...columns }, index) => {
      const said = SNAPSHOT_COLUMNS.map((column) => {
        const own = column === "kind" ? dialect.text(columns.kind) : columns[column];
        const nothing = column === "count" ? "CAST(NULL AS BIGINT)" : dialect.asText("NULL");
        return index === 0 ? `${own ?? nothing} AS ${dialect.name(column)}` : (own ?? "NULL");
      });
      return `SELECT ${said.join(", ")}\nFROM ${from}${where === undefined ? "" : `\nWHERE ${where}`}`;
    })
    .join("\nUNION ALL\n");
  return statementsOf(dialect, dealSteps(question, false), last, question.form);
}

/** A deal is counted once in each stage; where it comes back it was there twice. */
function refuseReturns(plan: PlanInput): void {
  const issues = listStages(plan)
    .filter(({ stage }) => stage.returns !== undefined)
    .map(({ stage, path }) =>
      issueAt([...path, "returns"], stage.returns, {
        code: "returns.warehouse",
        expected: "no units that come back, because the statements count a deal once in each stage",
        advice: "write the snapshot by hand, or from a log of the entries, which counts each",
      }),
    );
  if (issues.length > 0) throw new PlanError(issues);
}

/** One part of the result: what its columns hold, and of which rows. */
type Branch = Readonly<Partial<Record<Exclude<SnapshotColumn, "kind">, string>>> & {
  readonly kind: string;
  readonly from: string;
  readonly where?: string;
};
