import { parseDay } from "../../calendar/day.js";
import { parseExact } from "../../number/exact-string.js";
import { isNegative } from "../../number/ratio.js";
import { issueAt, type Issue, type Problem } from "../../schema/issue.js";
import { suggestion } from "../../schema/suggestion.js";

/** A cell as an engine gives it, or a file. */
type Cell = string | number | bigint | boolean | null | undefined;

/** A row as an engine gives it, or a file: by column, numbers also as text. A column that is left out says nothing. */
type RawRow<Column extends string> = Readonly<Partial<Record<Column, Cell>>>;

/** So many issues are told; nobody reads more. */
const MOST = 1000;

/** Reads the cells of rows that an engine gave, and keeps what is wrong with them, each with its row and its column. */
export class RowCells<Column extends string> {
  readonly issues: Issue[] = [];
  readonly #again: string;
  #cell: (column: Column) => Cell = () => null;
  #index = 0;

  /** @param columns all columns, for whoever has to look what went wrong */
  constructor(columns: readonly string[]) {
    this.#again = `run the statements again; the columns are ${columns.join(", ")}`;
  }

  begin(row: RawRow<Column>, index: number): void {
    this.#cell = (column) => row[column];
    this.#index = index;
  }

  /** Null where the cell is empty. */
  text(column: Column): string | null {
    const cell = this.#cell(column);
    return cell === undefined || cell === null || cell === "" ? null : String(cell);
  }

  word<Word extends string>(
    column: Column,
    words: readonly Word[],
    code: Problem["code"] = "value.choice",
  ): Word | null {
    const text = this.text(column);
    const found = words.find((word) => word === text);
    if (text === null || found !== undefined) return found ?? null;
    const expected = `one of ${words.join(", ")}`;
    return this.#wrong(column, { code, expected, advice: suggestion(text, words) });
  }

  whole(column: Column): number | null {
    const text = this.text(column);
    if (text === null) return null;
    const number = text === "true" ? 1 : text === "false" ? 0 : Number(text);
    const isWhole = /^\d+(\.0+)?$|^(true|false)$/.test(text) && Number.isSafeInteger(number);
    return isWhole ? number : this.#unlike(column, "number.whole", "a whole number from 0");
  }

  month(column: Column): string | null {
    const text = this.text(column);
    if (text === null || parseDay(`${text}-01`) !== undefined) return text;
    return this.#unlike(column, "period.invalid", "a month such as 2026-01");
  }

  /** A date; of a time the day, for engines that give one. */
  day(column: Column): string | null {
    const text = this.text(column)?.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, "") ?? null;
    if (text === null || parseDay(text) !== undefined) return text;
    return this.#unlike(column, "date.invalid", "a date such as 2026-01-31");
  }

  amount(column: Column): string | null {
    const text = this.text(column);
    const amount = text === null ? undefined : parseExact(text);
    if (text === null || (amount !== undefined && !isNegative(amount))) return text;
    return this.#unlike(column, "number.invalid", "an amount from 0");
  }

  /** Says of each of these columns that is empty that it must not be. */
  need(columns: readonly Column[]): void {
    for (const column of columns)
      if (this.text(column) === null) this.#unlike(column, "value.missing", "a value");
  }

  #unlike(column: Column, code: Problem["code"], expected: string): null {
    return this.#wrong(column, { code, expected, advice: this.#again });
  }

  #wrong(column: Column, problem: Problem): null {
    if (this.issues.length < MOST)
      this.issues.push(issueAt([this.#index, column], this.#cell(column), problem));
    return null;
  }
}
