import type { Assumption } from "../model/assumption.js";
import type { CompiledPlan } from "../model/compile.js";
import { workingDays } from "../calendar/working-days.js";
import { formatDay } from "../calendar/day.js";

/** Absences and dated work that were over before the first day of work: they stay in the plan and change nothing. */
export function findPastParts(compiled: CompiledPlan): readonly Assumption[] {
  const { period, workFrom } = compiled;
  if (period.kind === "undated") return [];
  const from = workFrom ?? period.first;
  return [...pastAbsences(compiled, from), ...pastTasks(compiled, from)];
}

function pastAbsences({ teams }: CompiledPlan, from: number): Assumption[] {
  return [...teams.values()].flatMap(({ name: team, people }) =>
    people.flatMap(({ name, absences }, person) =>
      absences.flatMap(({ last }, index): Assumption[] => {
        if (last >= from) return [];
        const path = ["teams", team, "people", person, "absences", index];
        const text = `Time off of "${name}" up to ${formatDay(last)} is over when work begins, so it changes nothing.`;
        return [{ kind: "part-unused", path, text }];
      }),
    ),
  );
}

function pastTasks({ tasks, calendar }: CompiledPlan, from: number): Assumption[] {
  return tasks.flatMap(({ name, due, dueText, path }): Assumption[] => {
    if (workingDays(calendar, from, due).length > 0) return [];
    const text = `"${name}" was to be done by ${dueText}, before any day of work that is left, so it takes none of their minutes.`;
    return [{ kind: "part-unused", path, text }];
  });
}
