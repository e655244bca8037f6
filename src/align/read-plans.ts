import { chosenPlan, goalKeyPath } from "../plan/goals.js";
import { compilePlanCalendar } from "../model/plan-calendar.js";
import { record } from "../schema/kinds.js";
import { issueAt, type Issue, type Problem } from "../schema/issue.js";
import { nameSchema } from "../schema/name.js";
import { safeParsePlan } from "../plan/parse.js";
import { planPeriod } from "../plan/plan-period.js";
import type { ParseResult } from "../schema/parse-result.js";
import { PlanError } from "../schema/plan-error.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import { duplicates } from "../schema/duplicate-names.js";
import { suggestion } from "../schema/suggestion.js";
import { peopleRules } from "../plan/rules/people-rules.js";
import { listStages } from "../plan/stage-list.js";
import { teamSchema } from "../plan/teams.js";
import { CompiledHandle } from "../solve/compiled.js";
import { listOwners } from "./owners.js";
import { shareTeams, type Teams } from "./shared-teams.js";
import { parseShape } from "../schema/parse-shape.js";

/** Plans that were read together. */
interface ReadPlans {
  readonly names: readonly string[];
  readonly plans: readonly Plan[];
  readonly teams: Teams;
}

/** The name a plan goes by: its own, else its place. */
export function nameOf({ name }: PlanInput, index: number): string {
  return name ?? `plan ${index + 1}`;
}

/**
 * Reads plans that share teams.
 *
 * @throws PlanError with every issue: of a plan (below `plans` and its place), of the teams, of a name that two plans
 *   have, of a team that two plans describe differently, of a plan without dates
 */
export function readPlans(data: readonly unknown[], given: unknown): ReadPlans {
  const results = data.map(readOne);
  const issues = results.flatMap(({ error }, index) =>
    (error?.issues ?? []).map((issue) => ({ ...issue, path: ["plans", index, ...issue.path] })),
  );
  const plans = results.flatMap(({ success, data: plan }) => (success ? [plan] : []));
  if (issues.length > 0) throw new PlanError(issues);
  const teams = readTeams(given, plans);
  const shared = shareTeams(plans, teams ?? {});
  const names = plans.map(nameOf);
  const found = [
    ...duplicates(names.map((name, index) => [name, ["plans", index, "name"]] as const)),
    ...plans.flatMap(withoutDates),
    ...otherCalendars(plans),
    ...shared.issues,
    ...(teams === undefined ? [] : plans.flatMap((plan, index) => strangers(plan, index, shared.teams))),
  ];
  if (found.length > 0) throw new PlanError(found);
  return { names, plans, teams: shared.teams };
}

/** A compiled plan was read before. */
function readOne(plan: unknown): ParseResult<Plan> {
  const compiled = CompiledHandle.compiledOf(plan);
  return compiled === undefined ? safeParsePlan(plan) : { success: true, data: compiled.written };
}

const teamsSchema = record(nameSchema, teamSchema);

function readTeams(given: unknown, plans: readonly Plan[]): Teams | undefined {
  if (given === undefined) return undefined;
  const { data: teams, issues } = parseShape(teamsSchema, given);
  if (issues.length > 0)
    throw new PlanError(issues.map((issue) => ({ ...issue, path: ["teams", ...issue.path] })));
  const wrong = teamIssues(teams, plans);
  if (wrong.length > 0) throw new PlanError(wrong);
  return teams;
}

/** What shared teams must say is what the teams of a plan must say that holds the work of all plans. */
function teamIssues(teams: Teams, plans: readonly Plan[]): Issue[] {
  const [first] = plans;
  if (first === undefined) return [];
  const stages = plans.flatMap(listStages).map((placed) => ({
    ...placed,
    stage: {
      ...placed.stage,
      owner: undefined,
      activities: placed.stage.activities?.map((activity) => ({ ...activity, owner: undefined })),
    },
  }));
  const activities = plans.flatMap(({ deal }) => deal?.activities ?? []);
  const deal = { activities: activities.map((activity) => ({ ...activity, owner: undefined })) };
  // Whoever shares a team may be away when none of these plans runs: absences are not compared with a period here.
  const goal = { ...chosenPlan({ plan: first }).goal, period: { workingDays: 1 } };
  return peopleRules({ goal, funnel: [], deal, teams }, stages);
}

function withoutDates(plan: Plan, index: number): Issue[] {
  const { goal, calendar } = chosenPlan({ plan });
  if (planPeriod({ goal, calendar }).kind === "dated") return [];
  const problem: Problem = {
    code: "align.undated",
    expected: "a period with dates",
    advice: "write one such as 2026-Q1, so that its weeks can be laid beside those of other plans",
  };
  return [issueAt(["plans", index, ...goalKeyPath({ plan }, "period")], goal.period, problem)];
}

/** What teams can do in a week is only comparable where plans mean the same weeks, and the same short days. */
function otherCalendars(plans: readonly Plan[]): Issue[] {
  const kinds = plans.map((plan) => {
    const { shares, firstWeekday } = compilePlanCalendar(plan);
    return JSON.stringify([firstWeekday, shares.fullDay === 1 ? null : [shares.week, shares.short]]);
  });
  const other = kinds.findIndex((kind) => kind !== kinds[0]);
  if (other < 0) return [];
  const problem: Problem = {
    code: "align.calendar",
    expected: "the short days and the first day of the week of the first plan",
    advice: "write the same short days and the same weekStartsOn into the calendar of each plan",
  };
  return [issueAt(["plans", other, "calendar"], plans[other]?.calendar, problem)];
}

function strangers(plan: Plan, index: number, teams: Teams): Issue[] {
  const known = Object.keys(teams);
  return listOwners(plan)
    .filter((owner) => !Object.hasOwn(teams, owner))
    .map((owner) =>
      issueAt(["plans", index], owner, {
        code: "owner.unknown",
        expected: "owners that are shared teams",
        advice: suggestion(owner, known),
      }),
    );
}
