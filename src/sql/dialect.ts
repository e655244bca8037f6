/** The engines that statements are written for. Databricks speaks Spark SQL. */
export type SqlDialect = "duckdb" | "postgres" | "spark";

/** Every engine by the name that `historySql` takes. */
export const SQL_DIALECTS = ["duckdb", "postgres", "spark"] as const satisfies readonly SqlDialect[];

/** What engines write each in their own way. Arguments and results are pieces of SQL unless they are called texts. */
export interface Dialect {
  /**
   * A name in quotes, whatever it holds.
   *
   * @throws RangeError for a name that no quotes make safe
   */
  readonly name: (text: string) => string;
  /**
   * A text as a literal, whatever it holds.
   *
   * @throws RangeError for a text that the engine cannot hold
   */
  readonly text: (text: string) => string;
  readonly asText: (value: string) => string;
  readonly asNumber: (value: string) => string;
  /** The days since 1970 of a date, a time or a text that says one. */
  readonly day: (value: string) => string;
  /** The date of a day, as a text such as 2026-01-31. */
  readonly date: (day: string) => string;
  /** A text that is compared by its characters, whatever the language of the database. */
  readonly byCharacter: (text: string) => string;
  /** The month of a day, counted on through the years: twelve times the year, and the months of it that are over. */
  readonly month: (day: string) => string;
  /** Of the rows of a group in which it is there, the value of the one whose keys are the greatest. */
  readonly latest: (value: string, keys: readonly string[]) => string;
  /** The word that makes an engine compute a part of a query once. */
  readonly once: string;
  /** Whether all kinds are counted in one grouping, and each table is read once for all of them. */
  readonly countsOnce: boolean;
  /** Statements that keep the rows of a query under a name for this session. */
  readonly keep: (name: string, query: string) => readonly string[];
}

/** How an engine writes things. */
export function dialectOf(name: SqlDialect): Dialect {
  return DIALECTS[name];
}

const DUCKDB: Dialect = {
  name: (text) => quotedName(text, '"'),
  text: plainText,
  asText: (value) => `CAST(${value} AS VARCHAR)`,
  asNumber: (value) => `CAST(${value} AS DOUBLE)`,
  day: (value) => `CAST(CAST(${value} AS DATE) - DATE '1970-01-01' AS INTEGER)`,
  date: (day) => `CAST((DATE '1970-01-01' + CAST(${day} AS INTEGER)) AS VARCHAR)`,
  byCharacter: (text) => text,
  month: (day) => monthOfDate(`(DATE '1970-01-01' + ${day})`),
  latest: (value, keys) => `arg_max(${value}, ROW(${keys.join(", ")})) FILTER (WHERE ${value} IS NOT NULL)`,
  once: "AS MATERIALIZED",
  countsOnce: false,
  keep: (name, query) => [`CREATE OR REPLACE TEMPORARY TABLE ${name} AS\n${query}`],
};

const POSTGRES: Dialect = {
  name: (text) => quotedName(text, '"'),
  // A backslash is plain or an escape as the server is set; in E'…' it is always one.
  text: (text) => (text.includes("\\") ? ` E${plainText(text.replaceAll("\\", "\\\\"))}` : plainText(text)),
  asText: (value) => `CAST(${value} AS TEXT)`,
  asNumber: (value) => `CAST(${value} AS DOUBLE PRECISION)`,
  day: (value) => `(CAST(${value} AS DATE) - DATE '1970-01-01')`,
  date: (day) => `TO_CHAR(DATE '1970-01-01' + ${day}, 'YYYY-MM-DD')`,
  byCharacter: (text) => `${text} COLLATE "C"`,
  month: (day) => monthOfDate(`(DATE '1970-01-01' + ${day})`),
  latest: (value, keys) => {
    const order = keys.map((key) => `${key} DESC`).join(", ");
    return `(ARRAY_AGG(${value} ORDER BY ${order}) FILTER (WHERE ${value} IS NOT NULL))[1]`;
  },
  once: "AS MATERIALIZED",
  countsOnce: false,
  keep: (name, query) => [
    `DROP TABLE IF EXISTS pg_temp.${name}`,
    `CREATE TEMPORARY TABLE ${name} AS\n${query}`,
    `ANALYZE ${name}`,
  ],
};

const SPARK: Dialect = {
  name: (text) => {
    // Spark puts settings into ${…} before it reads the statement, within quotes too.
    if (text.includes("${"))
      throw new RangeError(`historySql requires a name without \${ for Spark; got ${JSON.stringify(text)}`);
    return quotedName(text, "`");
  },
  // Whether a backslash is an escape depends on a setting, and so does what $ means; bytes mean themselves.
  text: (text) =>
    /^[^'\\$\p{Cc}]*$/u.test(text) ? `'${text}'` : `CAST(X'${hexOf(wholeText(text))}' AS STRING)`,
  asText: (value) => `CAST(${value} AS STRING)`,
  asNumber: (value) => `CAST(${value} AS DOUBLE)`,
  day: (value) => `DATEDIFF(CAST(${value} AS DATE), DATE '1970-01-01')`,
  date: (day) => `CAST(DATE_ADD(DATE '1970-01-01', ${day}) AS STRING)`,
  byCharacter: (text) => text,
  month: (day) => monthOfDate(`DATE_ADD(DATE '1970-01-01', ${day})`),
  latest: (value, keys) => `MAX_BY(${value}, STRUCT(${keys.join(", ")})) FILTER (WHERE ${value} IS NOT NULL)`,
  once: "AS",
  countsOnce: true,
  keep: (name, query) => [`CREATE OR REPLACE TEMPORARY VIEW ${name} AS\n${query}`, `CACHE TABLE ${name}`],
};

const DIALECTS: Readonly<Record<SqlDialect, Dialect>> = {
  duckdb: DUCKDB,
  postgres: POSTGRES,
  spark: SPARK,
};

function monthOfDate(date: string): string {
  return `CAST(EXTRACT(YEAR FROM ${date}) * 12 + EXTRACT(MONTH FROM ${date}) - 1 AS INTEGER)`;
}

function quotedName(text: string, mark: string): string {
  if (text === "" || NO_TEXT.test(text))
    throw new RangeError(`historySql requires a name of a table or a column; got ${JSON.stringify(text)}`);
  return `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;
}

function plainText(text: string): string {
  return `'${wholeText(text).replaceAll("'", "''")}'`;
}

function wholeText(text: string): string {
  if (NO_TEXT.test(text))
    throw new RangeError(`historySql requires texts of whole characters; got ${JSON.stringify(text)}`);
  return text;
}

/** The bytes of a text in UTF-8, as hexadecimal digits. */
function hexOf(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /%([0-9A-F]{2})|([^%])/g,
    (_, hex: string | undefined, plain: string) =>
      hex ?? plain.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0"),
  );
}

/** A zero that ends texts in C, or half of a character. */
const NO_TEXT = /\0|\p{Cs}/u;
