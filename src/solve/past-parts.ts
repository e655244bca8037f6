import type { CompiledPlan } from "../model/compile.js";
import type { AssumptionData } from "../words/assumptions.js";
import { workingDays } from "../calendar/working-days.js";
import { formatDay, type Day } from "../calendar/day.js";

/** Absences and dated work that were over before the first day of work: they stay in the plan and change nothing. */
export function findPastParts(compiled: CompiledPlan): readonly AssumptionData[] {
  const { period, workFrom } = compiled;
  if (period.kind === "undated") return [];
  const from = workFrom ?? period.first;
  return [...pastAbsences(compiled, from), ...pastTasks(compiled, from)];
}

function pastAbsences({ teams }: CompiledPlan, from: Day): AssumptionData[] {
  return [...teams.values()].flatMap(({ name: team, people }) =>
    people.flatMap(({ name, absences }, person) =>
      absences.flatMap(({ last }, index): AssumptionData[] => {
        if (last >= from) return [];
        const path = ["teams", team, "people", person, "absences", index];
        return [{ code: "absence-over", person: name, until: formatDay(last), kind: "part-unused", path }];
      }),
    ),
  );
}

function pastTasks({ tasks, calendar }: CompiledPlan, from: Day): AssumptionData[] {
  return tasks.flatMap(({ name, due, dueText, path }): AssumptionData[] => {
    if (workingDays(calendar, from, due).length > 0) return [];
    return [{ code: "task-over", task: name, due: dueText, kind: "part-unused", path }];
  });
}
