/** One line of a table; as many cells as the table has columns. */
export type Row = readonly string[];

/** A column: its heading, and the side its cells stand on (numbers right). */
export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

/** A sentence of its own; `tone` says whether it is good or bad news, for whoever shows colours. */
export interface Sentence {
  readonly kind: "sentence";
  readonly text: string;
  readonly tone: "plain" | "good" | "bad";
}

/** Sentences of equal rank. */
export interface List {
  readonly kind: "list";
  readonly items: readonly string[];
}

/** Rows under headings. */
export interface Table {
  readonly kind: "table";
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** What a section is made of. */
export type Block = Sentence | List | Table;

/** Blocks under a heading. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * An answer as it is read: plain data that every renderer walks alike. Names stand in it as they were written; making them
 * harmless for a terminal or a page is each renderer's own work.
 */
export interface Report {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** A sentence of a report. */
export function sentence(text: string, tone: Sentence["tone"] = "plain"): Sentence {
  return { kind: "sentence", text, tone };
}

/** A table without the columns that are empty in every row. */
export function table(columns: readonly Column[], rows: readonly Row[]): Table {
  const kept = columns.map((_, index) => rows.some((row) => (row[index] ?? "") !== ""));
  return {
    kind: "table",
    columns: columns.filter((_, index) => kept[index]),
    rows: rows.map((row) => row.filter((_, index) => kept[index])),
  };
}

/** A column of text. */
export function left(title: string): Column {
  return { title, align: "left" };
}

/** A column of numbers. */
export function right(title: string): Column {
  return { title, align: "right" };
}
