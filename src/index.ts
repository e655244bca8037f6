/**
 * From an outcome goal back to today's work, and forward again.
 *
 * @module reverse-funnel
 */

// Writing and reading a plan
export { definePlan } from "./plan/define-plan.js";
export { parsePlan, safeParsePlan } from "./plan/parse.js";
export { planSchema, snapshotSchema } from "./plan/zod-schemas.js";
export { PlanError } from "./schema/plan-error.js";
export type { ParseResult } from "./schema/parse-result.js";
export { pathText, type Issue, type Path } from "./schema/issue.js";
export type { IssueCode } from "./schema/issue-code.js";
export { migrate } from "./plan/migrate.js";
export { applyChange, type Change } from "./plan/change.js";
export type { GoalPlan, Plan, PlanInput, PlanParts, TeamInput } from "./plan/plan.js";
export { METRICS, type Metric } from "./plan/metric.js";

// Solving it
export { solve } from "./solve/solve.js";
export { solveOrThrow } from "./solve/solve-or-throw.js";
export { compile } from "./solve/compile.js";
export type { Compiled } from "./solve/compiled.js";
export type { Targets, InfeasibleSolution, Solution } from "./solve/answer.js";
export type { Target } from "./schedule/target.js";
export type { ActivityTarget, Utilisation } from "./workload/activity-target.js";
export type { Reason } from "./words/reasons.js";
export type { Fix } from "./words/fixes.js";
export type { SolveOptions } from "./model/options.js";
export type { Assumption } from "./words/assumptions.js";

// Explaining it
export { explain } from "./explain/explain.js";
export type { Explanation } from "./explain/explanation.js";

// Looking ahead
export { forecast } from "./forecast/forecast.js";
export type { Forecast } from "./forecast/answer.js";
export type { ForecastOptions } from "./forecast/options.js";
export type { Pace } from "./forecast/pace.js";
export { parseSnapshot, safeParseSnapshot } from "./plan/parse-snapshot.js";
export type { Entry, Snapshot } from "./plan/snapshot.js";

// Keeping on course
export { track, type Track } from "./track/track.js";
export type { TrackOptions } from "./track/track-options.js";
export type { Verdict } from "./track/verdict.js";
export type { Status } from "./track/status.js";
export { replan, type Replan, type ReplanOptions } from "./track/replan.js";
export { againstAgreed } from "./track/against-agreed.js";
export { attainment } from "./track/attainment.js";
export { bestChange } from "./track/best-change.js";
export { sameDays } from "./track/same-days.js";
export { changesSince } from "./track/since.js";
export { scorecard, type Scorecard, type ScorecardOptions } from "./track/scorecard/scorecard.js";
export { check, type CheckOptions, type CheckResult } from "./track/check.js";

// Asking what if
export { levers, type Levers } from "./sensitivity/levers.js";
export { solveFor, type SolvedFor } from "./sensitivity/solve-for.js";
export { compare, type Comparison } from "./sensitivity/compare.js";

// Learning from history
export { snapshot, type SnapshotOptions } from "./history/journeys/snapshot.js";
export { logSnapshot } from "./history/journeys/log-snapshot.js";
export { latestDay } from "./history/journeys/latest-day.js";
export type { Journey } from "./history/journeys/journey.js";
export type { ActivityEntry } from "./history/journeys/activity-entry.js";
export { learn, type LearnOptions } from "./history/learning/learn.js";
export { countHistory } from "./history/counts/count-history.js";
export type { CountRow } from "./history/counts/count-row.js";
export { snapshotCounts } from "./history/counts/snapshot-counts.js";
export { learnCounts, type LearnCountsOptions } from "./history/counts/learn-counts.js";
export { applyLearned, type AppliedLearning } from "./history/learning/apply-learned.js";
export { learnedLines } from "./history/learning/learned-lines.js";
export type { LearnedRate, Learned } from "./history/learning/learned.js";
export { backtest } from "./history/backtest/backtest.js";
export type { Backtest } from "./history/backtest/answer.js";

// People and plans together
export { align } from "./align/align.js";
export { applyFix, type AlignInput } from "./align/apply-fix.js";
export { personalTargets } from "./align/personal-targets.js";
export { weeklyHistory } from "./align/weekly-history.js";
export type { History } from "./align/history.js";
export { rollUp } from "./align/roll-up.js";
export type { Alignment } from "./align/answer.js";

// Saying it
export { makeFormat, plainFormat, type Format } from "./format/format.js";
export { ENGLISH, type NumberStyle } from "./format/number-style.js";
export { planFormat } from "./words/plan-format.js";
export { sayReason } from "./words/reasons.js";
export { sayFix } from "./words/fixes.js";
export { sayExplanation } from "./words/explanations/say-explanation.js";
export { sayChance, sayHowOften } from "./words/chance.js";
export { sayAssumption } from "./words/assumptions.js";
export { sayStatement, sayVerdict } from "./words/progress.js";
export { sayReplanned } from "./words/replanned.js";
export { sayLearningGap, sayWhyLeft } from "./words/learning.js";
export { sayAdvice, sayAsked, sayPurpose } from "./words/scorecard.js";
export { nameCheck, sayFinding } from "./words/checks.js";

// Exact numbers
export type { ExactString } from "./number/exact-string.js";
export { toNumber } from "./number/exact-string.js";
export { toDecimal } from "./number/to-decimal.js";
