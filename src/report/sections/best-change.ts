import type { Format } from "../../format/format.js";
import { decodeExact, encodeExact, type ExactString } from "../../number/exact-string.js";
import { subtract, type Ratio } from "../../number/ratio.js";
import { parseGoalAmount, type GoalAmountInput } from "../../plan/goal-amount.js";
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
  format: Format,
): Section {
  const isLost = ahead.over || verdict.kind === "month missed";
  const fixes = isLost ? [] : (replan?.fixes ?? []).slice(0, MOST_FIXES);
  const items = fixes.map((fix) => sayFix(ofWholeGoal(fix, outcome.goal), format));
  const blocks: Block[] = [
    ...(change === null || change === undefined ? [] : [sentence(sayBestChange(change, format))]),
    ...(items.length === 0
      ? []
      : [sentence("Any one of these would bring the goal within reach:"), { kind: "list", items } as const]),
  ];
  return { title: "What would help most", place: "page", blocks };
}

/** A fix of the rest's goal as one of the whole goal, which is the one that the reader knows. */
function ofWholeGoal(fix: Fix, goal: ExactString): Fix {
  if (fix.code !== "lower-goal") return fix;
  const left = (amount: unknown): Ratio => parseGoalAmount(amount as GoalAmountInput).amount;
  const less = subtract(left(fix.from), left(fix.to));
  return { ...fix, from: goal, to: encodeExact(subtract(decodeExact(goal), less)) };
}
