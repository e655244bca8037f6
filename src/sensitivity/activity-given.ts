import { isNegative, multiply, ratio, type Ratio } from "../number/ratio.js";
import { issueAt, type Issue } from "../schema/issue.js";
import { suggestion } from "../schema/suggestion.js";
import { PlanError } from "../schema/plan-error.js";
import { tryQuantity, type Quantity } from "../schema/quantity.js";
import { isWork } from "../model/flow.js";
import type { Prepared } from "../schedule/prepared.js";
import { workingDays } from "../calendar/working-days.js";
import type { StartedWork } from "./wins-of-work.js";

/**
 * Today's activity: so many units on every working day by stage (`perDay`), or so many over the whole period (`total`).
 * Only stages whose entries are work of their own can be named; stages that are not named have none.
 */
export interface ActivityGiven<Stage extends string = string> {
  /** Units a working day, by stage. */
  readonly perDay?: Readonly<Partial<Record<Stage, Quantity>>> | undefined;
  /** Units in all, by stage. */
  readonly total?: Readonly<Partial<Record<Stage, Quantity>>> | undefined;
}

/** Reads today's activity as work on every working day from workFrom on. Throws a PlanError for what is no activity. */
export function workGiven(prepared: Prepared, given: ActivityGiven): readonly StartedWork[] {
  if (typeof given !== "object" || (given as unknown) === null) throw new PlanError([notGiven(given)]);
  const issues = (["perDay", "total"] as const).flatMap((key) => issuesIn(prepared, key, given[key]));
  if (issues.length > 0) throw new PlanError(issues);
  const days = daysOf(prepared);
  const weights = days.map(() => 1);
  const count = prepared.period.kind === "undated" ? prepared.period.workingDays : days.length;
  return prepared.flow.flatMap(({ name }, stage) =>
    [amountIn(given.total, name), times(amountIn(given.perDay, name), count)].flatMap((amount) =>
      amount === undefined ? [] : [{ stage, amount, days, weights }],
    ),
  );
}

function notGiven(given: unknown): Issue {
  const expected = "today's activity";
  const advice = "write the units a day by stage, such as { perDay: { call: 40 } }";
  return issueAt(["given"], given, { code: "given.missing", expected, advice });
}

/** Without lags, work before the period would be won before it. */
function daysOf({ period, workFrom, calendar, time }: Prepared): number[] {
  if (period.kind === "undated") return [];
  const first = workFrom ?? period.first;
  return workingDays(calendar, time === undefined ? Math.max(first, period.first) : first, period.last);
}

function amountIn(counts: ActivityGiven["perDay"], stage: string): Ratio | undefined {
  const count = counts !== undefined && Object.hasOwn(counts, stage) ? counts[stage] : undefined;
  return count === undefined ? undefined : tryQuantity(count);
}

function times(perDay: Ratio | undefined, days: number): Ratio | undefined {
  return perDay === undefined ? undefined : multiply(perDay, ratio(days));
}

function issuesIn(prepared: Prepared, key: "perDay" | "total", counts: ActivityGiven["perDay"]): Issue[] {
  const names = prepared.flow.filter((_, index) => isWork(prepared.flow, index)).map(({ name }) => name);
  return Object.entries(counts ?? {}).flatMap(([stage, count]) => {
    const path = ["given", key, stage];
    if (!names.includes(stage)) {
      const expected = "a stage where work starts";
      return [issueAt(path, stage, { code: "stage.no-work", expected, advice: suggestion(stage, names) })];
    }
    const read = tryQuantity(count);
    if (read !== undefined && !isNegative(read)) return [];
    const problem = {
      code: "number.invalid",
      expected: "a number of units",
      advice: "write a number from 0, such as 40",
    };
    return [issueAt(path, count, problem)];
  });
}
