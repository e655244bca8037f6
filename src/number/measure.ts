import type { Ratio } from "./ratio.js";

declare const measure: unique symbol;

/**
 * A number that measures one thing. A plain number may become any measure, as arithmetic makes it, but one measure never
 * becomes another: a day is no count and no place in a list, a rate is no money. A name for the compiler, nothing else. (A list is asked with `at`: indexed by
 * a measure, it would hide from the compiler that there may be nothing.)
 */
export type Measure<Value, Name extends string> = Value & { readonly [measure]?: Name };

/** A share of a whole: 2/5 of all that enter a stage. */
export type Rate = Measure<Ratio, "rate">;

/** An amount in the plan's currency. */
export type Money = Measure<Ratio, "money">;

/** An exact number of units, such as the 200/3 meetings that 10 wins need. */
export type Units = Measure<Ratio, "units">;

/** A whole number of units, days or weeks. */
export type Count = Measure<number, "count">;

/** Where something stands in a list, from 0 on: a stage of the funnel, a day of an axis by its distance from the first. */
export type Position = Measure<number, "position">;
