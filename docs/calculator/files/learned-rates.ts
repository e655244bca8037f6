import type { Change, LearnedRate, Plan } from "reverse-funnel";
import { rateText } from "../reading/rate-text.js";
import { valueIn } from "../state/plan-document.js";

/** What was learned of one stage's rate, beside what the plan says now. */
export interface LearnedLine {
  readonly stage: string;
  readonly written: string;
  readonly learned: LearnedRate;
}

/** The rates among the changes that history asks for, in the order of the plan. */
export function learnedRates(
  plan: Plan,
  changes: readonly Change[],
  rates: ReadonlyMap<string, LearnedRate>,
): readonly LearnedLine[] {
  return changes.flatMap(({ path }) => {
    if (path.at(-1) !== "rate") return [];
    const written = rateText(valueIn(plan, path)) ?? "as in the plan’s text";
    const stage = String(valueIn(plan, [...path.slice(0, -1), "stage"]));
    const learned = rates.get(stage);
    return learned === undefined ? [] : [{ stage, written, learned }];
  });
}
