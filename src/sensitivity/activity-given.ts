import { dayPart, fullDays } from "../calendar/working-days.js";
import { isNegative, multiply, ratio, type Ratio } from "../number/ratio.js";
import { issueAt, type Issue, type Problem } from "../schema/issue.js";
import { suggestion } from "../schema/suggestion.js";
import { PlanError } from "../schema/plan-error.js";
import { tryQuantity, type Quantity } from "../schema/quantity.js";
import type { CompiledPlan } from "../model/compile.js";
import type { FlowStage } from "../model/flow.js";
import { daysInPeriod, daysOfWork } from "../model/windows.js";
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

/**
 * Reads today's activity as work on every working day from workFrom on.
 *
 * @throws PlanError for what is no activity
 */
export function workGiven(compiled: CompiledPlan, given: ActivityGiven): readonly StartedWork[] {
  if (typeof given !== "object" || (given as unknown) === null) throw new PlanError([notGiven(given)]);
  const { flow, period, time, calendar } = compiled;
  const counts = (["perDay", "total"] as const).flatMap((key) => readCounts(flow, key, given[key]));
  const issues = counts.flatMap((count) => ("issue" in count ? [count.issue] : []));
  if (issues.length > 0) throw new PlanError(issues);
  // Without lags, work before the period would be won before it.
  const days = time === undefined ? daysInPeriod(compiled) : daysOfWork(compiled);
  const weights = days.map((day) => dayPart(calendar.shares, day));
  const perPeriod = period.kind === "undated" ? ratio(period.workingDays) : fullDays(calendar, days);
  return flow.flatMap(({ name, index }) =>
    counts.flatMap((count) => {
      if ("issue" in count || count.stage !== name) return [];
      const amount = count.key === "total" ? count.units : multiply(count.units, perPeriod);
      return [{ stage: index, amount, days, weights }];
    }),
  );
}

function notGiven(given: unknown): Issue {
  const expected = "today's activity";
  const advice = "write the units a day by stage, such as { perDay: { call: 40 } }";
  return issueAt(["given"], given, { code: "given.missing", expected, advice });
}

/** Units of one stage as they were given, or what is wrong with them. */
type GivenCount =
  | { readonly key: "perDay" | "total"; readonly stage: string; readonly units: Ratio }
  | { readonly issue: Issue };

function readCounts(
  flow: readonly FlowStage[],
  key: "perDay" | "total",
  counts: ActivityGiven["perDay"],
): GivenCount[] {
  const names = flow.filter(({ isSource }) => isSource).map(({ name }) => name);
  return Object.entries(counts ?? {}).map(([stage, count]): GivenCount => {
    const path = ["given", key, stage];
    if (!names.includes(stage)) {
      const expected = "a stage where work starts";
      return {
        issue: issueAt(path, stage, { code: "stage.no-work", expected, advice: suggestion(stage, names) }),
      };
    }
    const units = tryQuantity(count);
    if (units !== undefined && !isNegative(units)) return { key, stage, units };
    const problem: Problem = {
      code: "number.invalid",
      expected: "a number of units",
      advice: "write a number from 0, such as 40",
    };
    return { issue: issueAt(path, count, problem) };
  });
}
