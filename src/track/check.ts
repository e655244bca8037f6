import { safeParsePlan } from "../plan/parse.js";
import { safeParseSnapshot } from "../plan/parse-snapshot.js";
import { planPeriod } from "../plan/plan-period.js";
import type { Plan } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Issue, Path } from "../schema/issue.js";
import { deepFreeze } from "../solve/freeze.js";
import { solve } from "../solve/solve.js";
import { nameCheck, sayFinding, type CheckFinding } from "../words/checks.js";
import { planFormat } from "../words/plan-format.js";
import { plainFormat } from "../format/format.js";
import type { Backtest } from "../history/backtest/answer.js";
import { againstAgreed } from "./against-agreed.js";
import { backtestCase } from "./check-backtest.js";
import { activityCases } from "./check-activity.js";
import { chanceCases } from "./check-chance.js";
import { targetCase } from "./check-targets.js";
import { personalLoadCases, reachableCases, utilisationCases } from "./check-solution.js";
import type { CheckCode, FoundCase } from "./found-case.js";
import { isPlanError } from "../schema/plan-error.js";

/** What a plan is checked with. */
export interface CheckOptions {
  /** What has happened: then attainment and freshness are checked too. */
  readonly snapshot?: unknown;
  /** Targets that were agreed on: what `solve` answered (or its targets), from a committed file. */
  readonly against?: unknown;
  /** What `backtest` answered: then a line says whether forecasts of the past held. */
  readonly backtest?: Backtest | undefined;
  /** Today, `2026-02-16`, for the freshness of the snapshot. */
  readonly today?: string | undefined;
}

/** One thing that was checked. A failed one says in `text` what is wrong and what to do. */
export interface CheckCase {
  /** What was checked. */
  readonly name: string;
  /** How it came out; skipped where there was nothing to check it with. */
  readonly status: "passed" | "failed" | "skipped";
  /** Tells the checks apart. */
  readonly code: CheckCode;
  /** Where in the plan it stands. */
  readonly path: Path;
  /** The outcome in a sentence; for a failure also what to do. */
  readonly text: string;
  /** What was found, with its figures. */
  readonly finding: CheckFinding;
  /** Known when the plan was text. */
  readonly line?: number;
  /** Known when the plan was text. */
  readonly column?: number;
}

/** The result of a check. */
export interface CheckResult {
  /** Whether nothing failed. */
  readonly ok: boolean;
  /** Whether the plan and what it was checked with could be read at all. */
  readonly valid: boolean;
  /** Every check, in order. */
  readonly cases: readonly CheckCase[];
  /** Those that failed. */
  readonly failures: readonly CheckCase[];
}

/**
 * Does the plan still hold? For CI: on each commit, and each Monday with the week's activity.
 *
 * Checks that the plan is valid, that its goal can be reached, what its `checks` insist on, that its targets are those that
 * were agreed on, and with a snapshot whether the goal is still within reach and no more was lost than may be. Nothing is
 * thrown: whatever is wrong is a failure with a sentence that says what to do.
 *
 * @param plan data of any origin
 *
 * @example
 * ```ts
 * const plan = {
 *   goal: { metric: "customers", amount: 10, period: "2026-01" },
 *   funnel: [{ stage: "demo", rate: "25%", available: 30 }],
 * };
 * check(plan).failures.map(({ code }) => code); // => ["available"]
 * ```
 */
export function check(plan: unknown, options: CheckOptions = {}): CheckResult {
  const parsed = safeParsePlan(plan);
  if (!parsed.success) return invalidPlan(parsed.error.issues);
  const seen = options.snapshot === undefined ? undefined : safeParseSnapshot(options.snapshot, parsed.data);
  const wrong = seen?.error?.issues ?? [];
  try {
    const found = [
      VALID,
      ...wrong.map((issue) => invalid("activity", issue)),
      ...casesOf(parsed.data, wrong.length === 0 ? { ...options, read: seen?.data } : null, options.against),
      ...(options.backtest === undefined ? [] : [backtestCase(options.backtest)]),
    ];
    return resultOf(parsed.data, found, wrong.length === 0);
  } catch (error) {
    if (!isPlanError(error)) throw error;
    const { issues } = error;
    return resultOf(
      parsed.data,
      issues.map((issue) => invalid("honoured", issue)),
      false,
    );
  }
}

/** The result of a check of a plan that is not valid. */
export function invalidPlan(issues: readonly Issue[]): CheckResult {
  return resultOf(
    null,
    issues.map((issue) => invalid("plan", issue)),
    false,
  );
}

const VALID: FoundCase = {
  status: "passed",
  code: "plan",
  path: [],
  finding: { check: "plan", issue: null },
};

function invalid(check: "plan" | "activity" | "honoured", issue: Issue): FoundCase {
  const { code, path, message, line, column } = issue;
  const place = line === undefined || column === undefined ? {} : { line, column };
  return { status: "failed", code, path, finding: { check, issue: { path, message } }, ...place };
}

/** Everything about a valid plan; without activity that can be read, nothing of what has happened is said. */
function casesOf(
  plan: Plan,
  activity: { readonly read: Snapshot | undefined; readonly today?: string | undefined } | null,
  against: unknown,
): FoundCase[] {
  const solution = solve(plan);
  return [
    ...reachableCases(solution),
    ...utilisationCases(solution),
    ...personalLoadCases(solution),
    ...(against === undefined ? [] : [targetCase(solution, against)]),
    // Once work has begun, what counts is the chance of the rest.
    ...(activity?.read === undefined
      ? chanceCases(plan, solution.targets?.chance?.reached ?? null, false)
      : []),
    ...(activity === null ? [] : activityCases(plan, activity.read, activity.today)),
    ...(activity?.read === undefined ? [] : agreedCases(plan, activity.read, against)),
  ];
}

/** How the outcome stands by what was agreed; nothing where no plan was, or the plan has no dates. */
function agreedCases(plan: Plan, snapshot: Snapshot, agreed: unknown): FoundCase[] {
  if (agreed === undefined || planPeriod(plan).kind === "undated") return [];
  const against = againstAgreed(plan, snapshot, agreed);
  return against === undefined
    ? []
    : [{ status: "passed", code: "agreed", path: ["goal"], finding: { check: "agreed", against } }];
}

function resultOf(plan: Plan | null, found: readonly FoundCase[], valid: boolean): CheckResult {
  const format = plan === null ? plainFormat : planFormat(plan);
  const cases = found.map((each): CheckCase => ({
    ...each,
    name: nameCheck(each.finding, format),
    text: sayFinding(each.finding, format),
  }));
  const failures = cases.filter(({ status }) => status === "failed");
  return deepFreeze({ ok: failures.length === 0, valid, cases, failures });
}
