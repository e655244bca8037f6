import { parseDay } from "../../calendar/day.js";
import { parseExact } from "../../number/exact-string.js";
import { isNegative } from "../../number/ratio.js";
import { issueAt, type Issue, type Problem } from "../../schema/issue.js";
import { PlanError } from "../../schema/plan-error.js";
import { suggestion } from "../../schema/suggestion.js";
import { COUNT_COLUMNS, ENDINGS, type CountKind, type CountRow } from "./count-row.js";
import { GROUP_KEYS } from "../learning/learned.js";

/** A row as an engine gives it, or a file: by column, numbers also as text. A column that is left out says nothing. */
export type RawCountRow = Readonly<
  Partial<Record<keyof CountRow, string | number | bigint | boolean | null | undefined>>
>;

/** What each kind of row must say. */
const SAYS: Readonly<Record<CountKind, readonly (keyof CountRow)[]>> = {
  "as of": ["value"],
  "observed from": ["value"],
  earliest: ["value"],
  named: ["stage"],
  deals: [],
  unused: [],
  "left out": [],
  unknown: ["name"],
  whole: ["ending", "days"],
  decided: ["days"],
  left: ["stage", "ending", "days"],
  late: ["stage", "days"],
  watched: ["stage", "days"],
  "in all": ["stage", "ending", "days"],
  before: ["stage"],
  maybe: ["stage", "ending", "sure"],
  pipeline: ["stage", "month", "days"],
  fresh: ["stage", "month", "days"],
  wins: ["month"],
  currency: ["name"],
  worth: ["value"],
  far: ["value", "deal"],
};

const KINDS = Object.keys(SAYS);
const isKind = (text: string): text is CountKind => Object.hasOwn(SAYS, text);

/**
 * Reads rows of counts, each by itself.
 *
 * @param stages the stages that rows may name
 * @throws PlanError with every row that cannot be read
 */
export function readCountRows(rows: readonly RawCountRow[], stages: readonly string[]): readonly CountRow[] {
  const reader = new RowReader(stages);
  const read = rows.flatMap((row, index) => reader.read(row, index));
  if (reader.issues.length > 0) throw new PlanError(reader.issues);
  return read;
}

/** So many issues are told; nobody reads more. */
const MOST = 1000;

class RowReader {
  readonly issues: Issue[] = [];
  readonly #stages: readonly string[];
  #row: RawCountRow = {};
  #index = 0;

  constructor(stages: readonly string[]) {
    this.#stages = stages;
  }

  read(row: RawCountRow, index: number): readonly CountRow[] {
    [this.#row, this.#index] = [row, index];
    const before = this.issues.length;
    const kind = this.#word("kind", KINDS);
    if (kind === null || !isKind(kind)) {
      if (this.issues.length === before) this.#wrong("kind", CHOICE(KINDS, null));
      return [];
    }
    const isDay = DATED.has(kind);
    const read = {
      kind,
      part: this.#word("part", GROUP_KEYS),
      name: this.#text("name"),
      stage: this.#word("stage", this.#stages, "stage.unknown"),
      ending: this.#word("ending", Object.values(ENDINGS)),
      sure: this.#whole("sure"),
      month: this.#month(),
      days: this.#whole("days"),
      value: isDay ? this.#day() : this.#amount(),
      deal: this.#text("deal"),
      count: this.#whole("count"),
    };
    const needed = needs(read);
    for (const column of needed) if (this.#text(column) === null) this.#wrong(column, MISSING);
    const { count } = read;
    if (this.issues.length === before && count !== null) return [{ ...read, count }];
    return [];
  }

  #text(column: keyof CountRow): string | null {
    const cell = this.#row[column];
    return cell === undefined || cell === null || cell === "" ? null : String(cell);
  }

  #word(
    column: keyof CountRow,
    words: readonly string[],
    code: Problem["code"] = "value.choice",
  ): string | null {
    const text = this.#text(column);
    if (text === null || words.includes(text)) return text;
    return this.#wrong(column, { ...CHOICE(words, text), code });
  }

  #whole(column: "sure" | "days" | "count"): number | null {
    const text = this.#text(column);
    if (text === null) return null;
    const number = text === "true" ? 1 : text === "false" ? 0 : Number(text);
    const isWhole = /^\d+(\.0+)?$|^(true|false)$/.test(text) && Number.isSafeInteger(number);
    return isWhole ? number : this.#wrong(column, WHOLE);
  }

  #month(): string | null {
    const text = this.#text("month");
    return text === null || parseDay(`${text}-01`) !== undefined ? text : this.#wrong("month", MONTH);
  }

  #day(): string | null {
    const text = this.#text("value");
    return text === null || parseDay(text) !== undefined ? text : this.#wrong("value", DAY);
  }

  #amount(): string | null {
    const text = this.#text("value");
    const amount = text === null ? undefined : parseExact(text);
    return text === null || (amount !== undefined && !isNegative(amount))
      ? text
      : this.#wrong("value", AMOUNT);
  }

  #wrong(column: keyof CountRow, problem: Problem): null {
    if (this.issues.length < MOST)
      this.issues.push(issueAt([this.#index, column], this.#row[column], problem));
    return null;
  }
}

/** What a row must say: times of all deals together tell the month, unless they are counted once more as not dated. */
function needs({ kind, part, sure }: Pick<CountRow, "kind" | "part" | "sure">): readonly (keyof CountRow)[] {
  const isByMonth = (kind === "left" || kind === "late") && part === null && sure === null;
  return [...SAYS[kind], ...(isByMonth ? (["month"] as const) : []), "count"];
}

const DATED: ReadonlySet<CountKind> = new Set(["as of", "observed from", "earliest"]);

const CHOICE = (words: readonly string[], text: string | null): Problem => ({
  code: "value.choice",
  expected: `one of ${words.join(", ")}`,
  advice: suggestion(text ?? "", words),
});

const AGAIN = `run the statements again; the columns are ${COUNT_COLUMNS.join(", ")}`;
const WHOLE: Problem = { code: "number.whole", expected: "a whole number from 0", advice: AGAIN };
const MONTH: Problem = { code: "period.invalid", expected: "a month such as 2026-01", advice: AGAIN };
const DAY: Problem = { code: "date.invalid", expected: "a date such as 2026-01-31", advice: AGAIN };
const AMOUNT: Problem = { code: "number.invalid", expected: "an amount from 0", advice: AGAIN };
const MISSING: Problem = { code: "value.missing", expected: "a value", advice: AGAIN };
