import type { Forecast } from "../forecast/answer.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { compare } from "../number/ratio.js";
import type { DailyNeed, EarlyWarning, EndOutlook } from "../words/progress.js";
import { dailyNeeds, isPossible } from "./daily-needs.js";
import { earlyWarning } from "./early-warning.js";
import type { PlannedCourse } from "./course.js";
import { measuredAmount, shareOf, type Outcome } from "./observed.js";
import { slackDays } from "./slack.js";
import type { StagePace } from "./stage-pace.js";
import type { Thresholds } from "./status.js";

/** Where this is going. */
export interface LookAhead {
  /**
   * If each source of work goes on doing the same part of what the plan asks as it did so far; null where it is not known
   * how it did.
   */
  readonly paceSoFar: EndOutlook | null;
  /** If the rest of the work is done as planned. */
  readonly asPlanned: EndOutlook;
  /** What the goal takes from now on, where the rest of the plan is not enough; else what the rest of the plan asks. */
  readonly needed: readonly DailyNeed[];
  /**
   * Whether that can be done: within the limit of a day's work beside the plan's own, and where the rest of the plan is not
   * enough, within what the teams, lists and days that are left allow.
   */
  readonly possible: boolean;
  /**
   * Days of planned work that are done already beyond those that have passed, of the source that is furthest behind; below 0
   * for work that is missing. Null where no source says what was started.
   */
  readonly slackDays: ExactString | null;
  /** Whether the period's last day has passed: then everything here is its result. */
  readonly over: boolean;
  /** Null where nothing is to be warned of. */
  readonly warning: EarlyWarning | null;
}

/** What looking ahead starts from. */
interface AheadInput {
  readonly compiled: DatedPlan;
  readonly course: PlannedCourse;
  readonly seen: CompiledSnapshot;
  readonly outcome: Outcome;
  readonly thresholds: Thresholds;
  /** By stage. */
  readonly paces: readonly StagePace[];
  /** The forecast in which the rest is done as planned. */
  readonly asPlanned: Forecast;
  /** The forecast at the pace so far; undefined where that is not known. */
  readonly paceSoFar: Forecast | undefined;
  /** Whether a plan for the rest of the period can be met. */
  readonly isReachable: () => boolean;
}

/** Looks ahead at the pace so far and with the rest done as planned, and warns before the outcome can show it. */
export function lookAheadOf(input: AheadInput): LookAhead {
  const { compiled, seen, outcome, asPlanned, paceSoFar, thresholds } = input;
  const { goal } = compiled.bridge;
  const end = measuredAmount(outcome, asPlanned.atEnd.amount);
  const needed = dailyNeeds(compiled, input.paces, asPlanned, { end, soFar: outcome.computed });
  const isEnough = compare(end, goal) >= 0;
  const slack = slackDays(compiled, input.course, input.paces, seen.asOf);
  return {
    paceSoFar: paceSoFar === undefined ? null : endOf(input, paceSoFar),
    asPlanned: endOf(input, asPlanned),
    needed: needed.map(({ stage, perDay, plannedPerDay }) => ({
      stage,
      perDay: perDay === null ? null : encodeExact(perDay),
      plannedPerDay: encodeExact(plannedPerDay),
    })),
    possible: needed.every((need) => isPossible(need, thresholds)) && (isEnough || input.isReachable()),
    slackDays: slack === undefined ? null : encodeExact(slack),
    over: seen.asOf >= compiled.period.last,
    warning: paceSoFar === undefined ? null : earlyWarning(input, paceSoFar),
  };
}

function endOf({ compiled, outcome, seen }: AheadInput, outlook: Forecast): EndOutlook {
  const { bridge, period } = compiled;
  const amount = measuredAmount(outcome, outlook.atEnd.amount);
  const attainment = shareOf(amount, bridge.goal);
  const ahead = seen.asOf < period.last ? outlook.byDate : [];
  const day = ahead.find((each) => compare(measuredAmount(outcome, each.amount), bridge.goal) >= 0);
  const isReached = compare(outcome.amount, bridge.goal) >= 0;
  return {
    amount: encodeExact(amount),
    attainment: attainment === undefined ? null : encodeExact(attainment),
    reachedOn: isReached ? outlook.asOf : (day?.on ?? null),
  };
}
