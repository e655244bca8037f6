import { issueAt, type Issue, type Path } from "../../schema/issue.js";
import { missingProblem } from "../../schema/missing-value.js";
import { firstOfEach } from "../../schema/first-of-each.js";
import { newNameOf } from "../../schema/renamed.js";
import { nearestName } from "../../schema/suggestion.js";
import type { PlanLimits } from "../plan-limits.js";
import { goalKeyPath, goalPlans, isGoalKey } from "../goals.js";
import type { GoalPlan, PlanInput } from "../plan.js";
import { planShape } from "../plan-schema.js";
import { baseRules } from "./base-rules.js";
import { calendarRules } from "./calendar-rules.js";
import { chanceRules } from "./chance-rules.js";
import { costRules } from "./cost-rules.js";
import { earnedRules } from "./earned-rules.js";
import { everyRules } from "./every-rules.js";
import { funnelRules } from "./funnel-rules.js";
import { goalsRules } from "./goals-rules.js";
import { goalRules } from "./goal-rules.js";
import { limitRules, listLimitRules } from "./limit-rules.js";
import { peopleRules } from "./people-rules.js";
import { profileRules } from "./profile-rules.js";
import { renewalRules } from "./renewal-rules.js";
import { returnRules } from "./return-rules.js";
import { workRules } from "./work-rules.js";
import { listStages, type PlacedStage } from "../stage-list.js";

/** A part of the plan, by its key. */
type Part = keyof PlanInput;

/**
 * Rules between parts: they are only asked when the parts that they look at have the right shape. Parts of which they only ask
 * whether they are there, in whatever shape, are not among these.
 */
interface Rules {
  readonly looksAt: readonly Part[];
  readonly issues: (plan: GoalPlan, stages: readonly PlacedStage[], limits: PlanLimits) => Issue[];
}

/** Every rule between parts. */
export const RULES: readonly Rules[] = [
  { looksAt: ["funnel"], issues: funnelRules },
  { looksAt: ["funnel"], issues: returnRules },
  { looksAt: ["goal", "calendar", "funnel", "workFrom"], issues: limitRules },
  { looksAt: ["teams", "pipeline"], issues: listLimitRules },
  { looksAt: ["goal", "calendar", "deal", "base", "churn"], issues: goalRules },
  { looksAt: ["goal", "calendar", "churn"], issues: earnedRules },
  { looksAt: ["goal", "calendar", "buffer", "spread", "funnel"], issues: chanceRules },
  { looksAt: ["goal", "calendar"], issues: profileRules },
  { looksAt: ["goal", "calendar", "base"], issues: renewalRules },
  {
    looksAt: ["goal", "base", "calendar", "funnel", "churn", "expansion", "contraction", "repeat"],
    issues: everyRules,
  },
  { looksAt: ["goal", "churn", "expansion", "contraction", "repeat"], issues: baseRules },
  {
    looksAt: [
      ...(["goal", "base", "calendar", "funnel", "pipeline", "teams", "workFrom", "tasks"] as const),
      ...(["churn", "expansion", "contraction", "repeat"] as const),
    ],
    issues: calendarRules,
  },
  {
    looksAt: ["goal", "calendar", "workFrom", "teams", "funnel", "deal", "churn", "habits", "tasks"],
    issues: peopleRules,
  },
  { looksAt: ["pipeline", "funnel", "habits", "tasks"], issues: workRules },
  { looksAt: ["goal", "calendar", "teams", "fixedCosts"], issues: costRules },
];

/**
 * Values that rules never read, or only ask whether they are there: while one of them is wrong, the rules are asked all
 * the same, so that as many issues as possible come at once.
 */
const UNREAD: ReadonlySet<string | number> = new Set([
  ...["amount", "unit", "chance", "value", "margin", "commission", "contractMonths", "lifetimeMonths"],
  ...["customers", "mrr", "newCustomers", "valueEach"],
  ...["lag", "lossLag", "available", "minutes", "cost", "perUnit", "units"],
  ...["minutesPerDay", "overheadMinutesPerDay", "fte", "quota", "within", "budget"],
]);

const PARTS = Object.keys(planShape.shape);

/** Says what the parts of a plan find wrong in each other, given the issues of their shapes. */
export function ruleIssues(plan: PlanInput, found: readonly Issue[], limits: PlanLimits): Issue[] {
  const broken = new Set(found.filter(breaks).map(({ path }) => partOf(path[0])));
  if (broken.has("plan")) return [];
  const ofGoals = broken.has("goals") ? [] : goalIssues(plan, broken);
  if (broken.has("goals") || ofGoals.length > 0) broken.add("goal");
  const stages = broken.has("funnel") ? [] : listStages(plan);
  const asked = RULES.filter(({ looksAt }) => !looksAt.some((part) => broken.has(part)));
  // Where the goals are wrong, only rules are asked that do not look at them.
  if (plan.goals === undefined || broken.has("goal"))
    return [...ofGoals, ...asked.flatMap(({ issues }) => issues(plan as GoalPlan, stages, limits))];
  const each = goalPlans(plan).flatMap((alone, place) =>
    asked.flatMap(({ issues }) =>
      issues(alone, stages, limits).map((issue) => ({ ...issue, path: pathAmong(plan, place, issue.path) })),
    ),
  );
  // What is wrong for each of them alike is said once.
  return firstOfEach(each, ({ path, code }) => JSON.stringify([path, code]));
}

/** Whether it says what is to be achieved, and says it once. */
function goalIssues(plan: PlanInput, broken: ReadonlySet<string>): Issue[] {
  const { goal, goals }: { readonly goal?: unknown; readonly goals?: unknown } = plan;
  if (goal === undefined && goals === undefined)
    return broken.has("goal") ? [] : [issueAt(["goal"], undefined, missingProblem(["goal"]))];
  if (goal !== undefined && goals !== undefined)
    return [
      issueAt(["goals"], goals, {
        code: "goals.both",
        expected: "goal or goals, and not both",
        advice: "write all of them under goals, or leave goals out",
      }),
    ];
  return broken.has("deal") || broken.has("teams") || broken.has("calendar") ? [] : goalsRules(plan);
}

/** Where in the plan something stands that is wrong for one of several goals. */
function pathAmong(plan: PlanInput, binds: number, path: Path): Path {
  const [part, key, ...rest] = path;
  return part === "goal" && isGoalKey(key) ? [...goalKeyPath({ plan, binds }, key), ...rest] : path;
}

function breaks({ path, code }: Issue): boolean {
  const key = path.at(-1);
  if (key === undefined || code.startsWith("key.")) return true;
  return !(UNREAD.has(key) || (key === "rate" && path[0] === "funnel"));
}

/** A misspelt part counts as the part that was meant. */
function partOf(key: string | number | undefined): string {
  if (key === undefined) return "plan";
  return newNameOf(key, PARTS) ?? nearestName(String(key), PARTS) ?? String(key);
}
