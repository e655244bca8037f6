import { showRatio } from "../../model/display.js";
import { plainFormat } from "../../format/format.js";
import type { Ratio } from "../../number/ratio.js";
import { parseWrittenDay } from "../../plan/dates.js";
import type { PlanInput } from "../../plan/plan.js";
import { parseQuantity, type Quantity } from "../../schema/quantity.js";
import { parseRate } from "../../plan/rate.js";

/** A habit of the plan. */
export type Habit = NonNullable<PlanInput["habits"]>[number];

/** What a habit asks for on a day, in words: "at least 20 a day", "95% within 4 hours". */
export function habitWords(habit: Habit, day: number): string {
  if (habit.share !== undefined)
    return `${plainFormat.writtenRate(parseRate(habit.share))} within ${habit.within ?? "the limit"}`;
  const count = countOn(habit, day);
  const asked = count === undefined ? "nothing yet" : showRatio(count);
  return `${habit.atMost === undefined ? "at least" : "at most"} ${asked} a ${habit.per ?? "week"}`;
}

/** What is asked for on a day: the latest count that has begun; undefined before the first. */
export function countOn(habit: Habit, day: number): Ratio | undefined {
  const counts = habit.atLeast ?? habit.atMost;
  if (counts === undefined) return undefined;
  if (!Array.isArray(counts)) return parseQuantity(counts as Quantity);
  const rows = counts as readonly { readonly from: string; readonly count: Quantity }[];
  const begun = rows.filter(({ from }) => parseWrittenDay(from) <= day).at(-1);
  return begun === undefined ? undefined : parseQuantity(begun.count);
}
