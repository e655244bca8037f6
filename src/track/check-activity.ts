import type { GoalTrack } from "./goal-tracks.js";
import { chosenPlan } from "../plan/goals.js";
import type { Metric } from "../plan/metric.js";
import { parseDay } from "../calendar/day.js";
import { worstMonth } from "./month-tracks.js";
import { encodeExact, parseExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { nearestNumber } from "../number/nearest-number.js";
import { compare, ONE, ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { Plan } from "../plan/plan.js";
import { parseProportion } from "../plan/rate.js";
import type { Snapshot } from "../plan/snapshot.js";
import { quote } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import type { CheckFinding } from "../words/checks.js";
import type { Statement } from "../words/progress.js";
import { chanceCases } from "./check-chance.js";
import type { FoundCase } from "./found-case.js";
import type { Pacing } from "./pacing.js";
import { parseThresholds } from "./status.js";
import { track, type Track } from "./track.js";

/** Checks of the plan that need activity. */
const NEED_ACTIVITY = ["minAttainment", "freshWithinDays"] as const;

/** What activity says of a plan; without any, what of the plan's checks is left out. */
export function activityCases(
  plan: Plan,
  snapshot: Snapshot | undefined,
  today: string | undefined,
): FoundCase[] {
  if (snapshot === undefined) {
    const asked = NEED_ACTIVITY.filter((key) => plan.checks?.[key] !== undefined);
    return asked.map((key) => ({
      ...{ status: "skipped", code: key, path: ["checks", key] },
      finding: { check: "no-activity", key },
    }));
  }
  const tracked = track(plan, snapshot);
  const assumed = { assumptions: tracked.assumptions };
  return [
    ...freshness(plan, snapshot, today),
    ...(tracked.goals === undefined
      ? [attainment(plan, chosenPlan({ plan }).goal.metric, { ...tracked, ...tracked.outcome })]
      : tracked.goals.map((goal) => attainment(plan, goal.metric, { ...goal, ...assumed, of: goal.metric }))),
    ...chanceCases(plan, chanceOfTracked(tracked), true),
    ...workLeft(tracked),
    ...lossLimits(tracked),
  ];
}

/** The chance if the rest is done as planned; once the period is over the goal is reached or it is not. */
function chanceOfTracked({ chance, outcome, goals, ahead }: Track): number | null {
  if (!ahead.over) return chance?.asPlanned ?? null;
  return (goals ?? [outcome]).every(isReached) ? 1 : 0;
}

function isReached({ projected, goal }: Pick<GoalTrack, "projected" | "goal">): boolean {
  const end = must(parseExact(projected), "the outcome");
  return compare(end, must(parseExact(goal), "the goal")) >= 0;
}

/** How a goal stands: the only one of the plan, or one of several by itself. */
interface Judged
  extends
    Pick<Track, "status" | "ahead" | "chance" | "verdict" | "assumptions" | "months">,
    Pick<GoalTrack, "goal" | "projected" | "attainment"> {
  /** What the goal counts, where it is one of several. */
  readonly of?: Metric;
}

function freshness({ checks }: Plan, { asOf }: Snapshot, today: string | undefined): FoundCase[] {
  const most = checks?.freshWithinDays;
  if (most === undefined) return [];
  const found = (status: FoundCase["status"], age: number | null): FoundCase => ({
    ...{ status, code: "freshness", path: ["checks", "freshWithinDays"] },
    finding: { check: "freshness", asOf, age, stale: status === "failed" },
  });
  if (today === undefined) return [found("skipped", null)];
  const day = parseDay(today);
  if (day === undefined) throw new RangeError(`check requires today as a date; got ${quote(today)}`);
  const age = day - parseWrittenDay(asOf);
  return [found(compare(ratio(age), parseQuantity(most)) <= 0 ? "passed" : "failed", age)];
}

function attainment({ checks, funnel }: Plan, metric: Metric, tracked: Judged): FoundCase {
  const { status, verdict, ahead } = tracked;
  const least = checks?.minAttainment === undefined ? null : parseProportion(checks.minAttainment);
  const share = tracked.attainment === null ? null : must(parseExact(tracked.attainment), "attainment");
  // Where the goal holds for each month, too little in one is not made up for by another.
  const worst = worstMonth(tracked.months ?? []);
  const judged = worst === undefined ? share : worst.attainment;
  const isLow = least !== null && judged !== null && compare(judged, least) < 0;
  const isShort = share !== null && compare(share, ONE) < 0;
  const isOutOfReach = status === "out of reach" || (isShort && !ahead.possible);
  const failed = isLow || (least === null && (isOutOfReach || isLost(tracked, funnel) || isWarned(tracked)));
  const { goal, projected: end, of } = tracked;
  const figures = { metric, end, goal, over: ahead.over, status, ...(of === undefined ? {} : { of }) };
  const short: Extract<CheckFinding, { readonly check: "attainment" }>["short"] = failed
    ? {
        attainment: judged === null ? null : encodeExact(judged),
        ...(worst === undefined ? {} : { month: worst.month }),
        least: least === null ? null : encodeExact(least),
        verdict,
        needed: statementOf(verdict.statements, "needed"),
        possible: ahead.possible,
        chance: isLost(tracked, funnel) ? (tracked.chance?.asPlanned ?? null) : null,
      }
    : null;
  return {
    ...{ status: failed ? "failed" : "passed", code: "attainment", path: ["checks", "minAttainment"] },
    finding: { check: "attainment", ...figures, short },
  };
}

/** Below this chance the goal is out of reach, as in `track`. */
const OUT_OF_REACH = nearestNumber(parseThresholds().outOfReachChance);

/**
 * Whether the rest of the work, done as planned, is as good as sure to miss the goal. Where entries that take time have no
 * days and nobody says what is open, what they may still bring is not in the chance, so nothing is judged by it; nor where each
 * of many months must reach its own goal, which is unlikely even where all goes as planned.
 */
function isLost({ chance, assumptions, months }: Judged, funnel: Plan["funnel"]): boolean {
  const slow = new Set(funnel.flatMap(({ stage, lag }) => (lag === undefined ? [] : [stage])));
  const isPartial = assumptions.some((each) => each.code === "entries-undated" && slow.has(each.stage));
  const told = chance?.asPlanned ?? null;
  return months === undefined && !isPartial && told !== null && told < OUT_OF_REACH;
}

/** Whether too little is started, and the rest of the plan does not make up for it. */
function isWarned({ ahead, status }: Judged): boolean {
  return ahead.warning !== null && (status === "behind" || status === "out of reach");
}

function statementOf(statements: readonly Statement[], code: Statement["code"]): Statement {
  return must(
    statements.find((each) => each.code === code),
    `the statement ${code}`,
  );
}

/** The rest can be done as planned only where no stage and no activity is out of reach. */
function workLeft({ stages, activities, verdict }: Track): FoundCase[] {
  const found = (status: FoundCase["status"], late: LateWork | null): FoundCase => ({
    ...{ status, code: "work", path: ["funnel"] },
    finding: { check: "work", late },
  });
  const own = Object.entries<Pacing>(stages).map(([what, pacing]) => ({ what, pacing }));
  const others = activities
    .filter(({ activity }) => !Object.hasOwn(stages, activity))
    .map((pacing) => ({ what: pacing.activity, pacing }));
  const outlook = statementOf(verdict.statements, "outlook");
  const late = [...own, ...others].flatMap(({ what, pacing: { planned, actual, needPerDay, status } }) =>
    status === "out of reach" && actual !== null
      ? [found("failed", { what, planned, actual, needPerDay, outlook })]
      : [],
  );
  return late.length === 0 ? [found("passed", null)] : late;
}

type LateWork = NonNullable<Extract<CheckFinding, { readonly check: "work" }>["late"]>;

/** No more may be lost than the plan allows for the whole period. */
function lossLimits({ lossLimits: limits }: Track): FoundCase[] {
  return limits.map(({ owner, item, atMost, byNow, actual, status }) => {
    const broken = status === "out of reach";
    return {
      status: actual === null ? "skipped" : broken ? "failed" : "passed",
      code: "loss-limit",
      path: ["churn"],
      finding: { check: "loss-limit", item, owner, atMost, byNow, actual, broken },
    };
  });
}
