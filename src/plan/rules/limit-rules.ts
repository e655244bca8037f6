import { issueAt, type Issue } from "../../schema/issue.js";
import { parseWrittenDay } from "../dates.js";
import { planPeriod } from "../plan-period.js";
import type { PlanInput } from "../plan.js";
import type { PlacedStage } from "../stage-list.js";

/** Far more stages than any funnel has; the digits of the needs grow with each. */
const MOST_STAGES = 200;
/** Stages times days, such as 27 stages over a hundred years: each day of each stage is a line of the answer. */
const MOST_STAGE_DAYS = 1_000_000;

/** How large a plan may be: a few bytes can ask for an answer that fills the memory, so that is refused before any work. */
export function limitRules(plan: PlanInput, stages: readonly PlacedStage[]): Issue[] {
  if (stages.length > MOST_STAGES) {
    const expected = `at most ${MOST_STAGES} stages, those of channels included`;
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
  if (stages.length * days <= MOST_STAGE_DAYS) return [];
  const most = Math.floor(MOST_STAGE_DAYS / stages.length);
  return [
    issueAt(["goal", "period"], `${days} days`, {
      code: "period.too-long",
      expected: `at most ${most} days of work and period for ${stages.length} stages`,
      advice: "plan a shorter period, or merge stages",
    }),
  ];
}
