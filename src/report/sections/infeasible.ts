import { goalWords } from "../../explain/amount-words.js";
import { parseQuantity } from "../../schema/quantity.js";
import type { InfeasibleSolution } from "../../solve/answer.js";
import { countText } from "../figures.js";
import { sentence, type Block, type Section } from "../report.js";

/** Why the goal cannot be reached, how far one gets, and the ways out. */
export function infeasibleSections(answer: InfeasibleSolution): Section[] {
  const reasons = answer.reasons.map(({ text }) => text);
  const fixes = answer.fixes.map(({ text }) => text);
  return [
    { title: "Why not", blocks: reasons.length === 0 ? [] : [{ kind: "list", items: reasons }] },
    { title: "How far it goes", blocks: [sentence(nearestText(answer))] },
    { title: "Any one of these would do", blocks: fixes.length === 0 ? [] : [listOf(fixes)] },
  ];
}

function nearestText({ nearest, plan }: InfeasibleSolution): string {
  if (nearest === null) return "Not even a goal of 0 can be reached as things stand.";
  const what = goalWords(plan, parseQuantity(nearest.amount));
  return `As things stand, ${what} can be reached, with ${countText(nearest.wins, "win")}.`;
}

function listOf(items: readonly string[]): Block {
  return { kind: "list", items };
}
