import type { StageInput } from "../../plan/plan.js";
import { listStages } from "../../plan/stage-list.js";
import type { Solution } from "../../solve/answer.js";
import { sentence, type Block } from "../report.js";

/** How sure the goal is when the work is done, and what is taken as right for it; nothing where no chance is told. */
export function chanceBlocks({ plan, targets }: Solution): Block[] {
  const chance = targets?.chance ?? undefined;
  if (chance?.reached === undefined || chance.reached === null) return [];
  const given = listStages(plan).some(({ stage }) => isKnown(stage))
    ? "if the work is done as planned and the rates are right"
    : "if the work is done as planned";
  const without =
    chance.asked === null || chance.without === null
      ? ""
      : `; without the margin ${percentText(chance.without)}`;
  return [sentence(`${capital(percentText(chance.reached))} sure, ${given}${without}.`)];
}

/** A rate that comes with a sample or a range is not taken as known. */
function isKnown({ rate }: StageInput): boolean {
  return typeof rate !== "object" || "now" in rate;
}

/** A chance in whole percent; never quite 0% or 100% where it is not. */
export function percentText(chance: number): string {
  const percent = Math.round(chance * 100);
  if (percent === 0 && chance > 0) return "less than 1%";
  if (percent === 100 && chance < 1) return "more than 99%";
  return `${percent}%`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
