import { isList } from "../../schema/fields.js";
import { issueAt, type Issue, type Path } from "../../schema/issue.js";
import { duplicates, listNames } from "../../schema/duplicate-names.js";
import { exactlyOne } from "../../schema/exactly-one.js";
import { parseWrittenDay } from "../dates.js";
import type { GoalPlan, PlanParts } from "../plan.js";
import { taskRules } from "./task-rules.js";
import type { PlacedStage } from "../stage-list.js";
import { unknownNames } from "../../schema/unknown-names.js";

/** What open work, habits and needs must say: stages that exist, one kind of target, dates that rise, no circles. */
export function workRules(plan: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  return [...openRules(plan, stages), ...habitRules(plan), ...taskRules(plan.tasks ?? [])];
}

function openRules({ pipeline: open }: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  const names = new Set(stages.map(({ stage }) => stage.stage));
  const named = Object.keys(open ?? {}).map((name) => [name, ["pipeline", name]] as const);
  return unknownNames(named, names, "stage.unknown", "a stage of the funnel");
}

type Habit = NonNullable<PlanParts["habits"]>[number];

function habitRules({ habits }: GoalPlan): Issue[] {
  return [
    ...duplicates(listNames(habits, ["habits"])),
    ...(habits ?? []).flatMap((habit, index) => habitRule(habit, ["habits", index])),
  ];
}

function habitRule(habit: Habit, path: Path): Issue[] {
  const kinds = ["atLeast", "atMost", "share"];
  const wrongKind = exactlyOne(path, habit, kinds, "habit.kind", "write atLeast: 3 with per: week");
  if (wrongKind.length > 0) return wrongKind;
  if (habit.share !== undefined) return shareHabit(habit, path);
  const kind = habit.atLeast === undefined ? "atMost" : "atLeast";
  const issues = risingDates(habit[kind], [...path, kind]);
  if (habit.per !== undefined) return issues;
  return [
    ...issues,
    issueAt([...path, "per"], undefined, {
      code: "habit.per",
      expected: "the span of this habit",
      advice: "write per: day, week or month",
    }),
  ];
}

function shareHabit(habit: Habit, path: Path): Issue[] {
  if (habit.within !== undefined) return [];
  return [
    issueAt([...path, "within"], undefined, {
      code: "habit.within",
      expected: "the limit that the share is held to",
      advice: "write within: 15 minutes",
    }),
  ];
}

function risingDates(counts: Habit["atLeast"], path: Path): Issue[] {
  if (!isList(counts)) return [];
  return counts.flatMap((row, index) => {
    const before = counts[index - 1];
    if (before === undefined || parseWrittenDay(before.from) < parseWrittenDay(row.from)) return [];
    return [
      issueAt([...path, index, "from"], row.from, {
        code: "habit.dates",
        expected: `a date after ${before.from}`,
        advice: "list the counts in the order of their dates",
      }),
    ];
  });
}
