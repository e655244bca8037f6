import { encodeExact } from "../number/exact-string.js";
import { at } from "../number/invariant.js";
import { compare, isZero, subtract, type Ratio } from "../number/ratio.js";
import { amountToWin } from "../model/bridge.js";
import { showCount, showRatio } from "../model/display.js";
import type { CompiledPlan, CompiledStage } from "../model/compile.js";
import { valueOn } from "../model/mover.js";
import { compileTime, computeLandings } from "../model/stage-time.js";
import { workingDays } from "../calendar/working-days.js";
import { formatDay } from "../calendar/day.js";
import type { AvailableReason, NoTimeReason, NoValueReason, Reason, ZeroRateReason } from "./reason.js";
import { findCapacityReasons } from "./capacity-reasons.js";
import { toCount } from "../model/count.js";
import { computeEffort } from "../schedule/effort.js";
import type { Volumes } from "../schedule/volumes.js";

/** Everything that keeps so many wins from being reached; empty when nothing does. */
export function findReasons(compiled: CompiledPlan, volumes: Volumes): readonly Reason[] {
  return [
    ...zeroRates(compiled, volumes),
    ...shortLists(compiled, volumes),
    ...withoutTime(compiled, volumes),
    ...findCapacityReasons(compiled, volumes),
  ];
}

/** Whether so many wins can be reached: whether there are no reasons, without working out their figures. */
export function canBeReached(compiled: CompiledPlan, volumes: Volumes): boolean {
  return (
    volumes.blocked.length === 0 &&
    stagesWithoutTime(compiled, volumes).length === 0 &&
    shortLists(compiled, volumes).length === 0 &&
    findCapacityReasons(compiled, volumes).length === 0
  );
}

/** The reason when a win adds nothing to a metric that must grow. */
export function noValue({ plan, bridge }: CompiledPlan): NoValueReason {
  const short = amountToWin(bridge);
  const what = isZero(bridge.worth)
    ? "a win adds nothing to it"
    : "every new customer is lost again within the period";
  const path = isZero(bridge.worth) ? ["deal"] : ["churn", "newCustomers"];
  const text = `${plan.goal.metric} must grow by ${showRatio(short)}, and ${what}, so no number of wins is enough.`;
  return { code: "no-value", path, text, short: encodeExact(short) };
}

function zeroRates({ flow }: CompiledPlan, { blocked }: Volumes): ZeroRateReason[] {
  return blocked.map((index) => {
    const stage = at(flow, index);
    const text = `No unit ever goes on from "${stage.name}", because its rate is 0%; no number of entries is enough.`;
    return { code: "zero-rate", path: [...stage.path, "rate"], text, stage: stage.name };
  });
}

function shortLists({ flow }: CompiledPlan, { stages }: Volumes): AvailableReason[] {
  return flow.flatMap(({ available, name, path, index, isWork, window }) => {
    if (available === undefined) return [];
    const { effort, whole } = at(stages, index);
    const needed = isWork ? computeEffort(effort, window).total : whole;
    const need: Ratio = { num: needed, den: 1 };
    if (compare(need, available) <= 0) return [];
    const short = subtract(need, available);
    const text = `"${name}" needs ${showCount(needed)} units, and only ${showRatio(available)} are available: ${showRatio(short)} short.`;
    const figures = {
      needed: toCount(needed, path),
      available: encodeExact(available),
      short: encodeExact(short),
    };
    return [{ code: "available", path: [...path, "available"], text, stage: name, ...figures }];
  });
}

/** Stages at which there is work to do, and no working day on which it would count. */
function stagesWithoutTime({ flow }: CompiledPlan, { stages }: Volumes): readonly CompiledStage[] {
  return flow.filter(
    ({ isWork, window, index }) => isWork && isZero(window.chanceSum) && !isZero(at(stages, index).effort),
  );
}

function withoutTime(compiled: CompiledPlan, volumes: Volumes): NoTimeReason[] {
  return stagesWithoutTime(compiled, volumes).map(({ name, index }) => {
    const lastDay = lastDayFor(compiled, index);
    const late =
      lastDay === null ? "no working day would do" : `the last day on which it could start was ${lastDay}`;
    const text = `Nothing new that starts at "${name}" can be won in the period: ${late}.`;
    const path = lastDay === null ? ["goal", "period"] : ["workFrom"];
    return { code: "no-time", path, text, stage: name, lastDay };
  });
}

/** The last working day, however long ago, on which an entry of the stage could still have been won in the period. */
function lastDayFor(compiled: CompiledPlan, index: number): string | null {
  const { period, calendar, flow } = compiled;
  if (period.kind === "undated" || calendar.daysPerWeek === 0) return null;
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
