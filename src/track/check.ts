import type { IssueCode } from "../schema/issue-code.js";
import type { Reason } from "../words/reasons.js";
import { showExact, showRate } from "../model/display.js";
import { parseExact } from "../number/exact-string.js";
import { compare, divide, isPositive, isZero, ONE, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import { pathText, type Issue, type Path } from "../schema/issue.js";
import { safeParsePlan } from "../plan/parse.js";
import { safeParseSnapshot } from "../plan/parse-snapshot.js";
import type { Plan } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseProportion } from "../plan/rate.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Solution } from "../solve/answer.js";
import { deepFreeze } from "../solve/freeze.js";
import { solve } from "../solve/solve.js";
import { differencesFrom } from "./targets-difference.js";
import { track, type Track } from "./track.js";

/** What a plan is checked with. */
export interface CheckOptions {
  /** What has happened: then attainment and freshness are checked too. */
  readonly snapshot?: unknown;
  /** Targets that were agreed on: what `solve` answered (or its targets), from a committed file. */
  readonly against?: unknown;
  /** Today, `2026-02-16`, for the freshness of the snapshot. */
  readonly today?: string | undefined;
}

/** What was checked: an issue of the plan, a reason why its goal is out of reach, or one of what a check looks at. */
export type CheckCode =
  | IssueCode
  | Reason["code"]
  | "plan"
  | "reachable"
  | "utilisation"
  | "personal-load"
  | "targets"
  | "targets.changed"
  | "targets.invalid"
  | "freshness"
  | "freshWithinDays"
  | "attainment"
  | "minAttainment"
  | "work"
  | "loss-limit";

/** One thing that was checked. A failed one says in `text` what is wrong and what to do. */
export interface CheckCase {
  /** What was checked. */
  readonly name: string;
  /** How it came out; skipped where there was nothing to check it against. */
  readonly status: "passed" | "failed" | "skipped";
  /** Tells the checks apart. */
  readonly code: CheckCode;
  /** Where in the plan it stands. */
  readonly path: Path;
  /** The outcome in a sentence; for a failure also what to do. */
  readonly text: string;
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
 * were agreed on, and with a snapshot whether the goal is still within reach and no more was lost than may be. Nothing is thrown: whatever is wrong is a
 * failure with a sentence that says what to do.
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
  if (!parsed.success)
    return resultOf(
      parsed.error.issues.map((issue) => invalid("the plan is valid", issue)),
      false,
    );
  const seen = options.snapshot === undefined ? undefined : safeParseSnapshot(options.snapshot, parsed.data);
  const wrong = (seen?.error?.issues ?? []).map((issue) => invalid("the activity is valid", issue));
  const snapshot = seen?.data;
  const valid = passed("the plan is valid", "plan", [], "The plan is valid.");
  try {
    const solution = solve(parsed.data);
    const cases = [
      valid,
      ...wrong,
      ...reachable(solution),
      ...utilisation(solution),
      ...personalLoad(solution),
      ...(options.against === undefined ? [] : unchanged(solution, options.against)),
      ...(wrong.length > 0 ? [] : activity(parsed.data, snapshot, options.today)),
    ];
    return resultOf(cases, wrong.length === 0);
  } catch (error) {
    const { issues } = error as { readonly issues?: readonly Issue[] };
    if (issues === undefined) throw error;
    return resultOf(
      issues.map((issue) => invalid("the plan can be honoured", issue)),
      false,
    );
  }
}

function resultOf(cases: readonly CheckCase[], valid: boolean): CheckResult {
  const failures = cases.filter(({ status }) => status === "failed");
  return deepFreeze({ ok: failures.length === 0, valid, cases, failures });
}

function passed(name: string, code: CheckCode, path: Path, text: string): CheckCase {
  return { name, status: "passed", code, path, text };
}

function failed(name: string, code: CheckCode, path: Path, text: string): CheckCase {
  return { name, status: "failed", code, path, text };
}

function invalid(name: string, { code, path, message, line, column }: Issue): CheckCase {
  const place = line === undefined ? {} : { line, column: column ?? 1 };
  return { ...failed(name, code, path, `${pathText(path)}: ${message}`), ...place };
}

/** So many ways out are named; the answer of solve has all of them. */
const NAMED = 3;

function reachable(solution: Solution): CheckCase[] {
  const name = "the goal can be reached";
  if (solution.status === "feasible")
    return [passed(name, "reachable", ["goal"], "The goal can be reached.")];
  const fixes = solution.fixes.slice(0, NAMED).map(({ text }) => text);
  const ways = fixes.length === 0 ? "No single change is enough." : `Fixes: ${fixes.join(" Or: ")}`;
  return solution.reasons.map(({ code, path, text }) => failed(name, code, path, `${text} ${ways}`));
}

function utilisation({ plan, targets }: Solution): CheckCase[] {
  const most = plan.checks?.maxUtilisation;
  if (most === undefined) return [];
  const name = `no team is used beyond ${showRate(parseProportion(most))}`;
  const path = ["checks", "maxUtilisation"];
  const over = (targets?.utilisation ?? []).filter((row) => isOver(row, parseProportion(most)));
  if (over.length === 0) return [passed(name, "utilisation", path, "Every team has room in every week.")];
  return over.map(({ team, week, demand, capacity }) => {
    const used = `"${team}" has work for ${showExact(demand)} in the week of ${week}, and room for ${showExact(capacity)}`;
    return failed(
      name,
      "utilisation",
      path,
      `${used}: move work to another week, add people, or raise checks.maxUtilisation.`,
    );
  });
}

/** Nobody may be asked for more than assigning whole units costs, in weeks in which the team has room. */
function personalLoad({ targets }: Solution): CheckCase[] {
  const name = "nobody is asked for more than they can do";
  const weeks = (targets?.utilisation ?? [])
    .filter(({ of, demand, capacity }) => of === "minutes" && !isOver({ demand, capacity }, ONE))
    .flatMap(({ team, week, people }) => people.map((person) => ({ ...person, team, week })));
  if (weeks.length === 0) return [];
  const over = weeks.filter((each) => each.isOver);
  if (over.length === 0)
    return [passed(name, "personal-load", ["teams"], "Nobody is asked for more than they can do.")];
  const people = [...new Set(over.map((person) => JSON.stringify([person.team, person.name])))];
  return people.map((key) => {
    const own = over.filter((person) => JSON.stringify([person.team, person.name]) === key);
    const worst = own.reduce((most, each) => (compare(excessOf(each), excessOf(most)) > 0 ? each : most));
    const when = worst.week === "period" ? "in the period" : `in the week of ${worst.week}`;
    const more = own.length === 1 ? "" : ` (and in ${own.length - 1} other weeks too much)`;
    const text = `"${worst.name}" has ${showExact(worst.demand)} minutes of work ${when}${more}, and ${showExact(worst.capacity)} minutes of their own: the work comes on days on which too few others are there. Move absences, or add people.`;
    return failed(name, "personal-load", ["teams", worst.team, "people"], text);
  });
}

function excessOf({ demand, capacity }: { readonly demand: string; readonly capacity: string }): Ratio {
  return subtract(ratioOf(demand), ratioOf(capacity));
}

function isOver(
  { demand, capacity }: { readonly demand: string; readonly capacity: string },
  most: Ratio,
): boolean {
  const [needed, room] = [ratioOf(demand), ratioOf(capacity)];
  return isZero(room) ? isPositive(needed) : compare(divide(needed, room), most) > 0;
}

function unchanged(solution: Solution, against: unknown): CheckCase[] {
  const name = "the targets are those that were agreed on";
  const differences = differencesFrom(solution.targets, against);
  if (differences === undefined) {
    const text =
      "The file holds no targets: write them with reverse-funnel solve plan.yaml --json > targets.json.";
    return [failed(name, "targets.invalid", [], text)];
  }
  if (differences.length === 0) return [passed(name, "targets", [], "The targets have not changed.")];
  return differences.map(({ what, was, is }) => {
    const text = `${what} was ${was} and is ${is}. If that is meant, write the targets anew: reverse-funnel solve plan.yaml --json > targets.json.`;
    return failed(name, "targets.changed", [], text);
  });
}

function activity(plan: Plan, snapshot: Snapshot | undefined, today: string | undefined): CheckCase[] {
  const { checks } = plan;
  if (snapshot === undefined) {
    const asked = (["minAttainment", "freshWithinDays"] as const).filter(
      (key) => checks?.[key] !== undefined,
    );
    return asked.map((key) => ({
      ...passed(`checks.${key}`, key, ["checks", key], "Not checked: no activity was handed in."),
      status: "skipped",
    }));
  }
  const tracked = track(plan, snapshot);
  return [
    ...freshness(plan, snapshot, today),
    ...attainment(plan, tracked),
    ...work(tracked),
    ...lossLimits(tracked),
  ];
}

function freshness({ checks }: Plan, { asOf }: Snapshot, today: string | undefined): CheckCase[] {
  const most = checks?.freshWithinDays;
  if (most === undefined) return [];
  const path = ["checks", "freshWithinDays"];
  const name = "the activity is fresh";
  if (today === undefined)
    return [{ ...passed(name, "freshness", path, "Not checked: today is not given."), status: "skipped" }];
  const age = parseWrittenDay(today) - parseWrittenDay(asOf);
  if (compare({ num: age, den: 1 }, parseQuantity(most)) <= 0)
    return [passed(name, "freshness", path, `The activity runs through ${asOf}.`)];
  const text = `The activity ends on ${asOf}, ${age} days ago: hand in what has happened since.`;
  return [failed(name, "freshness", path, text)];
}

function attainment({ checks }: Plan, { status, outcome, verdict, ahead }: Track): CheckCase[] {
  const name = "the goal is within reach";
  const path = ["checks", "minAttainment"];
  const end = `${showExact(outcome.projected)} of ${showExact(outcome.goal)}`;
  const expected = ahead.over
    ? `The period ended at ${end}`
    : `If the rest is done as planned, the period ends at ${end}`;
  const least = checks?.minAttainment === undefined ? undefined : parseProportion(checks.minAttainment);
  const share = outcome.attainment === null ? undefined : ratioOf(outcome.attainment);
  const low = least !== undefined && share !== undefined && compare(share, least) < 0;
  const isShort = share !== undefined && compare(share, ONE) < 0;
  const outOfReach = status === "out of reach" || (isShort && !ahead.possible);
  if (!low && (least !== undefined || !outOfReach))
    return [passed(name, "attainment", path, `${expected}: ${status}.`)];
  const must =
    least === undefined || share === undefined ? "" : `, ${showRate(share)} and not ${showRate(least)}`;
  const needed = verdict.statements.find(({ code }) => code === "needed")?.text ?? "";
  const act = ahead.possible && !ahead.over ? needed : `${needed} Lower the goal or give it more time.`;
  const text = `${expected}${must}. ${verdict.text} ${act}`;
  return [failed(name, "attainment", path, text)];
}

/** The rest can be done as planned only where no stage and no activity is out of reach. */
function work({ stages, activities, verdict }: Track): CheckCase[] {
  const name = "the work that is left can be done";
  const own = Object.entries<Track["stages"][string]>(stages).map(([what, pacing]) => ({ what, ...pacing }));
  const named = new Set(own.map(({ what }) => what));
  const all = [
    ...own,
    ...activities
      .filter(({ activity }) => !named.has(activity))
      .map((each) => ({ ...each, what: each.activity })),
  ];
  const late = all.filter(({ status }) => status === "out of reach");
  if (late.length === 0)
    return [passed(name, "work", ["funnel"], "No stage and no activity is out of reach.")];
  const outlook = verdict.statements.find(({ code }) => code === "outlook")?.text ?? verdict.text;
  return late.map(({ what, planned, actual, needPerDay }) => {
    const done = `Of "${what}" ${showExact(actual ?? "0")} of ${planned} planned by now are done`;
    const need =
      needPerDay === null
        ? "no working day is left for the rest"
        : `the rest takes ${needPerDay} a working day`;
    return failed(name, "work", ["funnel"], `${done}, and ${need}: out of reach. ${outlook}`);
  });
}

/** No more may be lost than the plan allows for the whole period. */
function lossLimits({ lossLimits: limits }: Track): CheckCase[] {
  return limits.map(({ owner, item, atMost, byNow, actual, status }) => {
    const name = `no more ${item} than ${showExact(atMost)}`;
    const path = ["churn"];
    if (actual === null)
      return {
        ...passed(name, "loss-limit", path, "Not checked: the activity does not say what was lost."),
        status: "skipped",
      };
    const who = owner === null ? "" : ` (${owner})`;
    const text = `${showExact(actual)} ${item} so far${who}; ${showExact(byNow)} may be lost by now, ${showExact(atMost)} in the period`;
    if (status !== "out of reach") return passed(name, "loss-limit", path, `${text}.`);
    return failed(
      name,
      "loss-limit",
      path,
      `${text}: the limit is broken. Win as many more, or plan for what is lost (churn).`,
    );
  });
}

function ratioOf(exact: string): Ratio {
  return parseExact(exact) ?? ZERO;
}
