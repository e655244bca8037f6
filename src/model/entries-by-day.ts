import type { Position, Units } from "../number/measure.js";
import { at } from "../number/invariant.js";
import { leastCommonMultiple, type Whole } from "../number/whole.js";
import type { Series } from "../lag/series.js";
import { unitsEach, type Inflow } from "./inflow.js";

/**
 * How many units have entered, day by day: whole numbers over one denominator. Nothing is brought to lowest terms on the
 * way, which would cost more than everything else; lossLimits and comparisons do not ask for it.
 */
interface EntriesByDay {
  readonly den: bigint;
  /** Units whose days need not be told apart. */
  readonly always: bigint;
  /** Through each day of the axis. */
  readonly sums: readonly bigint[];
}

/** Adds up inflows day by day. */
export function countEntries(inflows: readonly Inflow[]): EntriesByDay {
  const parts = inflows.map((inflow) => (tells(inflow) ? unitsEach(inflow) : inflow.amount));
  const den = BigInt(parts.reduce<Whole>((common, part) => leastCommonMultiple(common, part.den), 1));
  let always = 0n;
  const days: bigint[] = [];
  inflows.forEach((inflow, index) => {
    const part = at(parts, index);
    const each = BigInt(part.num) * (den / BigInt(part.den));
    if (!tells(inflow)) always += each;
    // The list grows with the first inflow that reaches a day.
    else inflow.series.values.forEach((value, day) => (days[day] = (days[day] ?? 0n) + each * BigInt(value)));
  });
  let sum = 0n;
  return { den, always, sums: days.map((units) => (sum += units)) };
}

/** Units that have entered through a day of the axis; not in lowest terms. */
export function enteredThrough({ den, always, sums }: EntriesByDay, day: Position): Units {
  return { num: always + asOfDay(sums, day), den };
}

/** Units that enter after one day and through another; not in lowest terms. */
export function enteredBetween({ den, sums }: EntriesByDay, after: Position, day: Position): Units {
  return { num: asOfDay(sums, day) - asOfDay(sums, after), den };
}

/** The last sum after the axis; nothing before it, and where there is no inflow. */
function asOfDay(sums: readonly bigint[], day: Position): bigint {
  return (day < 0 ? undefined : (sums[day] ?? sums.at(-1))) ?? 0n;
}

function tells(inflow: Inflow): inflow is Inflow & { readonly series: Series } {
  return inflow.series !== undefined && inflow.whole !== 0;
}
