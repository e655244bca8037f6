import type { IssueCode } from "../schema/issue-code.js";
import type { Problem } from "../schema/issue.js";
import { folded } from "./cell.js";
import type { ColumnRole, Mapping } from "./mapping.js";

/** Something to know about the columns of a table: said once, and no row's fault. */
export interface Remark {
  readonly column: string | null;
  readonly received: unknown;
  readonly problem: Problem;
}

/** What is looked at. */
interface Columns {
  readonly names: readonly string[];
  readonly columns: Readonly<Partial<Record<ColumnRole, number>>>;
  readonly ids: readonly number[];
  readonly converted: boolean;
  readonly entered: {
    readonly known: readonly { readonly column: number }[];
    readonly names: ReadonlyMap<number, string>;
  };
  readonly mapping: Mapping;
}

/** What headers look like that nobody mapped. */
const LOOKS: readonly (readonly [ColumnRole, RegExp])[] = [
  ["currency", /\b(currency|moneda|moeda|w\u00E4hrung|devise)\b/],
  ["value", /\b(value|amount|revenue|price|arr|mrr|acv|tcv|importe|valor|betrag|wert|montant|bedrag)\b/],
  ["stage", /\b(stage|phase|etapa|fase|\u00E9tape)\b/],
  ["status", /\b(status|state|outcome|estado)\b/],
  ["created", /\b(created|create date|creation|opened|date added)\b/],
  ["closed", /\b(closed|close date|closing date|cierre)\b/],
  ["expected", /\b(expected|forecast(ed)? close)\b/],
  ["won", /\bwon (on|date|time|at)\b/],
  ["lost", /\blost (on|date|time|at)\b/],
  ["owner", /\b(owner|rep|salesperson|assigned|responsable|account executive)\b/],
  ["channel", /\b(source|channel)\b/],
  ["probability", /\b(probability|likelihood|probabilidad)\b/],
  ["pipeline", /^pipeline( name| id)?$/],
  ["id", /\b(id|deal number|opportunity number|record)\b/],
];
/** Numbers about something, and not the thing. */
const ABOUT = /\b(days|count|number of|weighted|age|last|next|modified|activity|reason|by|currency of)\b/;
/** Amounts that were turned into the company's currency already. */
const CONVERTED = /company currency|home.?currency|\(converted\)/;
/** Of a header no more is looked at. */
const LONGEST = 200;
/** So many names of columns are listed. */
const MOST_LISTED = 20;

/**
 * Is the value read from a column that was converted into the company's currency? Then the deal's own currency is not its
 * currency: that of the conversion stands beside it, or is said in `valueIn`.
 */
export function convertedValue(
  columns: Partial<Record<ColumnRole, number>>,
  names: readonly string[],
  { columns: given, valueIn }: Mapping,
  index: ReadonlyMap<string, number>,
): boolean {
  const header = columns.value === undefined ? "" : folded(names[columns.value] ?? "");
  if (valueIn !== undefined) delete columns.currency;
  if (!CONVERTED.test(header) || given?.currency !== undefined || valueIn !== undefined) return false;
  const beside = index.get(`${header} currency`);
  delete columns.currency;
  if (beside !== undefined) columns.currency = beside;
  return beside === undefined;
}

/** Says of columns what nobody should have to find out: which are not read, and what they look like. */
export function remarksOn(table: Columns): readonly Remark[] {
  const { names, columns, ids, converted, entered, mapping } = table;
  if (names.length === 0) return [];
  const used = new Set([...Object.values(columns), ...ids, ...entered.known.map(({ column }) => column)]);
  const seen = new Set<string>();
  const remarks: Remark[] = [];
  const rest: string[] = [];
  names.forEach((name, column) => {
    const plain = folded(name);
    const isSecond = plain !== "" && seen.has(plain);
    seen.add(plain);
    if (isSecond)
      remarks.push(
        remark(name, name, "column.repeated", "one column of each name", "only the first is read"),
      );
    // A column for a stage that is not known is named by itself.
    if (isSecond || used.has(column) || entered.names.has(column) || plain === "") return;
    const role = looksLike(wordsOf(name), columns);
    const isMeant =
      role !== undefined && (mapping.columns?.[role] === null || (role === "currency" && converted));
    if (role === undefined || isMeant) rest.push(name);
    else
      remarks.push(
        remark(
          name,
          name,
          "column.looks-like",
          "columns that are read",
          `it looks like the ${role}; if it is, say columns: { ${role}: ${JSON.stringify(name.slice(0, 60))} }`,
        ),
      );
  });
  if (rest.length > 0) remarks.push(notRead(rest));
  if (ids.length === 0)
    remarks.push(
      remark(
        null,
        undefined,
        "id.none",
        "a column with the deals\u2019 ids",
        "each row counts as a deal of its own; several columns can make an id together, columns: { id: [Name, Created] }",
      ),
    );
  if (converted)
    remarks.push(
      remark(
        names[columns.value ?? -1] ?? null,
        names[columns.value ?? -1],
        "value.converted",
        "amounts in the deals\u2019 own currencies",
        "these were converted already, so the deals\u2019 own currency is not theirs; say valueIn: USD, or whichever it is",
      ),
    );
  return remarks;
}

/** A header in words: `OwnerId`, `close_date` and `Deal.Owner` as "owner id", "close date" and "deal owner". */
function wordsOf(name: string): string {
  return folded(
    name
      .slice(0, LONGEST)
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
      .replace(/[_.]+/g, " "),
  );
}

function looksLike(plain: string, columns: Columns["columns"]): ColumnRole | undefined {
  if (ABOUT.test(plain) || CONVERTED.test(plain)) return undefined;
  return LOOKS.find(([role, words]) => columns[role] === undefined && words.test(plain))?.[0];
}

function notRead(rest: readonly string[]): Remark {
  const listed = rest.slice(0, MOST_LISTED).map((name) => JSON.stringify(name.trim().slice(0, 60)));
  const more = rest.length - listed.length;
  const advice = `${rest.length === 1 ? "it says" : "they say"} nothing of a deal that is known here: ${listed.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const received = `${rest.length} that ${rest.length === 1 ? "is" : "are"} not`;
  return remark(null, received, "column.unread", "columns that are read", advice);
}

function remark(
  column: string | null,
  received: unknown,
  code: IssueCode,
  expected: string,
  advice: string,
): Remark {
  return { column, received, problem: { code, expected, advice } };
}
