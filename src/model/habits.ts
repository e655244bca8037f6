import { parseWrittenDay } from "../plan/dates.js";
import type { PlanInput } from "../plan/plan.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import type { Path } from "../schema/issue.js";
import type { Ratio } from "../number/ratio.js";

type HabitInput = NonNullable<PlanInput["habits"]>[number];

/** How often a habit is asked for, from a day on. */
interface HabitCount {
  /** −Infinity for a count that always holds. */
  readonly from: number;
  readonly count: Ratio;
}

/** A process goal beside the funnel that takes time: so many minutes, at least so often. */
export interface CompiledHabit {
  readonly name: string;
  readonly path: Path;
  readonly owner: string | undefined;
  readonly minutes: Ratio;
  readonly per: HabitInput["per"];
  /** In the order of days. */
  readonly atLeast: readonly HabitCount[];
}

/** Reads the habits of a validated plan that take a team's time. */
export function compileHabits(habits: PlanInput["habits"]): readonly CompiledHabit[] {
  return (habits ?? []).flatMap(({ name, owner, minutes, per, atLeast }, index) => {
    if (minutes === undefined || atLeast === undefined) return [];
    const path = ["habits", index];
    return [{ name, path, owner, minutes: parseQuantity(minutes), per, atLeast: countsByDay(atLeast) }];
  });
}

function countsByDay(counts: NonNullable<HabitInput["atLeast"]>): readonly HabitCount[] {
  if (!Array.isArray(counts)) return [{ from: -Infinity, count: parseQuantity(counts as Quantity) }];
  const rows = counts as readonly { readonly from: string; readonly count: Quantity }[];
  return rows.map(({ from, count }) => ({ from: parseWrittenDay(from), count: parseQuantity(count) }));
}
