import { compare, isNegative } from "../../number/ratio.js";
import { issueAt, type Issue, type Path, type Problem } from "../../schema/issue.js";
import { suggestion } from "../../schema/suggestion.js";
import type { Plan } from "../../plan/plan.js";
import { PlanError } from "../../schema/plan-error.js";
import { tryQuantity } from "../../schema/quantity.js";
import { parseDay } from "../../calendar/day.js";

/** Judges the cases of habits within a limit, from data of any origin, and throws a PlanError with every issue. */
export function requireCases({ habits }: Plan, cases: unknown): void {
  if (cases === undefined) return;
  const names = (habits ?? []).filter(({ share }) => share !== undefined).map(({ name }) => name);
  const issues = isRecord(cases)
    ? Object.entries(cases).flatMap(([name, rows]) => habitIssues(names, name, rows))
    : [issueAt(["cases"], cases, ROWS)];
  if (issues.length > 0) throw new PlanError(issues);
}

const ROWS: Problem = {
  code: "cases.invalid",
  expected: "rows of cases by habit",
  advice: "write { answer tickets: [{ on: 2026-01-06, within: 9, of: 10 }] }",
};

function habitIssues(names: readonly string[], name: string, rows: unknown): Issue[] {
  const path = ["cases", name];
  if (!names.includes(name)) {
    const problem: Problem = {
      code: "habit.unknown",
      expected: "a habit with a share",
      advice: suggestion(name, names),
    };
    return [issueAt(path, name, problem)];
  }
  if (!Array.isArray(rows)) return [issueAt(path, rows, ROWS)];
  return (rows as readonly unknown[]).flatMap((row, index) => rowIssues(row, [...path, index]));
}

function rowIssues(row: unknown, path: Path): Issue[] {
  if (!isRecord(row)) return [issueAt(path, row, ROWS)];
  const { on, within, of } = row;
  if (typeof on !== "string" || parseDay(on) === undefined) return [issueAt([...path, "on"], on, ROWS)];
  const [some, all] = [tryQuantity(within), tryQuantity(of)];
  if (all === undefined || isNegative(all)) return [issueAt([...path, "of"], of, ROWS)];
  const fits = some !== undefined && !isNegative(some) && compare(some, all) <= 0;
  return fits ? [] : [issueAt([...path, "within"], within, ROWS)];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
