import { formatDay } from "../../calendar/day.js";
import { parseWrittenDay, parseDays } from "../dates.js";
import { issueAt, type Issue, type Path, type Problem } from "../../schema/issue.js";
import { planPeriod } from "../plan-period.js";
import type { GoalPlan, TeamInput } from "../plan.js";

type PersonInput = NonNullable<TeamInput["people"]>[number];

/** The last day on which work of a plan can be done; undefined without dates. */
export function lastDayOfWork(plan: GoalPlan): number | undefined {
  const period = planPeriod(plan);
  return period.kind === "undated" ? undefined : period.last;
}

/** What one person must say: leaving after starting, and no time off that only begins when the plan is over. */
export function personRules(person: PersonInput, path: Path, lastDay: number | undefined): Issue[] {
  return [
    ...leavingRule(person, path),
    ...(lastDay === undefined ? [] : timeOffRules(person, path, lastDay)),
  ];
}

function leavingRule({ starts, leaves }: PersonInput, path: Path): Issue[] {
  if (starts === undefined || leaves === undefined || parseWrittenDay(starts) <= parseWrittenDay(leaves))
    return [];
  const problem: Problem = {
    code: "person.leaves",
    expected: `a last day on or after ${starts}`,
    advice: "swap starts and leaves, or correct one",
  };
  return [issueAt([...path, "leaves"], leaves, problem)];
}

/** Time off that is over stays in the plan and changes nothing: a plan must not break because time goes on. */
function timeOffRules({ absences }: PersonInput, path: Path, lastDay: number): Issue[] {
  const problem: Problem = {
    code: "person.absences",
    expected: `days up to ${formatDay(lastDay)}`,
    advice: "leave it out, the plan ends before it",
  };
  return (absences ?? []).flatMap((off, index) =>
    parseDays(off).first > lastDay ? [issueAt([...path, "absences", index], off, problem)] : [],
  );
}
