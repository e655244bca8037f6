import type { IssueCode } from "../../schema/issue-code.js";
import { issueAt, type Issue, type Path } from "../../schema/issue.js";
import { parseWrittenDay } from "../dates.js";
import { planPeriod } from "../plan-period.js";
import type { PlanLimits } from "../plan-limits.js";
import type { GoalPlan } from "../plan.js";
import type { PlacedStage } from "../stage-list.js";

/** How large a plan may be: a few bytes can ask for an answer that fills the memory, so that is refused before any work. */
export function limitRules(plan: GoalPlan, stages: readonly PlacedStage[], limits: PlanLimits): Issue[] {
  if (stages.length > limits.stages) {
    const expected = `at most ${limits.stages} stages, those of channels included`;
    return [
      issueAt(["funnel"], `${stages.length} stages`, {
        code: "funnel.too-long",
        expected,
        advice: "merge stages, or make a plan for each part of the funnel",
      }),
    ];
  }
  const { workFrom } = plan;
  const period = planPeriod(plan);
  if (period.kind === "undated") return [];
  const from = workFrom === undefined ? period.first : Math.min(period.first, parseWrittenDay(workFrom));
  const days = period.last - from + 1;
  if (stages.length * days <= limits.stageDays) return [];
  const most = Math.floor(limits.stageDays / stages.length);
  return [
    issueAt(["goal", "period"], `${days} days`, {
      code: "period.too-long",
      expected: `at most ${most} days of work and period for ${stages.length} stages`,
      advice: "plan a shorter period, or merge stages",
    }),
  ];
}

/** Lists that are longer than they may be: people, and units of the pipeline. */
export function listLimitRules(plan: GoalPlan, _: readonly PlacedStage[], limits: PlanLimits): Issue[] {
  const people = Object.values(plan.teams ?? {}).reduce((all, team) => all + (team.people?.length ?? 0), 0);
  const units = Object.values(plan.pipeline ?? {}).reduce<number>(
    (all, open) => all + (Array.isArray(open) ? open.length : 0),
    0,
  );
  return [
    ...tooMany(["teams"], people, limits.people, {
      ...{ code: "people.too-many", of: "people", advice: "give teams a headcount in place of names" },
    }),
    ...tooMany(["pipeline"], units, limits.openUnits, {
      ...{
        code: "pipeline.too-long",
        of: "units one by one",
        advice: "write how many there are in each stage",
      },
    }),
  ];
}

interface TooMany {
  readonly code: IssueCode;
  readonly of: string;
  readonly advice: string;
}

function tooMany(path: Path, count: number, most: number, { code, of, advice }: TooMany): Issue[] {
  if (count <= most) return [];
  return [issueAt(path, `${count} ${of}`, { code, expected: `at most ${most} ${of}`, advice })];
}
