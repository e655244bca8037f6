import type { DayRange } from "../time/range.js";
import { duplicates } from "./duplicates.js";
import { issueAt, MOST_ISSUES, type Issue, type Path } from "./issue.js";
import { suggestion } from "./nearest.js";
import type { PlanInput, TeamInput } from "./plan.js";
import { daysOfWork, personRules } from "./rules-person.js";
import type { PlacedStage } from "./stages.js";

/** What teams must say: one kind of size, each person once, owners that are teams, limits for known activities. */
export function peopleRules(plan: PlanInput, stages: readonly PlacedStage[]): Issue[] {
  const { teams } = plan;
  if (teams === undefined) return [];
  const activities = new Set(activityNames(plan, stages));
  const days = daysOfWork(plan);
  return [
    ...ownerRules(plan, stages, Object.keys(teams)),
    ...personNames(teams),
    ...Object.entries(teams).flatMap(([name, team]) => teamRules(team, ["teams", name], activities, days)),
  ];
}

function personNames(teams: Readonly<Record<string, TeamInput>>): Issue[] {
  return duplicates(
    Object.entries(teams).flatMap(([team, { people }]) =>
      (people ?? []).map((person, index) => [person.name, ["teams", team, "people", index, "name"]] as const),
    ),
  );
}

function ownerRules(plan: PlanInput, stages: readonly PlacedStage[], teams: readonly string[]): Issue[] {
  const known = new Set(teams);
  const wrong = owners(plan, stages).filter(([owner]) => owner !== undefined && !known.has(owner));
  return wrong.slice(0, MOST_ISSUES).map(([owner, path]) =>
    issueAt(path, owner, {
      code: "owner.unknown",
      expected: "one of the teams",
      advice:
        teams.length === 0 ? "write the team under teams, or leave teams out" : suggestion(owner, teams),
    }),
  );
}

type Owner = readonly [string | undefined, Path];

function owners(plan: PlanInput, stages: readonly PlacedStage[]): Owner[] {
  const listed = (list: readonly { readonly owner?: string | undefined }[] | undefined, at: Path): Owner[] =>
    (list ?? []).map(({ owner }, index) => [owner, [...at, index, "owner"]]);
  return [
    ...stages.flatMap(({ stage, path }): Owner[] => [
      [stage.owner, [...path, "owner"]],
      ...listed(stage.activities, [...path, "activities"]),
    ]),
    [plan.deal?.owner, ["deal", "owner"]],
    ...listed(plan.deal?.activities, ["deal", "activities"]),
    [plan.churn?.owner, ["churn", "owner"]],
    ...listed(plan.habits, ["habits"]),
    ...listed(plan.needs, ["needs"]),
  ];
}

/** The names of all activities; a stage without activities is its own. */
function activityNames(plan: PlanInput, placed: readonly PlacedStage[]): string[] {
  const stages = placed.flatMap(({ stage }) =>
    stage.activities === undefined || stage.activities.length === 0
      ? [stage.stage]
      : stage.activities.map(({ name }) => name),
  );
  return [...stages, ...(plan.deal?.activities ?? []).map(({ name }) => name)];
}

function teamRules(team: TeamInput, path: Path, activities: ReadonlySet<string>, days?: DayRange): Issue[] {
  const people = team.people ?? [];
  return [
    ...sizeRule(team, path),
    ...limitRules(team, path, activities),
    ...people.flatMap((person, index) => personRules(person, [...path, "people", index], days)),
  ];
}

function sizeRule({ size, people }: TeamInput, path: Path): Issue[] {
  if (people?.length === 0) {
    const problem = {
      code: "list.empty",
      expected: "at least one person",
      advice: "write people: [{ name: Ana }]",
    };
    return [issueAt([...path, "people"], people, problem)];
  }
  if ((size === undefined) !== (people === undefined)) return [];
  const both = size !== undefined;
  const advice = both ? "keep one of them" : "write size: 3, or people: [{ name: Ana }]";
  return [
    issueAt(path, both ? "size and people" : undefined, {
      code: "team.size",
      expected: "a team with either size or people",
      advice,
    }),
  ];
}

function limitRules({ maxPerDay }: TeamInput, path: Path, activities: ReadonlySet<string>): Issue[] {
  const unknown = Object.keys(maxPerDay ?? {}).filter((name) => !activities.has(name));
  if (unknown.length === 0) return [];
  const names = [...activities];
  const problem = {
    code: "activity.unknown",
    expected: "an activity of this plan, or a stage that is its own",
  };
  return unknown
    .slice(0, MOST_ISSUES)
    .map((name) =>
      issueAt([...path, "maxPerDay", name], name, { ...problem, advice: suggestion(name, names) }),
    );
}
