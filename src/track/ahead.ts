import type { Forecast } from "../forecast/answer.js";
import { forecast } from "../forecast/forecast.js";
import { isWork } from "../model/flow.js";
import { parseExact, encodeExact, type ExactString } from "../number/exact-string.js";
import {
  add,
  compare,
  divide,
  isPositive,
  larger,
  multiply,
  ONE,
  ratio,
  smaller,
  subtract,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { Snapshot } from "../plan/snapshot.js";
import { workingDays } from "../calendar/working-days.js";
import { onDay, type PlannedCourse } from "./course.js";
import type { DatedPrepared } from "./dated.js";
import { plannedAmount, shareOf, type Outcome } from "./observed.js";
import type { PaceOf } from "./stage-pace.js";
import type { Thresholds } from "./status.js";

/** What the period ends at if work goes on in one way. */
export interface EndOutlook {
  /** The amount at the period's end, expected. */
  readonly amount: ExactString;
  /** Amount ÷ goal; null for a goal of 0. */
  readonly attainment: ExactString | null;
  /** The day by whose end the goal is reached; null where it is not in this period. */
  readonly reachedOn: string | null;
}

/** What a source of work must bring on each working day that is left for it. */
export interface DailyNeed {
  /** The stage that it starts at. */
  readonly stage: string;
  /** Units a working day that the goal takes from now on, expected, unrounded; null where no amount of them would do. */
  readonly perDay: ExactString | null;
  /** Units a working day that the plan asks over all its days. */
  readonly plannedPerDay: ExactString;
}

/** A source of work that is behind, while its result cannot show yet. */
export interface EarlyWarning {
  /** The source that is furthest behind. */
  readonly stage: string;
  /** Units that were started there. */
  readonly actual: ExactString;
  /** Units that were planned to date. */
  readonly planned: ExactString;
  /** The first day on which the outcome falls short at the pace so far; null where that is not in this period. */
  readonly showsOn: string | null;
}

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
   * Whether that can be done: within the limit of a day's work against the plan's own, and where the rest of the plan is not
   * enough, within what the teams, lists and days that are left allow.
   */
  readonly possible: boolean;
  /** Whether the period's last day has passed: then everything here is what came of it. */
  readonly over: boolean;
  /** Null where nothing is to be warned of. */
  readonly warning: EarlyWarning | null;
}

/** What looking ahead starts from. */
interface AheadInput {
  readonly prepared: DatedPrepared;
  readonly course: PlannedCourse;
  readonly snapshot: Snapshot;
  readonly outcome: Outcome;
  readonly thresholds: Thresholds;
  /** By stage. */
  readonly paces: readonly PaceOf[];
  /** The forecast in which the rest is done as planned. */
  readonly asPlanned: Forecast;
  /** Whether a plan for the rest of the period can be met. */
  readonly isReachable: () => boolean;
}

/** Looks ahead at the pace so far and with the rest done as planned, and warns before the outcome can show it. */
export function lookAheadOf(input: AheadInput): LookAhead {
  const { prepared, snapshot, asPlanned } = input;
  const soFar = isPaceKnown(input)
    ? forecast(prepared.plan, snapshot, {
        pace: { ofPlan: paceSoFar(input) },
        minOnTimeShare: encodeExact(prepared.minOnTimeShare),
      })
    : undefined;
  const planned = endOf(input, asPlanned);
  const slow = soFar === undefined ? null : endOf(input, soFar);
  const needed = neededOf(input);
  return {
    paceSoFar: slow,
    asPlanned: planned,
    needed,
    possible:
      needed.every((need) => isPossible(need, input.thresholds)) && (isEnough(input) || input.isReachable()),
    over: parseWrittenDay(snapshot.asOf) >= prepared.period.last,
    warning: soFar === undefined ? null : warningOf(input, soFar),
  };
}

/** Whether a day of work lies behind, and every source says what was started. */
function isPaceKnown({ prepared, snapshot, paces }: AheadInput): boolean {
  const { flow, calendar, period, workFrom } = prepared;
  const days = workingDays(calendar, workFrom ?? period.first, parseWrittenDay(snapshot.asOf));
  return days.length > 0 && paces.every(({ actual }, index) => !isWork(flow, index) || actual !== undefined);
}

/**
 * What each source of work has done, as a part of what was planned by now. A plan's days are whole numbers beside a level
 * course: whoever is between the two does what the plan asks. The rest of the plan, with its seasons and ramps, times this
 * part is the pace so far.
 */
function paceSoFar({ prepared: { flow }, paces }: AheadInput): Readonly<Record<string, ExactString>> {
  const parts = paces.flatMap((pace, index) => {
    const part = isWork(flow, index) ? partDone(pace) : undefined;
    return part === undefined ? [] : [[flow[index]?.name ?? "", encodeExact(part)] as const];
  });
  return Object.fromEntries(parts);
}

/** What was done ÷ what was planned by now, 1 between the level course and the whole days; undefined before the first day. */
function partDone({ actual, level, whole }: PaceOf): Ratio | undefined {
  if (actual === undefined) return undefined;
  const [least, most] = [smaller(level, whole), larger(level, whole)];
  if (compare(actual, least) < 0) return shareOf(actual, least);
  return compare(actual, most) > 0 ? shareOf(actual, most) : ONE;
}

/** A measured outcome shifts all that is computed from wins. */
function shifted({ outcome }: AheadInput, amount: ExactString): Ratio {
  return add(parseExact(amount) ?? ZERO, subtract(outcome.amount, outcome.computed));
}

function endOf(input: AheadInput, outlook: Forecast): EndOutlook {
  const { prepared, outcome, snapshot } = input;
  const { goal } = prepared.bridge;
  const amount = shifted(input, outlook.atEnd.amount);
  const attainment = shareOf(amount, goal);
  const ahead = parseWrittenDay(snapshot.asOf) < prepared.period.last ? outlook.byDate : [];
  const day = ahead.find((each) => compare(shifted(input, each.amount), goal) >= 0);
  const reachedOn = compare(outcome.amount, goal) >= 0 ? snapshot.asOf : (day?.on ?? null);
  return {
    amount: encodeExact(amount),
    attainment: attainment === undefined ? null : encodeExact(attainment),
    reachedOn,
  };
}

/**
 * The rest of the plan's work brings some wins; where they leave the goal short, as many times the work is needed as
 * makes up for it.
 */
function neededOf(input: AheadInput): DailyNeed[] {
  const { prepared, paces, asPlanned } = input;
  const short = larger(ZERO, subtract(prepared.bridge.goal, shifted(input, asPlanned.atEnd.amount)));
  const ofWork = multiply(
    parseExact(asPlanned.atEnd.from.pace) ?? ZERO,
    multiply(prepared.bridge.worth, prepared.bridge.keep),
  );
  const times = isPositive(ofWork) ? add(ONE, divide(short, ofWork)) : isPositive(short) ? undefined : ONE;
  return paces.flatMap(({ total, level, daysLeft, days }, index): DailyNeed[] => {
    const stage = prepared.flow[index]?.name ?? "";
    if (!isWork(prepared.flow, index) || days === 0) return [];
    const rest = daysLeft === 0 ? ZERO : divide(subtract(total, level), ratio(daysLeft));
    const perDay = times === undefined ? null : encodeExact(multiply(rest, times));
    return [{ stage, perDay, plannedPerDay: encodeExact(divide(total, ratio(days))) }];
  });
}

/** Whether the rest of the plan brings the goal. */
function isEnough(input: AheadInput): boolean {
  return compare(shifted(input, input.asPlanned.atEnd.amount), input.prepared.bridge.goal) >= 0;
}

function isPossible({ perDay, plannedPerDay }: DailyNeed, { outOfReach }: Thresholds): boolean {
  if (perDay === null) return false;
  const most = multiply(outOfReach, parseExact(plannedPerDay) ?? ZERO);
  return compare(parseExact(perDay) ?? ZERO, most) <= 0;
}

function warningOf(input: AheadInput, soFar: Forecast): EarlyWarning | null {
  const { prepared, thresholds, paces } = input;
  const { goal } = prepared.bridge;
  const amount = shifted(input, soFar.atEnd.amount);
  if (!isPositive(goal) || compare(amount, multiply(thresholds.warnOutlook, goal)) >= 0) return null;
  const late = paces.flatMap(({ actual, level, ...rest }, index) => {
    const stage = prepared.flow[index]?.name ?? "";
    const pace = isWork(prepared.flow, index) ? partDone({ ...rest, actual, level }) : undefined;
    return pace === undefined || actual === undefined || compare(pace, thresholds.warnWork) >= 0
      ? []
      : [{ stage, actual, level, pace }];
  });
  const [worst] = late.sort((one, other) => compare(one.pace, other.pace));
  if (worst === undefined) return null;
  return {
    stage: worst.stage,
    actual: encodeExact(worst.actual),
    planned: encodeExact(worst.level),
    showsOn: showsOn(input, soFar),
  };
}

/** The first day on which what has been gained is below the share of what was planned at which one is behind. */
function showsOn(input: AheadInput, soFar: Forecast): string | null {
  const { prepared, course, thresholds } = input;
  const start = plannedAmount(prepared, ZERO, prepared.period.first - 1);
  const late = soFar.byDate.find(({ on, amount }) => {
    const day = parseWrittenDay(on);
    if (day > prepared.period.last) return false;
    const planned = subtract(plannedAmount(prepared, onDay(course, course.worth, day), day), start);
    return compare(subtract(shifted(input, amount), start), multiply(thresholds.behind, planned)) < 0;
  });
  return late?.on ?? null;
}
