import type { Problem } from "../schema/issue.js";
import { nearestName, suggestion } from "../schema/suggestion.js";
import { folded } from "./cell.js";
import type { Dialect } from "./dialect.js";
import { LEFT_OUT, type Labels } from "./labels.js";
import type { ColumnRole, Mapping } from "./mapping.js";
import { convertedValue, remarksOn, type Remark } from "./column-remarks.js";
import { entriesOf } from "../schema/fields.js";

/** Which table of several, from 0, and its headers as they stand in the file. */
export interface TableHeader {
  readonly table: number;
  readonly names: readonly string[];
}

/** Which column of one table says what. */
export interface Binding extends TableHeader {
  readonly layout: "deals" | "history";
  readonly columns: Readonly<Partial<Record<ColumnRole, number>>>;
  /** Columns that make the id together. */
  readonly ids: readonly number[];
  /** What is to be known of the columns. */
  readonly remarks: readonly Remark[];
  /** Columns that hold the day on which a stage was entered. */
  readonly entered: readonly { readonly column: number; readonly target: number }[];
  /** Such columns by the name of their stage, known or not. */
  readonly stageNames: ReadonlyMap<number, string>;
  /** Headers of such columns whose stage is not known; they are not read. */
  readonly unread: readonly string[];
  readonly missing: readonly MissingColumn[];
  /** Named columns that another file may have; an error where none does. */
  readonly elsewhere: readonly MissingColumn[];
}

/** A column that is needed and not there. */
export interface MissingColumn {
  readonly column: string;
  readonly problem: Problem;
}

const ENDINGS: readonly ColumnRole[] = ["status", "won", "lost", "isWon", "isClosed", "closed", "created"];

/** Finds out which column of a table says what: what the mapping names first, then what the system usually calls it. */
export function bind(
  { table, names }: TableHeader,
  mapping: Mapping,
  dialect: Dialect,
  labels: Labels,
  isOneOfSeveral = false,
): Binding {
  const plain = names.map((name) => (dialect.plainHeader ?? same)(folded(name)));
  const index = new Map<string, number>();
  plain.forEach((name, column) => (index.has(name) ? undefined : index.set(name, column)));
  names.forEach((name, column) => (index.has(folded(name)) ? undefined : index.set(folded(name), column)));
  const historic = dialect.isHistory?.(new Set(index.keys())) === true;
  const aliases = historic ? (dialect.history ?? {}) : dialect.aliases;
  const missing: MissingColumn[] = [];
  const columns: Partial<Record<ColumnRole, number>> = {};
  for (const [role, headers] of entriesOf<ColumnRole, readonly string[]>(aliases)) {
    if (mapping.columns?.[role] === null && !historic) continue;
    const found = headers.map((header) => index.get(header)).find((column) => column !== undefined);
    if (found !== undefined) columns[role] = found;
  }
  const ids: number[] = [];
  const given = entriesOf<ColumnRole, string | readonly string[] | null | undefined>(mapping.columns ?? {});
  for (const [role, headers] of given)
    for (const header of typeof headers === "string" ? [headers] : (headers ?? [])) {
      const column = index.get(folded(header));
      if (column !== undefined) columns[role] = column;
      else if (!historic) missing.push(missingColumn(header, names));
      if (column !== undefined && role === "id") ids.push(column);
    }
  if (columns.id !== undefined && ids.length === 0) ids.push(columns.id);
  const converted = convertedValue(columns, names, mapping, index);
  const entered = enteredColumns(names, plain, index, mapping, dialect, labels);
  const isPart =
    isOneOfSeveral && ids.length > 0 && given.some(([role]) => role !== "id" && columns[role] !== undefined);
  const named = [...missing, ...entered.missing];
  const layout = mapping.layout ?? (historic || looksLikeHistory(columns, entered) ? "history" : "deals");
  return {
    layout,
    table,
    names,
    columns,
    ids,
    entered: entered.known,
    remarks: remarksOn({ names, columns, ids, converted, entered, mapping }),
    stageNames: entered.names,
    unread: entered.unread,
    missing: [
      ...strangeStages(mapping, labels),
      ...(isPart ? [] : named),
      ...needed(layout, columns, entered, names),
    ],
    elsewhere: isPart ? named : [],
  };
}

const same = (header: string) => header;

interface Entered {
  readonly known: readonly { readonly column: number; readonly target: number }[];
  readonly names: ReadonlyMap<number, string>;
  readonly unread: readonly string[];
  readonly missing: readonly MissingColumn[];
}

function enteredColumns(
  names: readonly string[],
  plain: readonly string[],
  index: ReadonlyMap<string, number>,
  mapping: Mapping,
  { enteredLabel }: Dialect,
  labels: Labels,
): Entered {
  const known = new Map<number, number>();
  const stageNames = new Map<number, string>();
  const unread: string[] = [];
  plain.forEach((header, column) => {
    const label = enteredLabel?.(header);
    if (label === undefined || !ofPipeline(label, mapping.crmPipeline)) return;
    stageNames.set(column, asWritten(names[column] ?? "", label));
    const target = labels.read(label) ?? labels.read(label.replace(/_\d+$/, ""));
    if (target === undefined) unread.push(names[column] ?? "");
    else if (target !== LEFT_OUT) known.set(column, target);
  });
  const missing: MissingColumn[] = [];
  for (const [stage, header] of Object.entries(mapping.entered ?? {})) {
    const column = header === undefined ? undefined : index.get(folded(header));
    const target = labels.targetOf(stage);
    if (header !== undefined && column === undefined) missing.push(missingColumn(header, names));
    if (column !== undefined && target !== undefined) known.set(column, target);
  }
  return {
    known: [...known].map(([column, target]) => ({ column, target })),
    names: stageNames,
    unread,
    missing,
  };
}

/** The part of a header that is the stage, as it stands there. */
function asWritten(header: string, label: string): string {
  const at = header.toLowerCase().indexOf(label);
  return at < 0 ? label : header.slice(at, at + label.length);
}

/** A label that names its pipeline in parentheses belongs to that one. */
function ofPipeline(label: string, wanted: Mapping["crmPipeline"]): boolean {
  const pipeline = /\(([^()]*)\)$/.exec(label)?.[1];
  if (pipeline === undefined || wanted === undefined) return true;
  const list = typeof wanted === "string" ? [wanted] : wanted;
  return list.some((name) => folded(name) === pipeline);
}

function looksLikeHistory(columns: Partial<Record<ColumnRole, number>>, entered: Entered): boolean {
  const { id, stage, on } = columns;
  if (id === undefined || stage === undefined || on === undefined || entered.known.length > 0) return false;
  return !ENDINGS.some((role) => columns[role] !== undefined);
}

function needed(
  layout: "deals" | "history",
  columns: Partial<Record<ColumnRole, number>>,
  entered: Entered,
  names: readonly string[],
): MissingColumn[] {
  const wanting = (["id", "stage", "on"] as const).filter((role) => columns[role] === undefined);
  if (layout === "history") return wanting.map((role) => missingColumn(role, names));
  const tells = ["stage", "status", "won", "lost", "isWon", "created", "closed"] as const;
  const anything = entered.known.length > 0 || tells.some((role) => columns[role] !== undefined);
  return anything ? [] : [missingColumn("stage", names)];
}

/** Names in the mapping that are no stage of the funnel: the compiler refuses them, a file of YAML does not. */
function strangeStages(mapping: Mapping, labels: Labels): MissingColumn[] {
  const targets = [...Object.keys(mapping.entered ?? {}), mapping.createdIn ?? []].flat();
  const unknown = targets
    .filter((stage) => labels.targetOf(stage) === undefined)
    .map((stage) => [stage, stage] as const);
  return [...labels.strange, ...unknown].map(([label, stage]) => {
    const advice = `${JSON.stringify(stage.slice(0, 40))} is none, ${suggestion(stage, labels.stages)}`;
    return {
      column: label,
      problem: { code: "map.stage-unknown", expected: "a stage of the funnel, won or lost", advice },
    };
  });
}

function missingColumn(column: string, names: readonly string[]): MissingColumn {
  const near = nearestName(column, names);
  const found = names.slice(0, 12).map((name) => JSON.stringify(name.slice(0, 40)));
  const there =
    names.length === 0
      ? "the file has none"
      : `the file has ${found.join(", ")}${names.length > 12 ? ", …" : ""}`;
  const advice =
    near === undefined ? `name the column in columns; ${there}` : `did you mean ${JSON.stringify(near)}`;
  return {
    column,
    problem: { code: "column.missing", expected: `the column ${JSON.stringify(column)}`, advice },
  };
}
