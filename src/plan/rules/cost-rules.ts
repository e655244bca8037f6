import { duplicates, listNames } from "../../schema/duplicate-names.js";
import { issueAt, type Issue, type Path } from "../../schema/issue.js";
import { planPeriod } from "../plan-period.js";
import type { GoalPlan, TeamInput } from "../plan.js";

/** What costs must say: an hourly cost for everybody or nobody, minutes where being there is paid, fixed costs once each. */
export function costRules(plan: GoalPlan): Issue[] {
  return [
    ...Object.entries(plan.teams ?? {}).flatMap(([name, team]) => teamRules(team, ["teams", name])),
    ...fixedRules(plan),
    ...chanceRule(plan),
  ];
}

function teamRules(team: TeamInput, path: Path): Issue[] {
  return [...everybodyRule(team, path), ...paidRule(team, path)];
}

function everybodyRule({ costPerHour, people = [] }: TeamInput, path: Path): Issue[] {
  if (costPerHour !== undefined || people.every((person) => person.costPerHour === undefined)) return [];
  return people.flatMap((person, index) =>
    person.costPerHour !== undefined
      ? []
      : [
          issueAt([...path, "people", index, "costPerHour"], undefined, {
            code: "team.cost",
            expected: "what an hour costs of everybody in the team, since it is written of some",
            advice: "write it here, or costPerHour of the team for all who have none",
          }),
        ],
  );
}

/** Without them nobody knows how many hours are paid. */
function paidRule({ paid, costPerHour, minutesPerDay, people = [] }: TeamInput, path: Path): Issue[] {
  if (paid !== "capacity") return [];
  const knowsCost = costPerHour !== undefined || people.some((person) => person.costPerHour !== undefined);
  const missing = (key: string, advice: string): Issue =>
    issueAt([...path, key], undefined, {
      code: "team.paid",
      expected: `${key}, which paid: capacity needs`,
      advice,
    });
  return [
    ...(knowsCost ? [] : [missing("costPerHour", "write costPerHour: 40")]),
    ...(minutesPerDay === undefined ? [missing("minutesPerDay", "write minutesPerDay: 360")] : []),
  ];
}

function fixedRules(plan: GoalPlan): Issue[] {
  const { fixedCosts = [] } = plan;
  if (typeof fixedCosts !== "object") return [];
  const isUndated = planPeriod(plan).kind === "undated";
  const dated = fixedCosts.flatMap(({ per }, index) =>
    isUndated && per !== undefined && per !== "period"
      ? [
          issueAt(["fixedCosts", index, "per"], per, {
            code: "period.undated",
            expected: "no dates beside a period of working days",
            advice: "leave it out, or give the goal a period with dates such as 2026-01",
          }),
        ]
      : [],
  );
  return [...duplicates(listNames(fixedCosts, ["fixedCosts"])), ...dated];
}

/** More work for a chance costs more, and so asks for more again: that is not worked out. */
function chanceRule({ goal }: GoalPlan): Issue[] {
  if (goal.chance === undefined || goal.metric !== "profit") return [];
  return [
    issueAt(["goal", "chance"], goal.chance, {
      code: "chance.profit",
      expected: "no chance beside metric: profit",
      advice: "ask it of gross-profit, or leave it out: the chance of the plan is told all the same",
    }),
  ];
}
