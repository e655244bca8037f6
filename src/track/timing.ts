import { addWorkingDays, type WorkingCalendar } from "../calendar/working-days.js";
import type { LagTable } from "../lag/lag-table.js";
import type { Counted, CompiledSnapshot } from "../model/compile-snapshot.js";
import type { CompiledStage, DatedPlan } from "../model/compile.js";
import { add, divide, equal, isZero, multiply, ONE, ratio, ZERO, type Ratio } from "../number/ratio.js";
import { sumWhole } from "../number/whole.js";

/** The share of units that entered on a day which should have gone on by the end of another, of those that ever do. */
export function shareGoneBy(lag: LagTable, entered: number, asOf: number, calendar: WorkingCalendar): Ratio {
  if (entered > asOf) return ZERO;
  if (lag.kind !== "calendar") return ratio(addWorkingDays(calendar, entered, lag.days) <= asOf ? 1 : 0);
  const passed = Math.max(0, asOf - entered - lag.first + 1);
  return ratio(sumWhole(lag.weights.slice(0, passed)), lag.scale);
}

/** The share of all counted units that should have gone on by now; undefined where their days are not known. */
export function shareGone(
  { rows, total }: Counted,
  lag: LagTable,
  asOf: number,
  calendar: WorkingCalendar,
): Ratio | undefined {
  if (rows === null || isZero(total)) return undefined;
  const gone = rows.reduce(
    (sum, { day, count }) => add(sum, multiply(count, shareGoneBy(lag, day, asOf, calendar))),
    ZERO,
  );
  return divide(gone, total);
}

/**
 * Is it certain how many of the units that entered a stage should have gone on by now, were the rate right?
 *
 * Where their days are counted, or where all go on at once. Otherwise work that began late and a rate that is too low look
 * alike: of units that all came today none can be expected to have gone on yet, so no number of them is too few.
 */
export function areDaysKnown(
  { calendar, period, workFrom }: DatedPlan,
  { asOf, entered }: CompiledSnapshot,
  { name, lag, next }: CompiledStage,
): boolean {
  if ((entered.get(name)?.rows ?? null) !== null) return true;
  // A win before the period's first day is not one of the period's, so the days matter there as well.
  const isOnlyOfPeriod = next >= 0 || workFrom === undefined || workFrom >= period.first;
  return isOnlyOfPeriod && equal(shareGoneBy(lag, asOf, asOf, calendar), ONE);
}
