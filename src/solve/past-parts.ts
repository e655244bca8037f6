import type { Assumption } from "../model/assumption.js";
import type { PlanModel } from "../model/model.js";
import { parseWrittenDay, parseDays } from "../plan/dates.js";
import { workingDays } from "../calendar/working-days.js";
import { formatDay } from "../calendar/day.js";

/** Absences and dated work that were over before the first day of work: they stay in the plan and change nothing. */
export function pastParts(model: PlanModel): readonly Assumption[] {
  const { period, workFrom } = model;
  if (period.kind === "undated") return [];
  const from = workFrom ?? period.first;
  return [...pastTimeOff(model, from), ...pastNeeds(model, from)];
}

function pastTimeOff({ plan }: PlanModel, from: number): Assumption[] {
  return Object.entries(plan.teams ?? {}).flatMap(([team, { people }]) =>
    (people ?? []).flatMap(({ name, absences }, person) =>
      (absences ?? []).flatMap((off, index): Assumption[] => {
        const { last } = parseDays(off);
        if (last >= from) return [];
        const path = ["teams", team, "people", person, "absences", index];
        const text = `Time off of "${name}" up to ${formatDay(last)} is over when work begins, so it changes nothing.`;
        return [{ kind: "part-unused", path, text }];
      }),
    ),
  );
}

function pastNeeds({ plan, calendar }: PlanModel, from: number): Assumption[] {
  return (plan.tasks ?? []).flatMap(({ name, due: by }, index): Assumption[] => {
    if (workingDays(calendar, from, parseWrittenDay(by)).length > 0) return [];
    const text = `"${name}" was to be done by ${by}, before any day of work that is left, so it takes none of their minutes.`;
    return [{ kind: "part-unused", path: ["tasks", index], text }];
  });
}
