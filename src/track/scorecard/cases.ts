import { parseDay } from "../../calendar/day.js";
import type { CompiledHabit } from "../../model/habits.js";
import { compare, isNegative, type Ratio } from "../../number/ratio.js";
import { issueAt, type Issue, type Path, type Problem } from "../../schema/issue.js";
import { PlanError } from "../../schema/plan-error.js";
import { tryQuantity, type Quantity } from "../../schema/quantity.js";
import { suggestion } from "../../schema/suggestion.js";
import { isList, isRecord } from "../../schema/fields.js";

/** Cases of a habit that is a share within a limit: how many were within it, of how many in all. */
export interface CasesOn {
  /** The day. */
  readonly on: string;
  /** How many were within the limit. */
  readonly within: Quantity;
  /** How many there were. */
  readonly of: Quantity;
}

/** Cases that were read, by the name of the habit. */
export type CompiledCases = ReadonlyMap<string, readonly CompiledCase[]>;

interface CompiledCase {
  readonly day: number;
  readonly within: Ratio;
  readonly of: Ratio;
}

/**
 * Reads the cases of habits within a limit, from data of any origin.
 *
 * @throws PlanError with every issue
 */
export function compileCases(habits: readonly CompiledHabit[], cases: unknown = {}): CompiledCases {
  const names = habits.filter(({ aim }) => aim.sense === "share").map(({ name }) => name);
  if (!isRecord(cases)) throw new PlanError([issueAt(["cases"], cases, ROWS)]);
  const read = Object.entries(cases).map(([name, rows]) => [name, readHabit(names, name, rows)] as const);
  const issues = read.flatMap(([, rows]) => rows.flatMap((row) => ("code" in row ? [row] : [])));
  if (issues.length > 0) throw new PlanError(issues);
  return new Map(
    read.map(([name, rows]) => [name, rows.flatMap((row) => ("code" in row ? [] : [row]))] as const),
  );
}

const ROWS: Problem = {
  code: "cases.invalid",
  expected: "rows of cases by habit",
  advice: "write { answer tickets: [{ on: 2026-01-06, within: 9, of: 10 }] }",
};

function readHabit(names: readonly string[], name: string, rows: unknown): (CompiledCase | Issue)[] {
  const path = ["cases", name];
  if (!names.includes(name)) {
    const problem: Problem = {
      code: "habit.unknown",
      expected: "a habit with a share",
      advice: suggestion(name, names),
    };
    return [issueAt(path, name, problem)];
  }
  if (!isList(rows)) return [issueAt(path, rows, ROWS)];
  return rows.map((row, index) => readRow(row, [...path, index]));
}

function readRow(row: unknown, path: Path): CompiledCase | Issue {
  if (!isRecord(row)) return issueAt(path, row, ROWS);
  const { on } = row;
  const day = typeof on === "string" ? parseDay(on) : undefined;
  if (day === undefined) return issueAt([...path, "on"], on, ROWS);
  const [within, of] = [tryQuantity(row["within"]), tryQuantity(row["of"])];
  if (of === undefined || isNegative(of)) return issueAt([...path, "of"], row["of"], ROWS);
  const fits = within !== undefined && !isNegative(within) && compare(within, of) <= 0;
  return fits ? { day, within, of } : issueAt([...path, "within"], row["within"], ROWS);
}
