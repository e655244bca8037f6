import type { Format } from "../format/format.js";
import type { Picture } from "../charts/picture.js";

/** A figure that is rounded to be read, with the exact one behind it. */
interface RoundedCell {
  /** The figure as it is read: `"66.7"`. */
  readonly text: string;
  /** The same exactly: `"200/3"`. */
  readonly exact: string;
}

/** What stands in one place of a table: text, or a figure that is rounded. */
export type Cell = string | RoundedCell;

/** One line of a table; as many cells as the table has columns. */
export type Row = readonly Cell[];

/** A cell as it is read. */
export function cellText(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

/** A column: its heading, and the side its cells stand on (numbers right). */
export interface Column {
  /** The heading, as it is read. */
  readonly title: string;
  /** Left for names and dates, right for figures and nothing else. */
  readonly align: "left" | "right";
}

/** A sentence of its own; `tone` says whether it is good or bad news, for whoever shows colours. */
export interface Sentence {
  /** Says that this block is a sentence. */
  readonly kind: "sentence";
  /** The sentence, with its full stop. */
  readonly text: string;
  /** Good or bad news, or neither. */
  readonly tone: "plain" | "good" | "bad";
}

/** Sentences of equal rank. */
interface List {
  /** Says that this block is a list. */
  readonly kind: "list";
  /** The sentences, in order. */
  readonly items: readonly string[];
}

/** Rows under headings. */
export interface Table {
  /** Says that this block is a table. */
  readonly kind: "table";
  /** The columns, from left to right. */
  readonly columns: readonly Column[];
  /** The rows, from top to bottom. */
  readonly rows: readonly Row[];
}

/** One of the few big numbers that a reader must find first. */
export interface Figure {
  /** The number as it is read: `"2"`, `"1,200"`, `"82%"`. */
  readonly figure: string;
  /** What it is a number of: `"demo request a working day"`. */
  readonly label: string;
  /** Who it is for, or what it rests on; empty where there is nothing to add. */
  readonly note: string;
}

/** The few big numbers, the one to act on first. */
export interface Figures {
  /** Says that this block is of figures. */
  readonly kind: "figures";
  /** The numbers, the most important one first. */
  readonly items: readonly Figure[];
}

/** A picture, for whoever can draw: its numbers stand in its own text alternative, and in tables beside it. */
interface PictureBlock {
  /** Says that this block is a picture. */
  readonly kind: "picture";
  /** What is shown, as data. */
  readonly picture: Picture;
}

/** What a section is made of. */
export type Block = Sentence | List | Table | Figures | PictureBlock;

/** Blocks under a heading. */
export interface Section {
  /** The heading. */
  readonly title: string;
  /**
   * Where it is found on paper: on the first page, there beside the section before it, or in the appendix; wherever it comes
   * unless given.
   */
  readonly place?: "page" | "beside" | "appendix" | undefined;
  /** What stands under it, from top to bottom. */
  readonly blocks: readonly Block[];
}

/**
 * An answer as it is read: plain data that every renderer walks alike. Names stand in it as they were written; making them
 * harmless for a terminal or a page is each renderer's own work.
 */
export interface Report {
  /** What it is about: the plan's name, if it has one. */
  readonly title: string;
  /** Its parts, the most important one first. */
  readonly sections: readonly Section[];
}

/** How a report writes its figures. */
export interface FormatOption {
  /** Punctuation, dates and rounding; plain English unless given. */
  readonly format?: Format | undefined;
}

/** A sentence of a report. */
export function sentence(text: string, tone: Sentence["tone"] = "plain"): Sentence {
  return { kind: "sentence", text, tone };
}

/** Figures as a table, for whoever has no room for big numbers. */
export function figureTable({ items }: Figures): Table {
  return table(
    [right("Figure"), left("What"), left("Note")],
    items.map(({ figure, label, note }) => [figure, label, note]),
  );
}

/** A table without the columns that are empty in every row. */
export function table(columns: readonly Column[], rows: readonly Row[]): Table {
  const kept = columns.map((_, index) => rows.some((row) => cellText(row[index] ?? "") !== ""));
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
