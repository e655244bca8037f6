import { formatDay } from "../time/day.js";
import type { DayRange } from "../time/range.js";
import { dayOf, daysOf } from "./dates.js";
import { issueAt, type Issue, type Path } from "./issue.js";
import { periodOf } from "./period.js";
import type { PlanInput, TeamInput } from "./plan.js";

type PersonInput = NonNullable<TeamInput["people"]>[number];

/** The days on which work of a plan can be done, from workFrom or the period's start on; undefined without dates. */
export function daysOfWork({ goal, workFrom }: PlanInput): DayRange | undefined {
  const period = periodOf(goal.period);
  if (period.kind === "undated") return undefined;
  const from = workFrom === undefined ? period.first : dayOf(workFrom);
  return { first: Math.min(from, period.first), last: period.last };
}

/** What one person must say: leaving after starting, and time off on days that the plan knows. */
export function personRules(person: PersonInput, path: Path, days: DayRange | undefined): Issue[] {
  return [...leavingRule(person, path), ...(days === undefined ? [] : timeOffRules(person, path, days))];
}

function leavingRule({ starts, leaves }: PersonInput, path: Path): Issue[] {
  if (starts === undefined || leaves === undefined || dayOf(starts) <= dayOf(leaves)) return [];
  const problem = {
    code: "person.leaves",
    expected: `a last day on or after ${starts}`,
    advice: "swap starts and leaves, or mend one",
  };
  return [issueAt([...path, "leaves"], leaves, problem)];
}

function timeOffRules({ timeOff }: PersonInput, path: Path, days: DayRange): Issue[] {
  const problem = {
    code: "person.timeOff",
    expected: `days between ${formatDay(days.first)} and ${formatDay(days.last)}`,
    advice: "leave it out, the plan ends before or begins after it",
  };
  return (timeOff ?? []).flatMap((off, index) => {
    const { first, last } = daysOf(off);
    const outside = last < days.first || first > days.last;
    return outside ? [issueAt([...path, "timeOff", index], off, problem)] : [];
  });
}
