import { monthOf, type Day } from "../../calendar/day.js";
import { dayPart, workingDays } from "../../calendar/working-days.js";
import { spreadOfMonths } from "../../chance/spread-rule.js";
import type { CompiledPlan } from "../../model/compile.js";
import { dayWeights } from "../../model/windows.js";
import { at } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { parseSpread } from "../../plan/spread.js";

/**
 * How far does what is still to come by a day spread?
 *
 * A spread of the whole period is that of its rest too. One of each month is less the more months lie ahead.
 *
 * @returns the standard deviation of the factor on all chances; 0 where the plan names no spread
 */
export function spreadAhead(compiled: CompiledPlan, from: Day, last: Day): number {
  const written = compiled.plan.spread;
  if (written === undefined) return 0;
  const { size, monthly } = parseSpread(written);
  return monthly
    ? spreadOfMonths(nearestNumber(size), monthsAhead(compiled, from, last))
    : nearestNumber(size);
}

/** What each month ahead is expected to bring, in weights: its days of work, by the season; then plain working days. */
function monthsAhead({ winWindow, calendar }: CompiledPlan, from: Day, last: Day): readonly number[] {
  const weights = dayWeights(winWindow);
  const planned = winWindow.days.map((day, index) => ({ day, weight: Number(at(weights, index)) }));
  const inside = planned.filter(({ day }) => day >= from && day <= last);
  const days =
    inside.length > 0
      ? inside
      : workingDays(calendar, from, last).map((day) => ({ day, weight: dayPart(calendar.shares, day) }));
  const months: number[] = [];
  let current = -1;
  for (const { day, weight } of days) {
    const month = monthOf(day);
    if (month !== current) months.push(0);
    current = month;
    months[months.length - 1] = at(months, months.length - 1) + weight;
  }
  return months.length === 0 ? [1] : months;
}
