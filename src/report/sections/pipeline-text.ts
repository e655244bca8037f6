import type { Format } from "../../format/format.js";
import { METRIC_FACTS } from "../../plan/metric-facts.js";
import type { GoalPlan } from "../../plan/plan.js";
import { goalWords } from "../../words/goal.js";

/** What open work is expected to bring within the period. */
interface PipelineExpected {
  readonly wins: string;
  readonly averageWins: string;
  readonly amount: string;
}

/** The same sentence wherever open work is spoken of: the wins, and under metrics that have a value what they are worth. */
export function pipelineText(plan: GoalPlan, { wins, amount }: PipelineExpected, format: Format): string {
  const expected = `Open work is expected to bring ${format.plural(wins, "win")} in time`;
  const isCount = METRIC_FACTS[plan.goal.metric].kind === "count";
  return isCount ? expected : `${expected}, worth ${goalWords(plan, amount, format)}`;
}

/** What new work must bring: average wins, where the open deals are not average ones. */
export function remainingText(
  { wins, averageWins, remaining }: PipelineExpected & { readonly remaining: string },
  format: Format,
): string {
  const needed = wins === averageWins ? format.number(remaining) : format.plural(remaining, "average win");
  return `${needed} must come from new work`;
}
