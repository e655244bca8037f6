import { chosenPlan } from "../../plan/goals.js";
import type { Format } from "../../format/format.js";
import type { Solution } from "../../solve/answer.js";
import { sayChance, sayHowOften, sureWords } from "../../words/chance.js";
import { sayNoChance, type NoChance } from "../../words/no-chance.js";
import { periodWords, writtenGoals } from "../../words/goal.js";
import { sentence, type Block } from "../report.js";

/**
 * How sure the goal is when the work is done, and what is taken as right for it; or that no chance is told of such a plan. Nothing
 * where it is left out for its size alone, or as no work makes the goal likelier.
 */
export function chanceBlocks(answer: Solution, format: Format): Block[] {
  const chance = answer.targets?.chance ?? null;
  if (chance === null) return [];
  const { reason } = chance;
  const text =
    reason !== null && OF_THE_PLAN.includes(reason.code)
      ? sayNoChance(reason, format)
      : sayChance(answer.plan, chance, format);
  return text === undefined ? [] : [sentence(text)];
}

/** What a plan says that no chance is told of. */
const OF_THE_PLAN: readonly NoChance["code"][] = [
  "earned",
  "comes-back",
  "goals-apart",
  "months-share-units",
];

function goalLine(answer: Solution, format: Format): string {
  return `${writtenGoals(answer.plan, format)} ${periodWords(chosenPlan(answer), format)}`;
}

/** The same as the first line of a report: the goal, how sure it is, and how often such a period reaches it. */
export function leadBlocks(answer: Solution, format: Format): Block[] {
  const plan = chosenPlan(answer);
  const chance = answer.targets?.chance ?? null;
  const reached = chance?.reached ?? null;
  if (chance === null || reached === null) return [];
  const sure = sureWords(answer.plan, { ...chance, reached }, format);
  return [sentence(`${goalLine(answer, format)}: ${sure}. ${sayHowOften(plan, reached, format)}`)];
}
