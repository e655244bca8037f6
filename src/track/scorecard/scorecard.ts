import { showRatio } from "../../model/display.js";
import { parseExact } from "../../number/exact-string.js";
import { compare, multiply, ratio, ZERO } from "../../number/ratio.js";
import { WEEKDAYS } from "../../plan/calendar.js";
import { parseWrittenDay } from "../../plan/dates.js";
import type { PlanInput } from "../../plan/plan.js";
import type { Snapshot } from "../../plan/snapshot.js";
import { deepFreeze } from "../../solve/freeze.js";
import type { SolveOptions } from "../../model/options.js";
import { computePlannedCourse } from "../course.js";
import { prepareDatedPlan, snapshotForPlan, type DatedPrepared } from "../dated.js";
import type { Status } from "../status.js";
import { track, type Track } from "../track.js";
import type { Verdict } from "../verdict.js";
import { adviceFor, type Advice } from "./advice.js";
import { limitRows } from "./limit-row.js";
import { outcomeRow, processRows, type FunnelScoring } from "./funnel-rows.js";
import { requireCases } from "./cases.js";
import { habitRow, type CasesOn } from "./habit-row.js";
import type { ScoreRow } from "./row.js";

/** How a scorecard is drawn up. */
export interface ScorecardOptions extends SolveOptions {
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
  /** Why it stands so. */
  readonly verdict: Verdict;
  /** Every line: process goals, habits, the outcome. */
  readonly rows: readonly ScoreRow[];
  /** Lines whose last check-in that is over was a hit, and those where it was a miss. */
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
  plan: PlanInput<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  options: ScorecardOptions = {},
): Scorecard {
  const prepared = prepareDatedPlan(plan, options);
  const seen = snapshotForPlan(prepared, snapshot);
  requireCases(prepared.plan, options.cases);
  const answer: Track = track(prepared.plan, seen, { minOnTimeShare: options.minOnTimeShare });
  const scoring = scoringOf(prepared, seen, answer, options);
  const habits = prepared.plan.habits ?? [];
  const rows = [
    outcomeRow(scoring),
    ...processRows(scoring),
    ...limitRows(scoring),
    ...habits.map((habit, index) => habitRow(scoring, habit, index)),
  ];
  const latest = (hit: boolean): string[] =>
    rows.filter(({ streak }) => streak?.hit === hit).map(({ name }) => name);
  return deepFreeze({
    asOf: seen.asOf,
    weekStart: options.weekStart ?? "mon",
    status: answer.status,
    verdict: answer.verdict,
    rows,
    hit: latest(true),
    missed: latest(false),
    change: adviceFor(scoring, habits, rows, answer),
    owners: ownersOf(rows),
  });
}

function scoringOf(
  prepared: DatedPrepared,
  snapshot: Snapshot,
  { outcome, verdict }: Track,
  { weekStart = "mon", cases = {} }: ScorecardOptions,
): FunnelScoring {
  const course = computePlannedCourse(prepared);
  const { plan, period, bridge } = prepared;
  const [now, planned] = [outcome.now, outcome.planned].map((amount) => parseExact(amount) ?? ZERO);
  const first = WEEKDAYS.indexOf(weekStart);
  if (first < 0)
    throw new RangeError(`scorecard requires weekStart as a weekday such as "mon"; got ${weekStart}`);
  return {
    prepared,
    snapshot,
    course,
    cases,
    weekStart: first,
    from: Math.min(prepared.workFrom ?? period.first, period.first),
    asOf: parseWrittenDay(snapshot.asOf),
    outcomeBehind: compare(now ?? ZERO, multiply(planned ?? ZERO, ratio(9, 10))) < 0,
    didNotFollow: verdict.kind === "outcome did not follow",
    wins: Number(course.volumes.wins),
    goalText: goalWords(plan, showRatio(bridge.goal)),
  };
}

/** "20 customers", "5 CSAT points", "10,000 USD of net-new-mrr". */
function goalWords({ goal, currency }: PlanInput, amount: string): string {
  if (goal.metric === "customers") return `${amount} customers`;
  if (goal.metric === "units") return `${amount} ${goal.unit ?? "units"}`;
  return `${amount}${currency === undefined ? "" : ` ${currency}`} of ${goal.metric}`;
}

function ownersOf(rows: readonly ScoreRow[]): Scorecard["owners"] {
  const owners = [...new Set(rows.filter(({ kind }) => kind !== "outcome").map(({ owner }) => owner))];
  return owners.map((owner) => {
    const own = rows.filter((row) => row.owner === owner && row.kind !== "outcome" && row.streak !== null);
    const hits = own.filter(({ streak }) => streak?.hit === true).length;
    return { owner, hits, misses: own.length - hits };
  });
}
