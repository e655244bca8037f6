import { goalWords } from "../../explain/amount-words.js";
import { parsePeriod } from "../../plan/period.js";
import { parseQuantity } from "../../schema/quantity.js";
import type { Solution, Targets } from "../../solve/answer.js";
import { formatDay } from "../../calendar/day.js";
import { asSentence, countText } from "../figures.js";
import { pipelineText, remainingText } from "./pipeline-text.js";
import { chanceBlocks } from "./chance.js";
import { sentence, type Block, type Section } from "../report.js";

/** What is to be reached until when, whether it can be, and how many wins to go for. */
export function goalSection(answer: Solution): Section {
  const { status, targets } = answer;
  const blocks: Block[] = [sentence(asSentence(goalText(answer)))];
  if (status === "infeasible") blocks.push(sentence("It cannot be reached as the plan stands.", "bad"));
  else if (targets.wins === 0) blocks.push(sentence("It is reached already: nothing must be won.", "good"));
  else blocks.push(sentence(`It can be reached: go for ${countText(targets.wins, "win")}.`, "good"));
  blocks.push(...chanceBlocks(answer));
  if (targets !== null && targets.pipeline.averageWins !== "0")
    blocks.push(sentence(openText(answer.plan, targets)));
  return { title: "Goal", blocks };
}

function goalText({ plan, targets }: Solution): string {
  const what = goalWords(plan, parseQuantity(plan.goal.amount));
  const period = parsePeriod(plan.goal.period);
  if (period.kind === "undated") return `${what} in ${countText(period.workingDays, "working day")}.`;
  const days = targets === null ? "" : ` (${countText(targets.period.workingDays, "working day")})`;
  return `${what} from ${formatDay(period.first)} to ${formatDay(period.last)}${days}.`;
}

function openText(plan: Solution["plan"], { pipeline: open }: Targets): string {
  const carried = pipelineText(plan, open);
  if (open.remaining === "0") return `${carried}. That is enough: nothing new must be started.`;
  return `${carried}; ${remainingText(open)}.`;
}
