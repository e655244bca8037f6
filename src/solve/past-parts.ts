import type { AssumptionData } from "../words/assumptions.js";
import type { PlanModel } from "../model/model.js";
import { parseWrittenDay, parseDays } from "../plan/dates.js";
import { workingDays } from "../calendar/working-days.js";
import { formatDay } from "../calendar/day.js";

/** Absences and dated work that were over before the first day of work: they stay in the plan and change nothing. */
export function pastParts(model: PlanModel): readonly AssumptionData[] {
  const { period, workFrom } = model;
  if (period.kind === "undated") return [];
  const from = workFrom ?? period.first;
  return [...pastTimeOff(model, from), ...pastNeeds(model, from)];
}

function pastTimeOff({ plan }: PlanModel, from: number): AssumptionData[] {
  return Object.entries(plan.teams ?? {}).flatMap(([team, { people }]) =>
    (people ?? []).flatMap(({ name, absences }, person) =>
      (absences ?? []).flatMap((off, index): AssumptionData[] => {
        const { last } = parseDays(off);
        if (last >= from) return [];
        const path = ["teams", team, "people", person, "absences", index];
        return [{ code: "absence-over", person: name, until: formatDay(last), kind: "part-unused", path }];
      }),
    ),
  );
}

function pastNeeds({ plan, calendar }: PlanModel, from: number): AssumptionData[] {
  return (plan.tasks ?? []).flatMap(({ name, due: by }, index): AssumptionData[] => {
    if (workingDays(calendar, from, parseWrittenDay(by)).length > 0) return [];
    return [{ code: "task-over", task: name, due: by, kind: "part-unused", path: ["tasks", index] }];
  });
}
