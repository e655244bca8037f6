import type { Plan } from "../plan/plan.js";
import type { ExitCode, World } from "./world.js";

/** An option of a verb: `--name`, `-short`; a `text` option takes a value, shown in help as `<value>`. */
export interface Option {
  readonly type: "flag" | "text";
  readonly short?: string;
  readonly value?: string;
  readonly help: string;
}

/** A verb with its words and options as they were typed. */
export interface Call {
  readonly world: World;
  readonly verb: Verb;
  readonly words: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly text: (name: string) => string | undefined;
  /** The config file that the call is made with, and what it insists on; left out without one. */
  readonly config?: { readonly file: string; readonly checks: Plan["checks"] };
}

/** One verb of the command. A new one is a file of its own and a row in `verbs.ts`. */
export interface Verb {
  readonly name: string;
  readonly summary: string;
  /** What follows the name: `<file>`. */
  readonly usage: string;
  readonly options: Readonly<Record<string, Option>>;
  /** A line to try, and what it does. */
  readonly example: string;
  readonly notes?: string;
  /** Whether it may take over a second: it looks at many plans, or at all of history. */
  readonly takesLong?: boolean;
  readonly run: (call: Call) => ExitCode | Promise<ExitCode>;
}

/** Options that every verb knows. */
export const COMMON: Readonly<Record<string, Option>> = {
  help: { type: "flag", short: "h", help: "Show the options of the verb, with an example." },
};

/** Options of verbs that print figures. */
export const FIGURES: Readonly<Record<string, Option>> = {
  json: { type: "flag", help: "Print the answer as JSON and nothing else." },
  format: { type: "text", value: "format", help: "text (default), json, or csv: one table of the answer." },
  table: { type: "text", value: "heading", help: "With csv: which table; default: the first." },
  exact: { type: "flag", help: "Round no figure of the tables: 200/3 instead of 66.7." },
  locale: { type: "text", value: "tag", help: "Write numbers as there: de-DE, en-IN, …" },
  all: { type: "flag", help: "Print lists and tables in full, not only their first twenty lines." },
};

/** Options of verbs that print an answer. */
export const ANSWER: Readonly<Record<string, Option>> = {
  ...FIGURES,
  width: {
    type: "text",
    value: "cells",
    help: "Cells in a line; default: COLUMNS, else the terminal's, else 80.",
  },
  "no-color": { type: "flag", help: "Print without colours (as with NO_COLOR, or into a file)." },
};
