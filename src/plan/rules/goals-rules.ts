import { issueAt, type Issue, type Path, type Problem } from "../../schema/issue.js";
import { missingProblem } from "../../schema/missing-value.js";
import { goalPlans, SAID_ONCE } from "../goals.js";
import { dealPer, METRIC_FACTS } from "../metric-facts.js";
import { planPeriod } from "../plan-period.js";
import type { GoalPlan, GoalsItemInput, PlanInput } from "../plan.js";

/** What several goals cannot say beside each other; each of them by itself is judged like the only one. */
export function goalsRules(plan: PlanInput): Issue[] {
  const { goals } = plan;
  if (goals === undefined) return [];
  const [first] = goals;
  if (first === undefined || goals.length === 1)
    return [
      issueAt(["goals"], goals, {
        code: "goals.few",
        expected: "two goals or more",
        advice:
          first === undefined ? "write goal: with a metric and an amount" : "write the only one as goal:",
      }),
    ];
  const alone = goals.flatMap((goal, place) => [...amountRule(goal, place), ...besideRules(goal, place)]);
  return [...alone, ...alikeRule(goals), ...onceRules(goals, plan), ...valueRule(plan), ...quotaRules(plan)];
}

function amountRule({ amount }: GoalsItemInput, place: number): Issue[] {
  return amount === undefined
    ? [issueAt(["goals", place, "amount"], undefined, missingProblem(["amount"]))]
    : [];
}

/** What no number of wins decides for all goals at once. */
function besideRules({ metric, every }: GoalsItemInput, place: number): Issue[] {
  const refuse = (path: Path, received: unknown, what: string, advice: string): Issue =>
    issueAt(["goals", place, ...path], received, {
      code: "goals.beside",
      expected: `no ${what} beside other goals`,
      advice,
    });
  return [
    ...(every === undefined
      ? []
      : [
          refuse(
            ["every"],
            every,
            "every: month",
            "leave it out, or write one goal: another one could bind in each month",
          ),
        ]),
    ...(metric === "profit"
      ? [
          refuse(
            ["metric"],
            metric,
            "metric: profit",
            "write gross-profit, or a plan of its own: a profit pays for the work of all goals",
          ),
        ]
      : []),
    ...(metric === "revenue-earned"
      ? [
          refuse(
            ["metric"],
            metric,
            "metric: revenue-earned",
            "write revenue or new-mrr, or a plan of its own: what a win pays depends on its day",
          ),
        ]
      : []),
  ];
}

function alikeRule(goals: readonly GoalsItemInput[]): Issue[] {
  return goals.flatMap(({ metric }, place) =>
    goals.findIndex((other) => other.metric === metric) === place
      ? []
      : [
          issueAt(["goals", place, "metric"], metric, {
            code: "goals.alike",
            expected: "a metric that no other goal has",
            advice: "keep the goal that asks for more",
          }),
        ],
  );
}

/** Period, chance and profile are those of all goals: one of them says each. */
function onceRules(goals: readonly GoalsItemInput[], { calendar }: PlanInput): Issue[] {
  if (goals.every(({ period }) => period === undefined))
    return [issueAt(["goals", 0, "period"], undefined, missingProblem(["period"]))];
  return SAID_ONCE.flatMap((key) => {
    const said = goals.find((goal) => goal[key] !== undefined);
    return goals.flatMap((goal, place) => {
      if (said === undefined || goal === said || goal[key] === undefined) return [];
      const isOther = key === "period" && daysOf(goal, calendar) !== daysOf(said, calendar);
      const problem: Problem = isOther
        ? {
            code: "goals.period",
            expected: "the period of the other goals",
            advice: "leave it out, or write a plan for each period and check them together with align",
          }
        : {
            code: "goals.once",
            expected: `${key} at one goal`,
            advice: `leave it out: the ${key} of one goal is that of all`,
          };
      return [issueAt(["goals", place, key], goal[key], problem)];
    });
  });
}

function daysOf({ period, ...goal }: GoalsItemInput, calendar: PlanInput["calendar"]): string {
  return period === undefined ? "" : JSON.stringify(planPeriod({ goal: { ...goal, period }, calendar }));
}

/** The deal has one value: it must mean the same for all goals that count with it. */
function valueRule(plan: PlanInput): Issue[] {
  const valued = goalPlans(plan).filter(({ goal }) => METRIC_FACTS[goal.metric].kind !== "count");
  const [first] = valued;
  const other = valued.find((each) => first !== undefined && meaning(each) !== meaning(first));
  if (first === undefined || other === undefined) return [];
  const both = `${first.goal.metric} and ${other.goal.metric}`;
  const isPoints = [first, other].some(({ goal }) => goal.metric === "units");
  return [
    isPoints
      ? issueAt(["goals"], plan.goals, {
          code: "goals.value",
          expected: `goals for which deal.value is the same, and not ${both}`,
          advice: "write a plan for each: a value is either money or units",
        })
      : issueAt(["deal", "per"], plan.deal?.per, {
          code: "goals.value",
          expected: `what deal.value is for, since ${both} take it differently`,
          advice: "write per: month, per: year or per: deal",
        }),
  ];
}

function meaning({ goal, deal }: GoalPlan): string {
  return goal.metric === "units" ? "units" : dealPer(goal.metric, deal);
}

/** A quota is a part of one goal. */
function quotaRules({ teams = {} }: PlanInput): Issue[] {
  const refuse = (path: Path, quota: unknown): Issue[] =>
    quota === undefined
      ? []
      : [
          issueAt([...path, "quota"], quota, {
            code: "goals.beside",
            expected: "no quota beside several goals",
            advice: "leave it out, or write a plan for the goal that it is a part of",
          }),
        ];
  return Object.entries(teams).flatMap(([name, { quota, people = [] }]) => [
    ...refuse(["teams", name], quota),
    ...people.flatMap((person, place) => refuse(["teams", name, "people", place], person.quota)),
  ]);
}
