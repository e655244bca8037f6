import { issueAt, MOST_ISSUES, type Issue, type Path } from "./issue.js";
import { suggestion } from "./nearest.js";
import { duplicates } from "./duplicates.js";
import { dayOf } from "./dates.js";
import type { PlanInput } from "./plan.js";
import { needRules } from "./rules-needs.js";
import type { PlacedStage } from "./stages.js";

/** What open work, habits and needs must say: stages that exist, one kind of target, dates that rise, no circles. */
export function workRules(plan: PlanInput, stages: readonly PlacedStage[]): Issue[] {
  return [...openRules(plan, stages), ...habitRules(plan), ...needRules(plan.needs ?? [])];
}

function openRules(plan: PlanInput, stages: readonly PlacedStage[]): Issue[] {
  const names = stages.map(({ stage }) => stage.stage);
  const known = new Set(names);
  const unknown = Object.keys(plan.open ?? {}).filter((name) => !known.has(name));
  const problem = { code: "stage.unknown", expected: "a stage of the funnel" };
  return unknown
    .slice(0, MOST_ISSUES)
    .map((name) => issueAt(["open", name], name, { ...problem, advice: suggestion(name, names) }));
}

type Habit = NonNullable<PlanInput["habits"]>[number];

function habitRules({ habits }: PlanInput): Issue[] {
  const named = (habits ?? []).map((habit, index) => [habit.name, ["habits", index, "name"]] as const);
  return [
    ...duplicates(named),
    ...(habits ?? []).flatMap((habit, index) => habitRule(habit, ["habits", index])),
  ];
}

function habitRule(habit: Habit, path: Path): Issue[] {
  const given = (["atLeast", "atMost", "share"] as const).filter((kind) => habit[kind] !== undefined);
  const [kind] = given;
  if (kind === undefined || given.length > 1) {
    const advice = kind === undefined ? "write atLeast: 3 with per: week" : "keep one of them";
    return [
      issueAt(path, kind && given.join(" and "), {
        code: "habit.kind",
        expected: "exactly one of atLeast, atMost, share",
        advice,
      }),
    ];
  }
  if (kind === "share") return shareHabit(habit, path);
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

function risingDates(counts: unknown, path: Path): Issue[] {
  if (!Array.isArray(counts)) return [];
  const rows = counts as readonly { readonly from: string }[];
  return rows.flatMap((row, index) => {
    const before = rows[index - 1];
    if (before === undefined || dayOf(before.from) < dayOf(row.from)) return [];
    return [
      issueAt([...path, index, "from"], row.from, {
        code: "habit.dates",
        expected: `a date after ${before.from}`,
        advice: "list the counts in the order of their dates",
      }),
    ];
  });
}
