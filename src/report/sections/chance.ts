import type { Format } from "../../format/format.js";
import type { PlanInput } from "../../plan/plan.js";
import type { Solution } from "../../solve/answer.js";
import { sayChance, sayHowOften, sureWords } from "../../words/chance.js";
import { periodWords, writtenGoal } from "../../words/goal.js";
import { sentence, type Block } from "../report.js";

/** How sure the goal is when the work is done, and what is taken as right for it; nothing where no chance is told. */
export function chanceBlocks({ plan, targets }: Solution, format: Format): Block[] {
  const chance = targets?.chance ?? null;
  const text = chance === null ? undefined : sayChance(plan, chance, format);
  return text === undefined ? [] : [sentence(text)];
}

function goalLine(plan: PlanInput, format: Format): string {
  return `${writtenGoal(plan, format)} ${periodWords(plan, format)}`;
}

/** The same as the first line of a report: the goal, how sure it is, and how often such a period reaches it. */
export function leadBlocks({ plan, targets }: Solution, format: Format): Block[] {
  const chance = targets?.chance ?? null;
  const reached = chance?.reached ?? null;
  if (chance === null || reached === null) return [];
  const sure = sureWords(plan, { ...chance, reached }, format);
  return [sentence(`${goalLine(plan, format)}: ${sure}. ${sayHowOften(plan, reached, format)}`)];
}
