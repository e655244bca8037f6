/** Measures that must not be taken for one another: see README.md in this folder. */
import { addMonths, formatDay, type Day } from "../../src/calendar/day.js";
import type { DateRange } from "../../src/calendar/date-range.js";
import { addWorkingDays, type WorkingCalendar } from "../../src/calendar/working-days.js";
import type { CompiledDeal } from "../../src/model/deal.js";
import { unitsBrought, type FlowStage } from "../../src/model/flow.js";
import { at } from "../../src/number/invariant.js";
import type { Count, Money, Position, Rate, Units } from "../../src/number/measure.js";
import { add, multiply, ratio, type Ratio } from "../../src/number/ratio.js";

declare const day: Day;
declare const count: Count;
declare const position: Position;
declare const rate: Rate;
declare const money: Money;
declare const units: Units;
declare const calendar: WorkingCalendar;
declare const stage: FlowStage;
declare const deal: CompiledDeal;

// What arithmetic makes is plain, and may become any measure.
(day + 7) satisfies Day;
(day - 20_454) satisfies Count;
multiply(units, rate) satisfies Units;
multiply(units, rate) satisfies Money;
ratio(2, 5) satisfies Rate;
add(money, money) satisfies Ratio;
// @ts-expect-error: a share is an exact ratio, not a number
0.4 satisfies Rate;

formatDay(day);
// @ts-expect-error: a number of days is not a day
formatDay(count);
// @ts-expect-error: a place on an axis is not a day
formatDay(position);
addWorkingDays(calendar, day, count);
// @ts-expect-error: the day comes first, then how many
addWorkingDays(calendar, count, day);
// @ts-expect-error: months are counted
addMonths(day, day);
({ first: day, last: day + 6 }) satisfies DateRange;
// @ts-expect-error: a range lasts to a day, not for a number of days
({ first: day, last: count }) satisfies DateRange;

at(["a"], position);
at(["a"], day - 20_454);
// @ts-expect-error: a list along an axis begins at its first day: subtract it
at(["a"], day);
// @ts-expect-error: a count is one more than the last place
at(["a"], count);

unitsBrought(stage, rate);
// @ts-expect-error: units are brought at a share, not at an amount of units
unitsBrought(stage, units);
// @ts-expect-error: a rate is not money
deal.value satisfies Rate | undefined;
// @ts-expect-error: a margin is a share of money, not money
deal.margin satisfies Money;
// @ts-expect-error: units are not wins per unit
stage.brought satisfies Rate | null;
// @ts-expect-error: a stage's place is not a count
stage.next satisfies Count;
