import { chosenPlan } from "../../plan/goals.js";
import type { Format } from "../../format/format.js";
import type { InfeasibleSolution } from "../../solve/answer.js";
import { sayFix } from "../../words/fixes.js";
import { goalWords } from "../../words/goal.js";
import { sayReason } from "../../words/reasons.js";
import { sentence, type Block, type Section } from "../report.js";

/** Why the goal cannot be reached, how far one gets, and the ways out. */
export function infeasibleSections(answer: InfeasibleSolution, format: Format): Section[] {
  const reasons = answer.reasons.map((reason) => sayReason(reason, format));
  const fixes = answer.fixes.map((fix) => sayFix(fix, format));
  return [
    { title: "Why it is out of reach", blocks: reasons.length === 0 ? [] : [listOf(reasons)] },
    { title: "Best reachable goal", blocks: [sentence(nearestText(answer, format))] },
    { title: "Any one of these changes is enough", blocks: fixes.length === 0 ? [] : [listOf(fixes)] },
  ];
}

function nearestText(answer: InfeasibleSolution, format: Format): string {
  const { nearest } = answer;
  if (nearest === null) return "Not even a goal of 0 can be reached as things stand.";
  const what =
    nearest.goals === undefined
      ? goalWords(chosenPlan(answer), nearest.amount, format)
      : format.list(
          nearest.goals.map(({ amount }, place) =>
            goalWords(chosenPlan({ plan: answer.plan, binds: place }), amount, format),
          ),
        );
  return `As things stand, ${what} can be reached, with ${format.plural(nearest.wins, "win")}.`;
}

function listOf(items: readonly string[]): Block {
  return { kind: "list", items };
}
