import { given } from "../../schema/given.js";
import type { Format } from "../../format/format.js";
import { decodeExact, encodeExact, type ExactString } from "../../number/exact-string.js";
import { stepsPerUnit } from "../../diagnose/nearest-goal.js";
import { floor } from "../../number/ceiling.js";
import { divide, multiply, ratio, subtract, type Ratio } from "../../number/ratio.js";
import { goalMonths } from "../../plan/every.js";
import { startsFromBase } from "../../plan/metric-facts.js";
import type { GoalPlan } from "../../plan/plan.js";
import { goalAmountSchema, parseGoalAmount } from "../../plan/goal-amount.js";
import type { BestChange } from "../../track/best-change.js";
import type { Replan } from "../../track/replan.js";
import type { Track } from "../../track/track.js";
import { sayBestChange } from "../../words/best-change.js";
import { sayFix, type Fix } from "../../words/fixes.js";
import { sentence, type Block, type Section } from "../report.js";

/** So many changes of which each is enough. */
const MOST_FIXES = 3;

/**
 * The one change that helps most and what it costs; where the rest is out of reach, what would make it possible. Nothing of that
 * once the period is over, or a month missed its goal: no change brings a day back.
 */
export function bestChangeSection(
  change: BestChange | null | undefined,
  replan: Replan | undefined,
  { ahead, outcome, verdict }: Track,
  plan: GoalPlan,
  format: Format,
): Section {
  const isLost = ahead.over || verdict.kind === "month missed";
  const fixes = isLost ? [] : (replan?.fixes ?? []).slice(0, MOST_FIXES);
  const items = fixes.map((fix) => sayFix(ofWholeGoal(fix, plan, outcome.goal), format));
  const blocks: Block[] = [
    ...(change === null || change === undefined ? [] : [sentence(sayBestChange(change, format))]),
    ...(items.length === 0
      ? []
      : [sentence("Any one of these would bring the goal within reach:"), { kind: "list", items } as const]),
  ];
  return { title: "What would help most", place: "page", blocks };
}

/**
 * A fix of the rest's goal as one of the whole goal, which is the one that the reader knows; where it holds for each month, of the
 * goal of each: all of them are lowered alike.
 */
function ofWholeGoal(fix: Fix, plan: GoalPlan, goal: ExactString): Fix {
  if (fix.code !== "lower-goal") return fix;
  const left = (amount: unknown): Ratio => parseGoalAmount(given(goalAmountSchema, amount)).amount;
  const less = subtract(left(fix.from), left(fix.to));
  const months = goalMonths(plan).length;
  if (months === 0) return { ...fix, from: goal, to: encodeExact(subtract(decodeExact(goal), less)) };
  const parts = startsFromBase(plan.goal.metric) ? 1 : months;
  const each = left(plan.goal.amount);
  const steps = stepsPerUnit({ plan });
  const lowered = floor(multiply(subtract(each, divide(less, ratio(parts))), ratio(steps)));
  return { ...fix, every: "month", from: encodeExact(each), to: encodeExact(ratio(lowered, steps)) };
}
