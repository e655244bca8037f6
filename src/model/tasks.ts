import type { Day } from "../calendar/day.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { PlanParts } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Path } from "../schema/issue.js";
import type { Ratio } from "../number/ratio.js";

/** Work that must be done by a date, perhaps only after other work. */
export interface CompiledTask {
  readonly name: string;
  readonly path: Path;
  readonly owner: string | undefined;
  readonly minutes: Ratio;
  /** The last day on which it can be done, as a day number, and as the plan writes it. */
  readonly due: Day;
  readonly dueText: string;
  /** The name of the task that must be done first. */
  readonly after: string | undefined;
}

/** Reads the tasks of a validated plan. */
export function compileTasks(tasks: PlanParts["tasks"]): readonly CompiledTask[] {
  return (tasks ?? []).map(({ name, owner, minutes, due, after }, index) => ({
    name,
    path: ["tasks", index],
    owner,
    minutes: parseQuantity(minutes),
    due: parseWrittenDay(due),
    dueText: due,
    after,
  }));
}
