import { goalAt } from "../../model/chosen-goal.js";
import type { SolveOptions } from "../../model/options.js";
import { parseExact } from "../../number/exact-string.js";
import { at, must } from "../../number/invariant.js";
import { compare, multiply, ratio } from "../../number/ratio.js";
import type { PlanInput } from "../../plan/plan.js";
import type { Snapshot } from "../../plan/snapshot.js";
import type { CompiledSnapshot } from "../../model/compile-snapshot.js";
import type { DatedPlan } from "../../model/compile.js";
import { toCount } from "../../model/count.js";
import type { Compiled } from "../../solve/compiled.js";
import { deepFreeze } from "../../solve/freeze.js";
import { planFormat } from "../../words/plan-format.js";
import type { TrackChance } from "../../words/progress.js";
import { computePlannedCourse } from "../course.js";
import { compileDatedPlan, compileSnapshotFor } from "../dated.js";
import type { GoalTrack } from "../goal-tracks.js";
import type { Status } from "../status.js";
import { trackCompiled, type Track } from "../track.js";
import type { TrackOptions } from "../track-options.js";
import type { Verdict } from "../verdict.js";
import { adviceFor, type Advice } from "./advice.js";
import { compileCases, type CasesOn } from "./cases.js";
import { habitRow } from "./habit-row.js";
import { limitRows } from "./limit-row.js";
import { outcomeRow } from "./outcome-row.js";
import { processRows } from "./process-rows.js";
import type { ScoreRow } from "./row.js";
import { encodeRow } from "./scored-row.js";
import { goalsOf, type Scoring } from "./scoring.js";
import { WEEKDAYS } from "../../calendar/week.js";

/** How a scorecard is drawn up. */
export interface ScorecardOptions<Stage extends string = string>
  extends SolveOptions, Pick<TrackOptions<Stage>, "previous" | "ratesAsOf"> {
  /** The first day of a week; default `"mon"`. */
  readonly weekStart?: (typeof WEEKDAYS)[number] | undefined;
  /** For habits that are a share within a limit: how many cases there were by day, and how many were within it. */
  readonly cases?: Readonly<Record<string, readonly CasesOn[]>> | undefined;
}

/** Goals, what was done, and what to change: what a team looks at once a week. */
export interface Scorecard {
  /** The snapshot's day. */
  readonly asOf: string;
  /** The first day of a week. */
  readonly weekStart: (typeof WEEKDAYS)[number];
  /** How the outcome stands. */
  readonly status: Status;
  /** How each of several goals stands, in the order of the plan; only where it has several. */
  readonly goals?: readonly GoalTrack[];
  /** How sure the goal is; null once the period is over, and where it was not to be told. */
  readonly chance: TrackChance | null;
  /** Why it stands so. */
  readonly verdict: Verdict;
  /** Every line: process goals, habits, the outcome. */
  readonly rows: readonly ScoreRow[];
  /** Lines whose last check-in that is over was a hit. */
  readonly hit: readonly string[];
  /** Lines whose last check-in that is over was a miss. */
  readonly missed: readonly string[];
  /** What to do otherwise. */
  readonly change: readonly Advice[];
  /** Hits and misses by owner. */
  readonly owners: readonly {
    /** The team; null for lines without one. */
    readonly owner: string | null;
    /** Lines whose last check-in was a hit. */
    readonly hits: number;
    /** Lines whose last check-in was a miss. */
    readonly misses: number;
  }[];
}

/**
 * What was hit this week, what was missed, and what should change?
 *
 * Puts the funnel's own work, the plan's habits and the most that may be lost beside the outcome, week by week (what is
 * counted by the month, by the month). A week is judged on the evening of its last working day; where nothing was asked for
 * there is nothing to hit. A habit that was missed twice in a row comes with the number that was done on average, as a change
 * to the plan, never down to nothing; one that was kept four times with a median of 120% and more with the least of the four.
 * Work that was done while the outcome did not follow is called hollow.
 *
 * @param plan a plan, which is read, or one that was compiled, which is taken as it is
 * @throws PlanError for a plan or snapshot that is not valid, and for a plan whose period has no dates
 *
 * @example
 * ```ts
 * const plan = {
 *   goal: { metric: "customers", amount: 10, period: "2026-01" },
 *   funnel: [{ stage: "demo", rate: "25%" }],
 *   habits: [{ name: "calls", atLeast: 25, per: "day" }],
 * } as const;
 * const card = scorecard(plan, { asOf: "2026-01-11", activities: { calls: [{ on: "2026-01-06", count: 90 }] } });
 * card.missed; // => ["calls"]
 * ```
 */
export function scorecard<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team> | Compiled<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  options: ScorecardOptions<NoInfer<Stage>> = {},
): Scorecard {
  const compiled = compileDatedPlan(plan, options);
  const seen = compileSnapshotFor(compiled, snapshot);
  const answer = trackCompiled(compiled, seen, {
    chance: options.chance,
    previous: options.previous,
    ratesAsOf: options.ratesAsOf,
  });
  const scoring = scoringOf(compiled, seen, answer, options);
  const format = planFormat(compiled.plan);
  const scored = [
    outcomeRow(scoring),
    ...processRows(scoring),
    ...limitRows(scoring),
    ...compiled.habits.map((habit) => habitRow(scoring, habit)),
  ];
  const rows = scored.map((row) => encodeRow(row, format));
  const latest = (hit: boolean): string[] =>
    rows.filter(({ streak }) => streak?.hit === hit).map(({ name }) => name);
  return deepFreeze({
    asOf: seen.snapshot.asOf,
    weekStart: at(WEEKDAYS, scoring.weekStart),
    status: answer.status,
    ...(answer.goals === undefined ? {} : { goals: answer.goals }),
    chance: answer.chance,
    verdict: answer.verdict,
    rows,
    hit: latest(true),
    missed: latest(false),
    change: adviceFor(scoring, scored, answer, format),
    owners: ownersOf(rows),
  });
}

/** Below that much of what was planned by now, the outcome is behind. */
const BEHIND = ratio(9, 10);

function scoringOf(
  compiled: DatedPlan,
  seen: CompiledSnapshot,
  tracked: Track,
  { weekStart, cases }: ScorecardOptions,
): Scoring {
  const course = computePlannedCourse(compiled);
  const { period, workFrom } = compiled;
  const first = weekStart === undefined ? compiled.calendar.firstWeekday : WEEKDAYS.indexOf(weekStart);
  if (first < 0)
    throw new RangeError(`scorecard requires weekStart as a weekday such as "mon"; got ${String(weekStart)}`);
  const outcomes: readonly Pick<GoalTrack, "now" | "planned">[] = tracked.goals ?? [tracked.outcome];
  const verdicts: readonly Pick<GoalTrack, "verdict">[] = tracked.goals ?? [tracked];
  return {
    compiled,
    seen,
    course,
    cases: compileCases(compiled.habits, cases),
    weekStart: first,
    from: Math.min(workFrom ?? period.first, period.first),
    outcomeBehind: outcomes.some(isBehind),
    didNotFollow: verdicts.some(({ verdict }) => verdict.kind === "outcome did not follow"),
    wins: toCount(course.volumes.wins, goalAt(compiled, "amount")),
    goals: goalsOf(compiled),
  };
}

function isBehind({ now, planned }: Pick<GoalTrack, "now" | "planned">): boolean {
  const due = must(parseExact(planned), "the planned outcome");
  return compare(must(parseExact(now), "the outcome"), multiply(due, BEHIND)) < 0;
}

function ownersOf(rows: readonly ScoreRow[]): Scorecard["owners"] {
  const owners = [...new Set(rows.filter(({ kind }) => kind !== "outcome").map(({ owner }) => owner))];
  return owners.map((owner) => {
    const own = rows.filter((row) => row.owner === owner && row.kind !== "outcome" && row.streak !== null);
    const hits = own.filter(({ streak }) => streak?.hit === true).length;
    return { owner, hits, misses: own.length - hits };
  });
}
