import { duplicates, listNames, type PlacedName } from "../../schema/duplicate-names.js";
import { exactlyOne } from "../../schema/exactly-one.js";
import { issueAt, type Issue, type Path, type Problem } from "../../schema/issue.js";
import type { GoalPlan, TeamInput } from "../plan.js";
import { lastDayOfWork, personRules } from "./person-rules.js";
import type { PlacedStage } from "../stage-list.js";
import { unknownNames } from "../../schema/unknown-names.js";

/** What teams must say: one kind of headcount, each person once, owners that are teams, limits for known activities. */
export function peopleRules(plan: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  const { teams } = plan;
  if (teams === undefined) return [];
  const activities = new Set(activityNames(plan, stages));
  const lastDay = lastDayOfWork(plan);
  return [
    ...ownerRules(plan, stages, new Set(Object.keys(teams))),
    ...personNames(teams),
    ...Object.entries(teams).flatMap(([name, team]) => teamRules(team, ["teams", name], activities, lastDay)),
  ];
}

function personNames(teams: Readonly<Record<string, TeamInput>>): Issue[] {
  const everyone = Object.entries(teams).flatMap(([team, { people }]) =>
    listNames(people, ["teams", team, "people"]),
  );
  return duplicates(everyone);
}

function ownerRules(plan: GoalPlan, stages: readonly PlacedStage[], teams: ReadonlySet<string>): Issue[] {
  const named = owners(plan, stages).filter((placed): placed is PlacedName => placed[0] !== undefined);
  const advise = teams.size === 0 ? () => "write the team under teams, or leave teams out" : undefined;
  return unknownNames(named, teams, "owner.unknown", "one of the teams", advise);
}

type Owner = readonly [string | undefined, Path];

function owners(plan: GoalPlan, stages: readonly PlacedStage[]): Owner[] {
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
    ...listed(plan.tasks, ["tasks"]),
  ];
}

/** The names of all activities; a stage without activities is its own. */
function activityNames(plan: GoalPlan, placed: readonly PlacedStage[]): string[] {
  const stages = placed.flatMap(({ stage }) =>
    stage.activities === undefined || stage.activities.length === 0
      ? [stage.stage]
      : stage.activities.map(({ name }) => name),
  );
  return [...stages, ...(plan.deal?.activities ?? []).map(({ name }) => name)];
}

function teamRules(
  team: TeamInput,
  path: Path,
  activities: ReadonlySet<string>,
  lastDay: number | undefined,
): Issue[] {
  const people = team.people ?? [];
  return [
    ...headcountRule(team, path),
    ...limitRules(team, path, activities),
    ...people.flatMap((person, index) => personRules(person, [...path, "people", index], lastDay)),
  ];
}

function headcountRule(team: TeamInput, path: Path): Issue[] {
  const { people } = team;
  if (people?.length === 0) {
    const problem: Problem = {
      code: "list.empty",
      expected: "at least one person",
      advice: "write people: [{ name: Ana }]",
    };
    return [issueAt([...path, "people"], people, problem)];
  }
  return exactlyOne(
    path,
    team,
    ["headcount", "people"],
    "team.headcount",
    "write headcount: 3, or people: [{ name: Ana }]",
    "a team with either headcount or people",
  );
}

function limitRules({ maxPerDay }: TeamInput, path: Path, activities: ReadonlySet<string>): Issue[] {
  const named = Object.keys(maxPerDay ?? {}).map((name) => [name, [...path, "maxPerDay", name]] as const);
  const expected = "an activity of this plan, or a stage that is its own";
  return unknownNames(named, activities, "activity.unknown", expected);
}
