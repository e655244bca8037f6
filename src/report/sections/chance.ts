import { chosenPlan } from "../../plan/goals.js";
import type { Format } from "../../format/format.js";
import type { Solution } from "../../solve/answer.js";
import { sayChance, sayHowOften, sureWords } from "../../words/chance.js";
import { periodWords, writtenGoals } from "../../words/goal.js";
import { sentence, type Block } from "../report.js";

/** How sure the goal is when the work is done, and what is taken as right for it; nothing where no chance is told. */
export function chanceBlocks(answer: Solution, format: Format): Block[] {
  const chance = answer.targets?.chance ?? null;
  const text = chance === null ? undefined : sayChance(answer.plan, chance, format);
  return text === undefined ? [] : [sentence(text)];
}

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
