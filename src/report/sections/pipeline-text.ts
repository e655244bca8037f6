import { goalWords } from "../../explain/amount-words.js";
import { showExact } from "../../model/display.js";
import { METRIC_FACTS } from "../../plan/metric-facts.js";
import type { PlanInput } from "../../plan/plan.js";
import { parseQuantity } from "../../schema/quantity.js";
import { winsText } from "../figures.js";

/** What open work is expected to bring within the period. */
export interface PipelineExpected {
  readonly wins: string;
  readonly averageWins: string;
  readonly amount: string;
}

/** The same sentence wherever open work is spoken of: the wins, and under metrics that have a value what they are worth. */
export function pipelineText(plan: PlanInput, { wins, amount }: PipelineExpected): string {
  const expected = `Open work is expected to bring ${winsText(wins)} in time`;
  const isCount = METRIC_FACTS[plan.goal.metric].kind === "count";
  return isCount ? expected : `${expected}, worth ${goalWords(plan, parseQuantity(amount))}`;
}

/** What new work must bring: average wins, where the open deals are not average ones. */
export function remainingText({
  wins,
  averageWins,
  remaining,
}: PipelineExpected & { readonly remaining: string }): string {
  const average = wins === averageWins ? "" : remaining === "1" ? " average win" : " average wins";
  return `${showExact(remaining)}${average} must come from new work`;
}
