import { issueAt, type Issue, type Path } from "../plan/issue.js";
import type { PlanInput, TeamInput } from "../plan/plan.js";
import { PlanError } from "../plan/plan-error.js";

/** Refuses, by name, the parts of a plan whose mathematics is not there yet: an answer never leaves one out silently. */
export function refuseUnhonoured(plan: PlanInput): void {
  const issues = unhonoured(plan)
    .filter(([, value]) => value !== undefined)
    .map(([path, value]) => refusal(path, value));
  if (issues.length > 0) throw new PlanError(issues);
}

type Part = readonly [Path, unknown];

function unhonoured(plan: PlanInput): Part[] {
  return [
    [["goal", "chance"], plan.goal.chance],
    [["habits"], plan.habits],
    [["needs"], plan.needs],
    ...Object.entries(plan.teams ?? {}).flatMap(([name, team]) => teamParts(["teams", name], team)),
  ];
}

function teamParts(path: Path, team: TeamInput): Part[] {
  const limits = (["minutesPerDay", "busyMinutesPerDay", "maxPerDay"] as const).map((key): Part => [
    [...path, key],
    team[key],
  ]);
  const people = (team.people ?? []).flatMap((person, index) =>
    (["starts", "leaves", "ramp", "timeOff", "fullTime"] as const).map((key): Part => [
      [...path, "people", index, key],
      person[key],
    ]),
  );
  return [...limits, ...people];
}

function refusal(path: Path, value: unknown): Issue {
  const advice = "leave it out for now; the plan is valid, but this part would be ignored";
  return issueAt(path, value, {
    code: "part.not-yet",
    expected: "a part that is honoured (this one is not yet)",
    advice,
  });
}
