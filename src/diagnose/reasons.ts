import { encodeExact } from "../number/exact-string.js";
import { compare, isZero, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { amountToWin } from "../model/bridge.js";
import type { PlanModel } from "../model/model.js";
import { compilePlanTime } from "../model/plan-time.js";
import { compileLags } from "../model/timeline.js";
import { parseQuantity } from "../schema/quantity.js";
import { workingDays, type WorkingCalendar } from "../calendar/working-days.js";
import type { LagTable } from "../lag/read-lag.js";
import { planFormat } from "../words/plan-format.js";
import { sayReason, type ReasonData } from "../words/reasons.js";
import type { AvailableReason, NoTimeReason, NoValueReason, Reason, ZeroRateReason } from "./reason.js";
import { findCapacityReasons } from "./capacity-reasons.js";
import { toCount } from "../model/count.js";
import { computeEffort } from "../schedule/effort.js";
import { isWork, type FlowStage } from "../model/flow.js";
import type { Prepared } from "../schedule/prepared.js";
import type { Volumes } from "../schedule/volumes.js";
import { lastUsefulDay } from "../schedule/windows.js";

/** Everything that keeps so many wins from being reached; empty when nothing does. */
export function findReasons(model: Prepared, volumes: Volumes): readonly Reason[] {
  return [
    ...zeroRates(model, volumes),
    ...shortLists(model, volumes),
    ...withoutTime(model, volumes),
    ...findCapacityReasons(model, volumes),
  ];
}

/** Whether so many wins can be reached: whether there are no reasons, without working out their figures. */
export function canBeReached(model: Prepared, volumes: Volumes): boolean {
  return (
    volumes.blocked.length === 0 &&
    stagesWithoutTime(model, volumes).length === 0 &&
    shortLists(model, volumes).length === 0 &&
    findCapacityReasons(model, volumes).length === 0
  );
}

/** A reason with its sentence, in plain English. */
function said<Data extends ReasonData>(
  plan: PlanModel["plan"],
  reason: Data,
): Data & { readonly text: string } {
  return { ...reason, text: sayReason(reason, planFormat(plan)) };
}

/** The reason when a win adds nothing to a metric that must grow. */
export function noValue({ plan, bridge }: PlanModel): NoValueReason {
  const isWorthless = isZero(bridge.worth);
  return said(plan, {
    code: "no-value",
    path: isWorthless ? ["deal"] : ["churn", "newCustomers"],
    metric: plan.goal.metric,
    short: encodeExact(amountToWin(bridge)),
    cause: isWorthless ? "worth nothing" : "lost again",
  });
}

function zeroRates({ plan, flow }: PlanModel, { blocked }: Volumes): ZeroRateReason[] {
  return blocked.flatMap((index) => {
    const stage = flow[index];
    if (stage === undefined) return [];
    return [said(plan, { code: "zero-rate", path: [...stage.path, "rate"], stage: stage.name })];
  });
}

function shortLists({ plan, flow, windows }: Prepared, { whole, effort }: Volumes): AvailableReason[] {
  return flow.flatMap(({ written, name, path }, index) => {
    if (written.available === undefined) return [];
    const window = windows[index];
    const needed =
      window !== undefined && isWork(flow, index)
        ? computeEffort(effort[index] ?? ZERO, window).total
        : (whole[index] ?? 0);
    const available = parseQuantity(written.available);
    const need: Ratio = { num: needed, den: 1 };
    if (compare(need, available) <= 0) return [];
    const short = subtract(need, available);
    const figures = {
      needed: toCount(needed, path),
      available: encodeExact(available),
      short: encodeExact(short),
    };
    return [said(plan, { code: "available", path: [...path, "available"], stage: name, ...figures })];
  });
}

/** Stages at which there is work to do, and no working day on which it would count. */
function stagesWithoutTime({ flow, windows }: Prepared, { effort }: Volumes): readonly number[] {
  return flow.flatMap((_, index) => {
    const window = windows[index];
    const idle =
      window === undefined ||
      !isWork(flow, index) ||
      isZero(effort[index] ?? ZERO) ||
      !isZero(window.chanceSum);
    return idle ? [] : [index];
  });
}

function withoutTime(model: Prepared, volumes: Volumes): NoTimeReason[] {
  return stagesWithoutTime(model, volumes).map((index) => {
    const stage = model.flow[index]?.name ?? "";
    const lastDay = lastDayFor(model, index);
    return said(model.plan, {
      code: "no-time",
      path: lastDay === null ? ["goal", "period"] : ["workFrom"],
      stage,
      lastDay,
    });
  });
}

/** The last working day, however long ago, on which an entry of the stage could still have been won in the period. */
function lastDayFor({ period, calendar, flow }: Prepared, index: number): string | null {
  if (period.kind === "undated" || calendar.daysPerWeek === 0) return null;
  const earliest = period.first - longestPath(flow, compileLags(flow), index, calendar);
  const days = workingDays(calendar, earliest, period.last);
  const { mover, landing } = compilePlanTime(flow, period, earliest, calendar);
  const chances = landing[index];
  return chances === undefined ? null : lastUsefulDay(days, mover.axis.first, chances);
}

/** Days that the slowest unit takes from a stage to the win, at most: holidays delay it once, whichever lag meets them. */
function longestPath(
  flow: readonly FlowStage[],
  lags: readonly LagTable[],
  from: number,
  { daysPerWeek, holidays }: WorkingCalendar,
): number {
  let days = holidays.reduce((total, { first, last }) => total + last - first + 1, 0);
  for (let index = from; index >= 0; index = flow[index]?.next ?? -1) {
    const lag = lags[index];
    if (lag?.kind === "calendar") days += lag.first + lag.weights.length;
    else if (lag !== undefined) days += (Math.ceil(lag.days / daysPerWeek) + 1) * 7;
  }
  return days;
}
