import { goalAt } from "../model/chosen-goal.js";
import { encodeExact } from "../number/exact-string.js";
import { at } from "../number/invariant.js";
import { compare, isPositive, isZero, subtract, type Ratio } from "../number/ratio.js";
import { amountToWin } from "../model/bridge.js";
import type { CompiledPlan, CompiledStage } from "../model/compile.js";
import { valueOn } from "../model/mover.js";
import { compileTime, computeLandings } from "../model/stage-time.js";
import type { DateRange } from "../calendar/date-range.js";
import { workingDays } from "../calendar/working-days.js";
import { formatDay } from "../calendar/day.js";
import type { PlanInput } from "../plan/plan.js";
import { planFormat } from "../words/plan-format.js";
import {
  sayReason,
  type AvailableReason,
  type NoTimeReason,
  type NoValueReason,
  type Reason,
  type ReasonData,
  type ZeroRateReason,
} from "../words/reasons.js";
import { findBudgetReasons, isWithinBudgets } from "./budget-reasons.js";
import { findCapacityReasons, isOverloaded } from "./capacity-reasons.js";
import { toCount } from "../model/count.js";
import { computeEffort } from "../schedule/effort.js";
import type { Volumes } from "../schedule/volumes.js";
import { leftOpen } from "./zero-rate.js";

/** Everything that keeps so many wins from being reached; empty when nothing does. */
export function findReasons(compiled: CompiledPlan, volumes: Volumes): readonly Reason[] {
  return [
    ...zeroRates(compiled, volumes),
    ...shortLists(compiled, volumes),
    ...withoutTime(compiled, volumes),
    ...findCapacityReasons(compiled, volumes),
    ...findBudgetReasons(compiled, volumes),
  ];
}

/** Whether so many wins can be reached: whether there are no reasons, without working out their figures. */
export function canBeReached(compiled: CompiledPlan, volumes: Volumes): boolean {
  return (
    volumes.blocked.length === 0 &&
    workWithoutTime(compiled, volumes).length === 0 &&
    listNeeds(compiled, volumes).every(({ need, available }) => compare(need, available) <= 0) &&
    !isOverloaded(compiled, volumes) &&
    isWithinBudgets(compiled, volumes)
  );
}

/** A reason with its sentence, in plain English. */
export function said<Data extends ReasonData>(
  plan: PlanInput,
  reason: Data,
): Data & { readonly text: string } {
  return { ...reason, text: sayReason(reason, planFormat(plan)) };
}

/** The reason when a win adds nothing to a metric that must grow. */
export function noValue({ plan, bridge }: CompiledPlan): NoValueReason {
  const isWorthless = !isPositive(bridge.worth);
  return said(plan, {
    code: "no-value",
    path: isWorthless ? ["deal"] : ["churn", "newCustomers"],
    metric: plan.goal.metric,
    short: encodeExact(amountToWin(bridge)),
    cause: isPositive(bridge.perWin) ? "costs too much" : isWorthless ? "worth nothing" : "lost again",
  });
}

function zeroRates({ plan, flow }: CompiledPlan, { blocked }: Volumes): ZeroRateReason[] {
  return blocked.map((index) => {
    const { rated, name } = at(flow, index);
    return said(plan, { code: "zero-rate", path: rated.path, stage: name, ...leftOpen(rated.written) });
  });
}

/** What a stage takes of a list that ends. */
interface ListNeed {
  readonly stage: CompiledStage;
  readonly need: Ratio;
  readonly available: Ratio;
}

function listNeeds({ flow }: CompiledPlan, { stages }: Volumes): ListNeed[] {
  return flow.flatMap((stage) => {
    const { available, index, isSource, window } = stage;
    if (available === undefined) return [];
    const volume = at(stages, index);
    const needed = isSource ? computeEffort(volume, window).total : volume.whole;
    return [{ stage, need: { num: needed, den: 1 }, available }];
  });
}

function shortLists(compiled: CompiledPlan, volumes: Volumes): AvailableReason[] {
  return listNeeds(compiled, volumes).flatMap(({ stage: { name, path }, need, available }) => {
    if (compare(need, available) <= 0) return [];
    const figures = {
      needed: toCount(need.num, path),
      available: encodeExact(available),
      short: encodeExact(subtract(need, available)),
    };
    return [
      said(compiled.plan, { code: "available", path: [...path, "available"], stage: name, ...figures }),
    ];
  });
}

/** Work to do, in a month of its own where the goal holds for each. */
interface TimelessWork {
  readonly stage: CompiledStage;
  readonly within: DateRange | undefined;
}

/** Stages at which there is work to do, and no working day on which it would count; for each month by itself. */
function workWithoutTime({ flow, months }: CompiledPlan, volumes: Volumes): readonly TimelessWork[] {
  const among = (stages: readonly CompiledStage[], own: Volumes): readonly CompiledStage[] =>
    stages.filter(
      ({ isSource, window, index }) =>
        isSource && isZero(window.chanceSum) && !isZero(at(own.stages, index).effort),
    );
  return volumes.months === undefined
    ? among(flow, volumes).map((stage) => ({ stage, within: undefined }))
    : months.flatMap((month, index) =>
        among(month.flow, at(volumes.months ?? [], index)).map((stage) => ({ stage, within: month })),
      );
}

function withoutTime(compiled: CompiledPlan, volumes: Volumes): NoTimeReason[] {
  return workWithoutTime(compiled, volumes).map(({ stage: { name, index }, within }) => {
    const lastDay = lastDayFor(compiled, index, within);
    return said(compiled.plan, {
      code: "no-time",
      path: lastDay === null ? goalAt(compiled, "period") : ["workFrom"],
      stage: name,
      lastDay,
      ...(within && { month: { start: formatDay(within.first), end: formatDay(within.last) } }),
    });
  });
}

/** The last working day, however long ago, on which an entry of the stage could still have been won in the period. */
function lastDayFor(compiled: CompiledPlan, index: number, within: DateRange | undefined): string | null {
  const { calendar, flow } = compiled;
  if (compiled.period.kind === "undated" || calendar.daysPerWeek === 0) return null;
  const period = { ...compiled.period, ...within };
  const earliest = period.first - longestPath(compiled, index);
  const time = compileTime(period, earliest, calendar);
  const { landing } = at(computeLandings(flow, time, period), index);
  const days = workingDays(calendar, earliest, period.last);
  const last = days.filter((day) => valueOn(landing, time.mover.axis, day) > 0).at(-1);
  return last === undefined ? null : formatDay(last);
}

/** Days that the slowest unit takes from a stage to the win, at most: holidays delay it once, whichever lag meets them. */
function longestPath({ flow, calendar }: CompiledPlan, from: number): number {
  const { daysPerWeek, holidays } = calendar;
  let days = holidays.reduce((total, { first, last }) => total + last - first + 1, 0);
  for (let index = from; index >= 0; index = at(flow, index).next) {
    const { lag } = at(flow, index);
    days +=
      lag.kind === "calendar" ? lag.first + lag.weights.length : (Math.ceil(lag.days / daysPerWeek) + 1) * 7;
  }
  return days;
}
