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
export type {
  ActivityInput,
  ChannelInput,
  DealInput,
  OwnRate,
  PipelineInput,
  PipelineItemInput,
  Plan,
  PlanInput,
  SharedRate,
  StageInput,
  StageParts,
  TeamInput,
} from "./plan/plan.js";
export type { Quantity } from "./schema/quantity.js";
export type { PlainRate, RateText } from "./plan/rate.js";
export type { LagText } from "./plan/lag.js";
export { METRICS, type Metric } from "./plan/metric.js";

// Solving it
export { solve } from "./solve/solve.js";
export { solveOrThrow } from "./solve/solve-or-throw.js";
export { compile } from "./solve/compile.js";
export type { Compiled, CompiledVolumes } from "./solve/compiled.js";
export type * from "./solve/answer.js";
export type { GoalChance } from "./solve/chance/goal-chance.js";
export type { UncertaintyFrom } from "./solve/chance/uncertainty.js";
export type * from "./schedule/target.js";
export type * from "./workload/activity-target.js";
export type {
  Reason,
  ZeroRateReason,
  NoValueReason,
  AvailableReason,
  NoTimeReason,
  CapacityReason,
  ChanceReason,
} from "./words/reasons.js";
export type { NearestGoal } from "./diagnose/nearest-goal.js";
export type { Fix, FixKind } from "./words/fixes.js";
export type { SolveOptions } from "./model/options.js";
export type { Assumption, AssumptionKind } from "./words/assumptions.js";

// Explaining it
export { explain, type ExplainOptions } from "./explain/explain.js";
export type { Explanation, ExplanationInput, Why } from "./explain/explanation.js";

// Looking ahead
export { forecast } from "./forecast/forecast.js";
export type * from "./forecast/answer.js";
export type { ForecastOptions } from "./forecast/options.js";
export type { Pace } from "./forecast/pace.js";
export { parseSnapshot, safeParseSnapshot } from "./plan/parse-snapshot.js";
export type { Closing, Entry, Snapshot } from "./plan/snapshot.js";

// Keeping on course
export { track, type OutcomeTrack, type Track, type TrackOptions } from "./track/track.js";
export type { LossLimitTrack } from "./track/loss-limits.js";
export type { Pacing } from "./track/pacing.js";
export type { StageTrack } from "./track/stage-pace.js";
export type { ActivityTrack } from "./track/activity-pace.js";
export type { GapLever, GapPart } from "./track/gap.js";
export type { Shortfall } from "./track/luck.js";
export type { LookAhead } from "./track/ahead.js";
export type {
  CourseSoFar,
  DailyNeed,
  EarlyWarning,
  EndOutlook,
  Statement,
  StatementData,
  TrackChance,
  VerdictKind,
} from "./words/progress.js";
export type { Verdict } from "./track/verdict.js";
export type { Status, StatusThresholds } from "./track/status.js";
export { replan, type Replan, type Replanned, type ReplanOptions } from "./track/replan.js";
export type { ReplannedKind } from "./words/replanned.js";
export type { RateChoice } from "./track/observed-rates.js";
export { scorecard, type Scorecard, type ScorecardOptions } from "./track/scorecard/scorecard.js";
export type { CheckIn, PersonScore, ScoreRow } from "./track/scorecard/row.js";
export type { Advice } from "./track/scorecard/advice.js";
export type { CasesOn } from "./track/scorecard/cases.js";
export type {
  AdviceKind,
  AskedKind,
  CheckedDays,
  GoalFigures,
  HabitSpan,
  HabitStep,
  PurposeKind,
} from "./words/scorecard.js";
export { check, type CheckCase, type CheckOptions, type CheckResult } from "./track/check.js";
export type { CheckCode } from "./track/found-case.js";
export type { CheckFinding, TargetDifference, TargetFigure } from "./words/checks.js";

// Asking what if
export { levers, type Lever, type LeverMeasures, type LeverStep, type Levers } from "./sensitivity/levers.js";
export { solveFor, type SolvedFor } from "./sensitivity/solve-for.js";
export type { MovableKind } from "./sensitivity/movable.js";
export type { ActivityGiven } from "./sensitivity/activity-given.js";
export {
  compare,
  type Compared,
  type ComparedStage,
  type Comparison,
  type Scenario,
} from "./sensitivity/compare.js";

// Learning from history
export { snapshot, type SnapshotOptions } from "./history/journeys/snapshot.js";
export { logSnapshot } from "./history/journeys/log-snapshot.js";
export { latestDay } from "./history/journeys/latest-day.js";
export type { Exchange } from "./history/journeys/money.js";
export type { Journey, JourneyState, Step } from "./history/journeys/journey.js";
export type { ActivityEntry } from "./history/journeys/activity-entry.js";
export { learn, type LearnOptions } from "./history/learning/learn.js";
export { applyLearned, type LeftAsIs, type AppliedLearning } from "./history/learning/apply-learned.js";
export { learnedLines } from "./history/learning/learned-lines.js";
export type * from "./history/learning/learned.js";
export type { LagShareInput } from "./history/learning/lag-rows.js";
export { backtest } from "./history/backtest/backtest.js";
export type { BacktestOptions } from "./history/backtest/options.js";
export type * from "./history/backtest/answer.js";

// People and plans together
export { align, type AlignOptions } from "./align/align.js";
export { applyFix, type AlignInput } from "./align/apply-fix.js";
export { personalTargets } from "./align/personal-targets.js";
export type * from "./align/personal-answer.js";
export { weeklyHistory } from "./align/weekly-history.js";
export type { History, HistoryWeek } from "./align/history.js";
export { rollUp } from "./align/roll-up.js";
export type * from "./align/answer.js";

// Saying it
export { makeFormat, plainFormat, type Format, type FormatFacts, type Shown } from "./format/format.js";
export { ENGLISH, type NumberStyle } from "./format/number-style.js";
export { planFormat } from "./words/plan-format.js";
export { sayReason, type ReasonData } from "./words/reasons.js";
export { sayFix, type FixData } from "./words/fixes.js";
export { sayExplanation, type ExplanationData } from "./words/explanations/say-explanation.js";
export { sayChance, sayHowOften, type ChanceData } from "./words/chance.js";
export { sayAssumption, type AssumptionData } from "./words/assumptions.js";
export { sayStatement, sayVerdict } from "./words/progress.js";
export { sayReplanned } from "./words/replanned.js";
export {
  sayLearningGap,
  sayWhyLeft,
  type LearningGap,
  type LearningGapData,
  type WhyLeft,
  type WhyLeftData,
} from "./words/learning.js";
export { sayAdvice, sayAsked, sayPurpose } from "./words/scorecard.js";
export { nameCheck, sayFinding } from "./words/checks.js";

// Exact numbers
export type { ExactString } from "./number/exact-string.js";
export type { Ratio, Whole } from "./number/ratio.js";
export { toNumber } from "./number/exact-string.js";
export { toDecimal } from "./number/to-decimal.js";
