import { COUNT_COLUMNS, ENDINGS, type CountKind, type CountRow } from "../history/counts/count-row.js";
import { monthsOf } from "../history/counts/count-journeys.js";
import type { Exchange } from "../history/journeys/money.js";
import { GROUP_KEYS, type GroupKey } from "../history/learning/learned.js";
import { monthIndex } from "../history/learning/months.js";
import { MOST_PERIODS } from "../history/learning/past-periods.js";
import { nearestNumber } from "../number/nearest-number.js";
import { tryQuantity } from "../schema/quantity.js";
import { DEALS, dealSteps, KNOWN, LEFT_OUT_DEALS, PLACED, readQuery, TIMES } from "./deal-steps.js";
import { dayOf, readQuestion, type Question } from "./question.js";
import { choose, indented, statementsOf } from "./steps.js";
import type { TableOptions } from "./table-options.js";

/** Which part of history is counted, and what deals are told apart by. */
export interface HistorySqlOptions<Stage extends string = string> extends TableOptions<Stage> {
  /** The day from which on the table records what becomes of deals, where it does not reach back to their beginning. */
  readonly observedFrom?: string | undefined;
  /** Also each owner, channel or month by itself. */
  readonly by?: GroupKey | readonly GroupKey[] | undefined;
  /** The currency that `learnCounts` will turn all values into. */
  readonly currency?: string | undefined;
  /** What one unit of each other currency is worth in it. */
  readonly exchange?: Exchange | undefined;
}

/**
 * Statements that count a history where it is. Their last one gives the rows from which `learnCounts` learns, digit for digit
 * what `learn` learns from the rows of the table: a few thousand, however long the table is.
 *
 * Plain text: nothing here connects to anything. Names are quoted as the engine does, whatever they hold.
 *
 * @throws RangeError for a dialect that there is not, a date that is none, and names that no quotes make safe
 * @throws PlanError for a label that stands for no stage of the funnel
 *
 * @example
 * ```ts
 * const table = { dialect: "duckdb", table: "crm.stage_history", funnel: ["demo", "proposal"] } as const;
 * const statements = historySql({ ...table, asOf: "2026-06-30" });
 * statements.length; // => 5
 * statements.at(-1)?.startsWith("SELECT"); // => true
 * ```
 */
export function historySql<const Stage extends string>(options: HistorySqlOptions<Stage>): readonly string[] {
  const question = readQuestion(options, "historySql");
  const { observedFrom, by = [] } = options;
  const from = observedFrom === undefined ? undefined : dayOf(observedFrom, "historySql");
  const keys = typeof by === "string" ? [by] : GROUP_KEYS.filter((key) => by.includes(key));
  const branches = [
    ...recordBranches(question, options.asOf, observedFrom),
    ...wholeBranches(question),
    ...stageBranches(question, from),
    ...keys.flatMap((key) => groupBranches(question, key, from)),
    ...monthBranches(question, from),
    ...worthBranches(question, options),
  ];
  const last = resultQuery(question, branches);
  return statementsOf(question.dialect, dealSteps(question, true), last, question.form);
}

/** One part of the result: what its columns hold, and of which rows. A column that is left out says nothing. */
type Branch = Readonly<Partial<Record<Exclude<keyof CountRow, "kind">, string>>> & {
  readonly kind: CountKind;
  readonly from: string;
  readonly where?: string;
  /** Whether there is one row for each deal, and nothing to count. */
  readonly each?: true;
};

/** The columns of a branch with what they hold; each of a type where `isTyped` says so, else null may be of any. */
function cellsOf(
  { dialect }: Question,
  branch: Branch,
  isTyped: boolean,
): readonly (readonly [column: keyof CountRow, value: string])[] {
  const nothing = (column: string) =>
    !isTyped ? "NULL" : NUMBERS.has(column) ? "CAST(NULL AS INTEGER)" : dialect.asText("NULL");
  const one = branch.each === true || dialect.countsOnce ? "1" : "COUNT(*)";
  return COUNT_COLUMNS.map((column) => {
    if (column === "kind") return [column, dialect.text(branch.kind)];
    return [column, branch[column] ?? (column === "count" ? one : nothing(column))];
  });
}

/** @param names whether its columns are named and typed: those of the first branch are those of all */
function branchQuery(question: Question, branch: Branch, names: boolean): string {
  const { from, where, each } = branch;
  const said = cellsOf(question, branch, names).map(([column, value]) =>
    names ? `${value} AS ${question.dialect.name(column)}` : value,
  );
  const dimensions = GROUPED.flatMap((column) => {
    const value = branch[column];
    return value === undefined || CONSTANT.test(value) ? [] : [value];
  });
  return [
    `SELECT ${said.join(", ")}`,
    `FROM ${from}`,
    ...(where === undefined ? [] : [`WHERE ${where}`]),
    ...(each === true || dimensions.length === 0 ? [] : [`GROUP BY ${dimensions.join(", ")}`]),
  ].join("\n");
}

const NUMBERS: ReadonlySet<string> = new Set(["stage", "ending", "sure", "month", "days"]);
const GROUPED = ["part", "name", "stage", "ending", "sure", "month", "days", "value", "deal"] as const;
const CONSTANT = /^(?:-?\d+|'[^']*')$/;

/** Everything in one table, with stages, endings and months in words. */
function resultQuery(question: Question, branches: readonly Branch[]): string {
  const { dialect, stages } = question;
  const { name, text, asText } = dialect;
  const month = name("month");
  const [year, ofYear] = [`(${month} - MOD(${month}, 12)) / 12`, `MOD(${month}, 12) + 1`];
  const inWords = `${asText(`CAST(${year} AS INTEGER)`)} || '-' || LPAD(${asText(ofYear)}, 2, '0')`;
  const isMonth = `${name("part")} = ${text("month")}`;
  const written: Partial<Record<keyof CountRow, string>> = {
    name: choose([[isMonth, inWords]], name("name")),
    stage: choose(stages.map((stage, index) => [`${name("stage")} = ${index}`, text(stage)] as const)),
    ending: choose(
      ([0, 1, 2] as const).map((ending) => [`${name("ending")} = ${ending}`, text(ENDINGS[ending])] as const),
    ),
    month: choose([[`${name("part")} IS NULL`, inWords]]),
  };
  const columns = COUNT_COLUMNS.map((column) => {
    const value = written[column];
    return value === undefined ? name(column) : `${value} AS ${name(column)}`;
  });
  const counts = dialect.countsOnce
    ? countedOnce(question, branches)
    : branches.map((branch, index) => branchQuery(question, branch, index === 0)).join("\nUNION ALL\n");
  return `SELECT ${columns.join(", ")}\nFROM (\n${indented(counts)}\n) counts`;
}

/**
 * All rows counted together, and each table read once: for an engine that plans, compiles and starts each part of a long statement
 * by itself.
 */
function countedOnce(question: Question, branches: readonly Branch[]): string {
  const { name } = question.dialect;
  const tables = [...new Set(branches.map(({ from }) => from))];
  const parts = tables.map((from) => {
    const cases = branches
      .filter((branch) => branch.from === from)
      .map((branch) => {
        const cells = cellsOf(question, branch, true).map(([column, value]) => `${value} AS ${name(column)}`);
        return `CASE WHEN ${branch.where ?? "TRUE"} THEN STRUCT(${cells.join(", ")}) END`;
      });
    return `SELECT said.*\nFROM ${from}\nLATERAL VIEW INLINE(ARRAY(\n${indented(cases.join(",\n"))}\n)) said`;
  });
  const said = COUNT_COLUMNS.slice(0, -1).map(name).join(", ");
  const count = name("count");
  return [
    `SELECT ${said}, SUM(${count}) AS ${count}`,
    `FROM (\n${indented(parts.join("\nUNION ALL\n"))}\n) parts`,
    `WHERE ${name("kind")} IS NOT NULL`,
    `GROUP BY ${said}`,
  ].join("\n");
}

function recordBranches(
  question: Question,
  asOf: string,
  observedFrom: string | undefined,
): readonly Branch[] {
  const { dialect, stages } = question;
  const one = { from: "(SELECT 1 AS one) once", each: true } as const;
  const known = stages.map((_, stage): Branch => ({
    ...{ kind: "named", stage: String(stage), from: KNOWN, where: `known_${stage} = 1`, each: true },
  }));
  return [
    { ...one, kind: "as of", value: dialect.text(asOf) },
    ...(observedFrom === undefined
      ? []
      : [{ ...one, kind: "observed from" as const, value: dialect.text(observedFrom) }]),
    {
      kind: "earliest",
      value: dialect.date("earliest"),
      from: `(SELECT MIN(first_day) AS earliest FROM ${PLACED} WHERE is_used = 1) first_days`,
      where: "earliest IS NOT NULL",
      each: true,
    },
    ...known,
    { kind: "unused", from: PLACED, where: "is_used = 0" },
    { kind: "left out", from: DEALS, where: LEFT_OUT_DEALS },
    {
      kind: "unknown",
      name: "label",
      from: `(\n${indented(readQuery(question))}\n) named`,
      where: "target IS NULL AND label <> ''",
    },
  ];
}

const USED = "is_used = 1";

function wholeBranches({ asOf }: Question): readonly Branch[] {
  const end = `CASE WHEN ending = 0 THEN ${asOf} ELSE closing END`;
  return [
    { kind: "deals", from: PLACED, where: USED },
    { kind: "whole", ending: "ending", days: `${asOf} - first_day`, from: PLACED, where: USED },
    { kind: "decided", days: `${end} - first_day`, from: PLACED, where: `${USED} AND ending <> 0` },
  ];
}

/** What is counted of the stages of some deals: how and when they left, and where they may have been. */
function leftBranches(
  from: number | undefined,
  said: Partial<Branch>,
  dated: Partial<Branch>,
  also = "",
): readonly Branch[] {
  const seen = `is_here = 1 AND is_anywhere = 0${from === undefined ? "" : ` AND gone >= ${from}`}${also}`;
  const left = { kind: "left", ending: "ending", days: "gone - entered" } as const;
  const own = { stage: "stage", from: TIMES, ...said };
  return [
    { ...own, ...dated, ...left, where: seen },
    ...(from === undefined
      ? []
      : [
          {
            ...{ ...own, ...dated, kind: "late" as const },
            ...{ days: `${from} - entered`, where: `${seen} AND entered < ${from}` },
          },
        ]),
  ];
}

function stageBranches({ asOf, dialect }: Question, from: number | undefined): readonly Branch[] {
  const own = { stage: "stage", from: TIMES } as const;
  const since = from === undefined ? "" : ` AND gone >= ${from}`;
  const seen = `is_here = 1 AND is_anywhere = 0${since}`;
  return [
    ...leftBranches(from, {}, { month: dialect.month("entered") }),
    ...leftBranches(from, { sure: "0" }, {}, " AND is_timed = 0"),
    {
      ...{ ...own, kind: "watched", days: `${asOf} - entered` },
      where: `${seen}${from === undefined ? "" : ` AND entered >= ${from}`}`,
    },
    { ...own, kind: "in all", ending: "ending", days: `${asOf} - first_day`, where: seen },
    {
      ...{ ...own, kind: "in all", ending: "0", days: `${asOf} - first_day` },
      where: `is_anywhere = 1${since}`,
    },
    ...(from === undefined
      ? []
      : [{ ...own, kind: "before" as const, where: `is_here = 1 AND gone < ${from}` }]),
    { ...own, kind: "maybe", ending: "ending", sure: "is_here", where: `is_anywhere = 1${since}` },
  ];
}

function groupBranches({ dialect }: Question, key: GroupKey, from: number | undefined): readonly Branch[] {
  const month = dialect.month("first_day");
  const said = key === "month" ? { part: dialect.text(key), month } : { part: dialect.text(key), name: key };
  const since = from === undefined ? "" : ` AND gone >= ${from}`;
  return [
    { ...said, kind: "deals", from: PLACED, where: USED },
    ...leftBranches(from, said, {}),
    {
      ...{ ...said, kind: "maybe", stage: "stage", ending: "ending", sure: "is_here" },
      ...{ from: TIMES, where: `is_anywhere = 1${since}` },
    },
  ];
}

/** What lay before each of the last whole months, came in and was won in it. */
function monthBranches({ asOf, dialect }: Question, from: number | undefined): readonly Branch[] {
  const months = monthsOf(from ?? asOf - (MOST_PERIODS + 2) * 31, asOf);
  if (months.length === 0) return [];
  const rows = months.map(
    // What is open or was decided after the last whole month was there when that began.
    ({ first, last }, index) =>
      `SELECT ${monthIndex(last)} AS month_number, ${first} AS month_first, ${last} AS month_last, ${index === months.length - 1 ? asOf : last} AS month_until`,
  );
  const list = `(\n${indented(rows.join(" UNION ALL\n"))}\n) months`;
  const month = "month_number";
  const inMonth = (day: string) => `${day} >= month_first AND ${day} <= month_last`;
  return [
    {
      ...{ kind: "stayed", month, stage: "stage", value: dialect.date("entered") },
      from: `${TIMES} JOIN ${list} ON entered < month_first AND gone >= month_first AND gone <= month_until`,
      where: "is_here = 1",
    },
    {
      ...{ kind: "fresh", month, stage: "stage", days: "month_last - entered" },
      from: `${TIMES} JOIN ${list} ON ${inMonth("entered")}`,
      where: "is_first = 1",
    },
    {
      ...{ kind: "wins", month },
      from: `${PLACED} JOIN ${list} ON ${inMonth("closing")}`,
      where: `${USED} AND ending = 1`,
    },
  ];
}

/**
 * What won deals are worth; and the ids of those that may stand far out. Which of them do is decided exactly by whoever reads the
 * counts: here, in doubles, a little more room is left than they need.
 */
function worthBranches(
  { dialect, column }: Question,
  { currency, exchange }: Pick<HistorySqlOptions, "currency" | "exchange">,
): readonly Branch[] {
  if (column("value") === undefined) return [];
  const isOne = currency !== undefined || exchange !== undefined;
  const rates = Object.entries(exchange ?? {}).map(([code, rate]): readonly [string, string] => {
    const exact = tryQuantity(rate);
    if (exact === undefined)
      throw new RangeError(
        `historySql requires exchange rates that are numbers; got ${JSON.stringify(rate)}`,
      );
    return [`currency = ${dialect.text(code)}`, dialect.asNumber(String(nearestNumber(exact)))];
  });
  const own = dialect.asNumber("value");
  const worth = rates.length === 0 ? own : `${own} * ${choose(rates, dialect.asNumber("1"))}`;
  const unit = isOne ? "''" : "COALESCE(currency, '')";
  const won = [
    `SELECT id, value, currency, ${unit} AS unit, ${worth} AS worth`,
    `FROM ${PLACED}`,
    "WHERE ending = 1 AND value IS NOT NULL",
  ].join("\n");
  const ranked = [
    "SELECT unit, worth, ROW_NUMBER() OVER (PARTITION BY unit ORDER BY worth) AS place, COUNT(*) OVER (PARTITION BY unit) AS places",
    `FROM (\n${indented(won)}\n) ranked_wins`,
  ].join("\n");
  const quartiles = [
    "SELECT unit, MIN(CASE WHEN place * 100 >= 25 * places THEN worth END) AS lower_worth, MIN(CASE WHEN place * 100 >= 75 * places THEN worth END) AS upper_worth",
    `FROM (\n${indented(ranked)}\n) ranked`,
    "GROUP BY unit",
  ].join("\n");
  const reach =
    "3 * (upper_worth - lower_worth) - 0.000000001 * (ABS(worth) + ABS(upper_worth) + ABS(lower_worth))";
  const far = [
    `SELECT id, value, currency`,
    `FROM (\n${indented(won)}\n) wins JOIN (\n${indented(quartiles)}\n) quartiles ON wins.unit = quartiles.unit`,
    `WHERE (worth > upper_worth AND worth - upper_worth >= ${reach}) OR (worth < lower_worth AND lower_worth - worth >= ${reach})`,
  ].join("\n");
  return [
    {
      kind: "currency",
      ...{ name: "currency", from: PLACED, where: "currency IS NOT NULL AND value IS NOT NULL" },
    },
    {
      kind: "worth",
      ...{ name: "currency", value: "value", from: PLACED, where: "ending = 1 AND value IS NOT NULL" },
    },
    {
      kind: "far",
      ...{
        name: "currency",
        value: "value",
        deal: "id",
        from: `(\n${indented(far)}\n) far_wins`,
        each: true,
      },
    },
  ];
}
