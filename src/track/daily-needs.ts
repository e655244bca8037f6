import { paidBridge } from "../model/bridge.js";
import type { Forecast } from "../forecast/answer.js";
import type { DatedPlan } from "../model/compile.js";
import { parseExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import {
  add,
  compare,
  divide,
  isPositive,
  isZero,
  larger,
  multiply,
  ONE,
  type Ratio,
  subtract,
  ZERO,
} from "../number/ratio.js";
import type { StagePace } from "./stage-pace.js";
import type { Thresholds } from "./status.js";

/** What a source of work must bring on each working day that is left. */
interface Need {
  readonly stage: string;
  /** Null where no amount of work is enough. */
  readonly perDay: Ratio | null;
  readonly plannedPerDay: Ratio;
}

/**
 * What does the goal take from now on, a working day?
 *
 * The rest of the plan's work brings some wins; where they leave the goal short, the work is needed that many times over.
 *
 * @param end what the period ends at if the rest is done as planned, and what the wins so far come to
 */
export function dailyNeeds(
  compiled: DatedPlan,
  paces: readonly StagePace[],
  forecast: Forecast,
  { end, soFar }: { readonly end: Ratio; readonly soFar: Ratio },
): readonly Need[] {
  const short = larger(ZERO, subtract(compiled.bridge.goal, end));
  const ofWork = broughtByWork(compiled, forecast, soFar);
  const times = isPositive(ofWork) ? add(ONE, divide(short, ofWork)) : isPositive(short) ? null : ONE;
  return paces.flatMap(({ stage, total, level, daysLeft, days }): Need[] => {
    if (!stage.isWork || isZero(days)) return [];
    const rest = isZero(daysLeft) ? ZERO : divide(subtract(total, level), daysLeft);
    const perDay = times === null ? null : multiply(rest, times);
    return [{ stage: stage.name, perDay, plannedPerDay: divide(total, days) }];
  });
}

/** What the rest of the work brings; of what is earned within the period, what neither the wins so far nor open work pay. */
function broughtByWork(
  { bridge, earning }: DatedPlan,
  { atEnd, pipelineHealth }: Forecast,
  soFar: Ratio,
): Ratio {
  const read = (amount: string) => must(parseExact(amount), "a number of the forecast");
  if (earning !== undefined)
    return subtract(subtract(read(atEnd.amount), soFar), read(pipelineHealth.inTime.amount));
  return multiply(read(atEnd.from.pace), multiply(paidBridge(bridge).worth, bridge.keep));
}

/** Whether that many a day are within the limit beside the plan's own number. */
export function isPossible({ perDay, plannedPerDay }: Need, { outOfReach }: Thresholds): boolean {
  return perDay !== null && compare(perDay, multiply(outOfReach, plannedPerDay)) <= 0;
}
