import { at } from "../../number/invariant.js";
import { isPositive, isZero } from "../../number/ratio.js";
import { issueAt, type Issue, type Path, type Problem } from "../../schema/issue.js";
import { duplicates } from "../../schema/duplicate-names.js";
import { MOVING_PARTS } from "../metric-facts.js";
import type { GoalPlan } from "../plan.js";
import { firstFiscalName, planPeriod } from "../plan-period.js";
import type { PlacedStage } from "../stage-list.js";
import { MONDAY_TO_FRIDAY, namedDays, parseWorkdays, type Weekday } from "../workdays.js";
import { WEEKDAYS } from "../../calendar/week.js";

/** What a calendar must say, and what cannot stand beside a period without dates. */
export function calendarRules(plan: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  const undated = planPeriod(plan).kind === "undated";
  return [
    ...workdayRules(plan),
    ...ownWorkdayRules(plan),
    ...fiscalRules(plan),
    ...(undated ? undatedRules(plan, stages) : []),
  ];
}

function workdayRules({ calendar }: GoalPlan): Issue[] {
  const days = calendar?.workdays;
  if (days === undefined) return [];
  const path = ["calendar", "workdays"];
  const named = namedDays(days);
  if (named.some(({ share }) => isPositive(share)))
    return duplicates(named.map(({ day, index }) => [day, [...path, index]]));
  return [
    issueAt(path, days, {
      code: "list.empty",
      expected: "at least one weekday",
      advice: "write [mon, tue, wed, thu, fri], or leave it out",
    }),
  ];
}

/** A person's own weekdays are some of the plan's: on others no work is planned. */
function ownWorkdayRules({ calendar, teams }: GoalPlan): Issue[] {
  const week = parseWorkdays(calendar?.workdays ?? MONDAY_TO_FRIDAY);
  const isOff = (day: Weekday) => isZero(at(week, WEEKDAYS.indexOf(day)));
  return Object.entries(teams ?? {}).flatMap(([team, { people }]) =>
    (people ?? []).flatMap(({ workdays }, person) => {
      if (workdays === undefined) return [];
      const path = ["teams", team, "people", person, "workdays"];
      const named = namedDays(workdays);
      const repeated = duplicates(named.map(({ day, index }) => [day, [...path, index]]));
      const off = named.find(({ day, share }) => isPositive(share) && isOff(day));
      if (off === undefined) return repeated;
      const problem: Problem = {
        code: "person.workdays",
        expected: "weekdays on which the plan works",
        advice: `leave ${off.day} out, or add it to calendar.workdays`,
      };
      return [...repeated, issueAt(path, workdays, problem)];
    }),
  );
}

/** Whoever names a part of a fiscal year says when that year begins. */
function fiscalRules(plan: GoalPlan): Issue[] {
  const name = firstFiscalName(plan);
  if (name === undefined || plan.calendar?.fiscalYearStart !== undefined) return [];
  return [
    issueAt(["calendar", "fiscalYearStart"], undefined, {
      code: "value.missing",
      expected: `the month in which the fiscal year of ${name} begins`,
      advice: "write calendar: { fiscalYearStart: feb }",
    }),
  ];
}

function undatedRules(plan: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  return datedParts(plan, stages).map(([path, received]) =>
    issueAt(path, received, {
      code: "period.undated",
      expected: "no dates beside a period of working days",
      advice: "leave it out, or give the goal a period with dates such as 2026-01",
    }),
  );
}

type Found = readonly [Path, unknown];

function datedParts(plan: GoalPlan, stages: readonly PlacedStage[]): Found[] {
  const parts: Found[] = [
    [["workFrom"], plan.workFrom],
    [["calendar", "holidays"], plan.calendar?.holidays],
    [["calendar", "seasonality"], plan.calendar?.seasonality],
    [["tasks"], plan.tasks],
  ];
  for (const { stage, path } of stages) {
    parts.push([[...path, "lag"], stage.lag], [[...path, "lossLag"], stage.lossLag]);
    parts.push([[...path, "returns", "lag"], stage.returns?.lag]);
  }
  for (const part of MOVING_PARTS) {
    const per = plan[part]?.per;
    parts.push([[part, "per"], per === "period" ? undefined : per]);
  }
  return [...parts, ...datedOpen(plan), ...datedPeople(plan)].filter(([, value]) => value !== undefined);
}

function datedOpen({ pipeline: open }: GoalPlan): Found[] {
  return Object.entries(open ?? {}).flatMap(([stage, items]): Found[] =>
    Array.isArray(items)
      ? items.flatMap((item: { entered?: unknown; expected?: unknown }, index): Found[] => [
          [["pipeline", stage, index, "entered"], item.entered],
          [["pipeline", stage, index, "expected"], item.expected],
        ])
      : [],
  );
}

function datedPeople({ teams }: GoalPlan): Found[] {
  return Object.entries(teams ?? {}).flatMap(([team, { people }]) =>
    (people ?? []).flatMap((person, index): Found[] =>
      (["starts", "leaves", "absences", "ramp", "workdays"] as const).map((key) => [
        ["teams", team, "people", index, key],
        person[key],
      ]),
    ),
  );
}
