import { issueAt, type Issue, type Path } from "./issue.js";
import { suggestion } from "./nearest.js";
import { duplicates } from "./duplicates.js";
import { dayOf } from "./dates.js";
import type { PlanInput, TeamInput } from "./plan.js";
import type { PlacedStage } from "./stages.js";

/** What teams must say: one kind of size, each person once, owners that are teams, limits for known activities. */
export function peopleRules(plan: PlanInput, stages: readonly PlacedStage[]): Issue[] {
  const { teams } = plan;
  if (teams === undefined) return [];
  const activities = activityNames(plan, stages);
  return [
    ...ownerRules(plan, stages, Object.keys(teams)),
    ...personNames(teams),
    ...Object.entries(teams).flatMap(([name, team]) => teamRules(team, ["teams", name], activities)),
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
  const wrong = owners(plan, stages).filter(([owner]) => owner !== undefined && !teams.includes(owner));
  return wrong.map(([owner, path]) =>
    issueAt(path, owner, {
      code: "owner.unknown",
      expected: "one of the teams",
      advice: suggestion(owner, teams),
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

function activityNames(plan: PlanInput, placed: readonly PlacedStage[]): string[] {
  const stages = placed.flatMap(({ stage }) => [
    stage.stage,
    ...(stage.activities ?? []).map(({ name }) => name),
  ]);
  return [...stages, ...(plan.deal?.activities ?? []).map(({ name }) => name)];
}

function teamRules(team: TeamInput, path: Path, activities: readonly string[]): Issue[] {
  return [...sizeRule(team, path), ...limitRules(team, path, activities), ...personRules(team, path)];
}

function sizeRule({ size, people }: TeamInput, path: Path): Issue[] {
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

function limitRules({ maxPerDay }: TeamInput, path: Path, activities: readonly string[]): Issue[] {
  const unknown = Object.keys(maxPerDay ?? {}).filter((name) => !activities.includes(name));
  const problem = { code: "activity.unknown", expected: "an activity or stage of this plan" };
  return unknown.map((name) =>
    issueAt([...path, "maxPerDay", name], name, { ...problem, advice: suggestion(name, activities) }),
  );
}

function personRules({ people }: TeamInput, path: Path): Issue[] {
  return (people ?? []).flatMap(({ starts, leaves }, index) => {
    if (starts === undefined || leaves === undefined || dayOf(starts) <= dayOf(leaves)) return [];
    const problem = {
      code: "person.leaves",
      expected: `a last day on or after ${starts}`,
      advice: "swap starts and leaves, or mend one",
    };
    return [issueAt([...path, "people", index, "leaves"], leaves, problem)];
  });
}
