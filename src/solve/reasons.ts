import { toExact } from "../number/exact.js";
import { compare, isZero, subtract, type Ratio, type Whole } from "../number/ratio.js";
import { amountToWin } from "../model/bridge.js";
import { showCount, showRatio } from "../model/display.js";
import type { PlanModel } from "../model/model.js";
import { quantityOf } from "../plan/quantity.js";
import { workingDays } from "../time/calendar.js";
import { formatDay } from "../time/day.js";
import type { AvailableReason, NoTimeReason, NoValueReason, Reason, ZeroRateReason } from "./answer.js";
import { countOf } from "./count.js";
import type { Volumes } from "./volumes.js";
import { windowOf } from "./windows.js";
import type { WorkWindow } from "./work-window.js";

/** Everything that keeps so many wins from being reached; empty when nothing does. */
export function reasonsFor(model: PlanModel, volumes: Volumes): readonly Reason[] {
  return [
    ...zeroRates(model, volumes),
    ...shortLists(model, volumes),
    ...withoutTime(model, volumes, windowOf(model)),
  ];
}

/** The reason when a win adds nothing to a metric that must grow. */
export function noValue({ plan, bridge }: PlanModel): NoValueReason {
  const short = amountToWin(bridge);
  const what = isZero(bridge.worth)
    ? "a win adds nothing to it"
    : "every new customer is lost again within the period";
  const path = isZero(bridge.worth) ? ["deal"] : ["churn", "newCustomers"];
  const text = `${plan.goal.metric} must grow by ${showRatio(short)}, and ${what}, so no number of wins is enough.`;
  return { code: "no-value", path, text, short: toExact(short) };
}

function zeroRates({ flow }: PlanModel, { blocked }: Volumes): ZeroRateReason[] {
  return blocked.flatMap((index) => {
    const stage = flow[index];
    if (stage === undefined) return [];
    const text = `No unit ever goes on from "${stage.name}", because its rate is 0%; no number of entries is enough.`;
    return [{ code: "zero-rate", path: [...stage.path, "rate"], text, stage: stage.name }];
  });
}

function shortLists({ flow }: PlanModel, { whole }: Volumes): AvailableReason[] {
  return flow.flatMap(({ written, name, path }, index) => {
    const needed: Whole = whole[index] ?? 0;
    if (written.available === undefined) return [];
    const available = quantityOf(written.available);
    const need: Ratio = { num: needed, den: 1 };
    if (compare(need, available) <= 0) return [];
    const short = subtract(need, available);
    const text = `"${name}" needs ${showCount(needed)} units, and only ${showRatio(available)} are available: ${showRatio(short)} short.`;
    const figures = { needed: countOf(needed, path), available: toExact(available), short: toExact(short) };
    return [{ code: "available", path: [...path, "available"], text, stage: name, ...figures }];
  });
}

/** There is work to do, and no working day on which it would count. */
function withoutTime(model: PlanModel, { effort }: Volumes, { chanceSum }: WorkWindow): NoTimeReason[] {
  if (!isZero(chanceSum) || effort.every(isZero)) return [];
  const stage = model.flow.find((_, index) => !isZero(effort[index] ?? { num: 0, den: 1 }))?.name ?? "";
  const lastDay = lastPossibleDay(model);
  const late =
    lastDay === null
      ? "the period has no working day"
      : `the last day on which work could start was ${lastDay}`;
  const path = lastDay === null ? ["goal", "period"] : ["workFrom"];
  return [{ code: "no-time", path, text: `There is no time left for "${stage}": ${late}.`, stage, lastDay }];
}

function lastPossibleDay({ period, calendar }: PlanModel): string | null {
  const last = period.kind === "dated" ? workingDays(calendar, period.first, period.last).at(-1) : undefined;
  return last === undefined ? null : formatDay(last);
}
