import { workingDaysIn } from "./calendar.js";
import type { WorkingDay } from "./calendar.js";
import { dateText, dayOf, readPeriod } from "./dates.js";
import type { Day, Range } from "./dates.js";
import type { PlainPlan, PlainSource, PlainStage } from "./plain-plan.js";
import { sum, whole, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { spanCount, spansOf } from "./running-base.js";
import { scheduleOf } from "./schedule.js";
import { readNumber } from "./written.js";

/** Whether the goal is what the period's wins pay within it. */
export function isEarned({ goal }: PlainPlan): boolean {
  return goal.metric === "revenue-earned";
}

/** For how many months a win of a day has paid by the end of another one. */
export function monthsPaid({ goal, deal = {} }: PlainPlan, won: Day, through: Day): Rational {
  if (through < won) return ZERO;
  const months = goal.by === "day" ? monthsByDay(won, through) : whole(calendarMonths(won, through));
  if (deal.contractMonths === undefined) return months;
  const most = readNumber(deal.contractMonths);
  return months.compare(most) > 0 ? most : months;
}

function monthsByDay(start: Day, end: Day): Rational {
  return spanCount(spansOf("month", { start, end }));
}

/** From the month of one day to that of another, both counted. */
function calendarMonths(first: Day, last: Day): number {
  const [from, to] = [dateText(first), dateText(last)].map((text) => text.split("-").map(Number));
  const [years, months] = [0, 1].map((part) => (to?.[part] ?? 0) - (from?.[part] ?? 0));
  return (years ?? 0) * 12 + (months ?? 0) + 1;
}

/** For how many months a win of a day pays within the period; 0 for one of another period. */
export function monthsInPeriod(plan: PlainPlan, won: Day): Rational {
  const { start, end } = periodOf(plan);
  return won < start || won > end ? ZERO : monthsPaid(plan, won, end);
}

/** The months of an average win, where wins come level over days. */
export function meanMonths(plan: PlainPlan, days: readonly WorkingDay[]): Rational {
  const weights = sum(days.map(({ weight }) => weight));
  if (weights.isZero()) return monthsInPeriod(plan, periodOf(plan).end);
  return sum(days.map(({ on, weight }) => weight.times(monthsInPeriod(plan, on)))).over(weights);
}

/** The months of an average win of a plan without lags and open work. */
export function levelMonths(plan: PlainPlan): Rational {
  return meanMonths(plan, scheduleOf(plan).days);
}

/** The least total, from a first one on, whose days pay as much as the same number of level ones. */
export function enoughMonths(
  needed: Rational,
  first: bigint,
  daysOf: (total: bigint) => readonly { readonly count: bigint; readonly months: Rational }[],
): bigint {
  for (let total = first; ; total++) {
    const paid = sum(daysOf(total).map(({ count, months }) => months.times(whole(count))));
    if (paid.compare(needed) >= 0) return total;
  }
}

/** Names of the stages whose numbers a channel fixes: they do not follow the goal. */
export function fixedStages(funnel: readonly PlainStage[], isFixed = false): readonly string[] {
  return funnel.flatMap(({ stage, sources = [] }) => [
    ...(isFixed ? [stage] : []),
    ...sources.flatMap((source) => fixedStages(stagesOf(source), isFixed || source.units !== undefined)),
  ]);
}

/** From outside come units of the channel's own name. */
function stagesOf({ channel, funnel }: PlainSource): readonly PlainStage[] {
  return funnel.length === 0 ? [{ stage: channel, rate: 1 }] : funnel;
}

/** Names of the stages at which work starts. */
export function sourceStages(funnel: readonly PlainStage[]): readonly string[] {
  return funnel.flatMap(({ stage, sources }, index) => [
    ...(index === 0 && sources === undefined ? [stage] : []),
    ...(sources ?? []).flatMap((source) => sourceStages(stagesOf(source))),
  ]);
}

/** The working days of the period on which work can be done, by their usual weights. */
export function daysOfWins(plan: PlainPlan): WorkingDay[] {
  const { start, end } = periodOf(plan);
  const from = plan.workFrom === undefined ? start : dayOf(plan.workFrom);
  return workingDaysIn(plan.calendar ?? {}, { start: Math.max(start, from), end });
}

function periodOf({ goal }: PlainPlan): Range {
  const period = readPeriod(goal.period);
  if (period === null) throw new RangeError("revenue-earned requires a dated period; got an undated one");
  return period;
}
