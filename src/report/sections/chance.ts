import type { Format } from "../../format/format.js";
import type { StageInput } from "../../plan/plan.js";
import { listStages } from "../../plan/stage-list.js";
import type { Solution } from "../../solve/answer.js";
import { chanceWords } from "../../words/chance.js";
import { sentence, type Block } from "../report.js";

/** How sure the goal is when the work is done, and what is taken as right for it; nothing where no chance is told. */
export function chanceBlocks({ plan, targets }: Solution, format: Format): Block[] {
  const chance = targets?.chance ?? undefined;
  if (chance?.reached === undefined || chance.reached === null) return [];
  const given = listStages(plan).some(({ stage }) => isKnown(stage))
    ? "if the work is done as planned and the rates are right"
    : "if the work is done as planned";
  const without =
    chance.asked === null || chance.without === null
      ? ""
      : `; without the margin ${chanceWords(chance.without, format)}`;
  return [sentence(`${capital(chanceWords(chance.reached, format))} sure, ${given}${without}.`)];
}

/** A rate that comes with a sample or a range is not taken as known. */
function isKnown({ rate }: StageInput): boolean {
  return typeof rate !== "object" || "now" in rate;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
