import { isList } from "../schema/fields.js";
import type { Day } from "../calendar/day.js";
import { must } from "../number/invariant.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { Within } from "../plan/habits.js";
import type { PlanParts } from "../plan/plan.js";
import { parseRate } from "../plan/rate.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Path } from "../schema/issue.js";
import type { Ratio } from "../number/ratio.js";

type HabitInput = NonNullable<PlanParts["habits"]>[number];

/** How often a habit is asked for, from a day on. */
export interface HabitCount {
  /** −Infinity for a count that always holds. */
  readonly from: Day;
  readonly count: Ratio;
}

/** What a habit asks for: so often in each span, or that a share of cases is within a limit. */
export type HabitAim =
  | {
      readonly sense: "at least" | "at most";
      readonly per: "day" | "week" | "month";
      /** In the order of days. */
      readonly counts: readonly HabitCount[];
    }
  | {
      readonly sense: "share";
      readonly share: Ratio;
      /** The limit, as it is written. */
      readonly within: Within;
    };

/** A process goal beside the funnel. */
export interface CompiledHabit {
  readonly name: string;
  readonly path: Path;
  readonly owner: string | undefined;
  /** Minutes of work each time; undefined where the plan does not say. */
  readonly minutes: Ratio | undefined;
  /** What it is for: `goal`, or the name of a stage; null where the plan does not say. */
  readonly serves: string | null;
  /** Why it is kept, as the plan says it; undefined where it does not. */
  readonly why: string | undefined;
  readonly aim: HabitAim;
}

/** Reads the habits of a validated plan. */
export function compileHabits(habits: PlanParts["habits"] = []): readonly CompiledHabit[] {
  return habits.map((habit, index) => ({
    name: habit.name,
    path: ["habits", index],
    owner: habit.owner,
    minutes: habit.minutes === undefined ? undefined : parseQuantity(habit.minutes),
    serves: habit.serves ?? null,
    why: habit.why,
    aim: aimOf(habit),
  }));
}

function aimOf({ atLeast, atMost, per, share, within }: HabitInput): HabitAim {
  if (share !== undefined)
    return { sense: "share", share: parseRate(share), within: must(within, "the limit of a habit") };
  const counts = must(atLeast ?? atMost, "how often a habit is asked for");
  return {
    sense: atMost === undefined ? "at least" : "at most",
    per: must(per, "the span of a habit"),
    counts: countsByDay(counts),
  };
}

function countsByDay(counts: NonNullable<HabitInput["atLeast"]>): readonly HabitCount[] {
  if (!isList(counts)) return [{ from: -Infinity, count: parseQuantity(counts) }];
  return counts.map(({ from, count }) => ({ from: parseWrittenDay(from), count: parseQuantity(count) }));
}

/** What is asked for on a day: the latest count that has begun; undefined before the first. */
export function habitCountOn(counts: readonly HabitCount[], day: Day): Ratio | undefined {
  return counts.filter(({ from }) => from <= day).at(-1)?.count;
}
