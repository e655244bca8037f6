import type { GoalPlan } from "../../plan/plan.js";
import { chosenPlan, goalPlans } from "../../plan/goals.js";
import type { Format } from "../../format/format.js";
import { planPeriod } from "../../plan/plan-period.js";
import type { Solution, Targets } from "../../solve/answer.js";
import { capital, changeWords, periodWords, writtenGoal, writtenGoals } from "../../words/goal.js";
import { sentence, type Block, type Section } from "../report.js";
import { chanceBlocks } from "./chance.js";
import { pipelineText, remainingText } from "./pipeline-text.js";

/** What is to be reached until when, whether it can be, how many wins to go for, and, where it is told, how sure that is. */
export function goalSection(
  answer: Solution,
  format: Format,
  chance: readonly Block[] = chanceBlocks(answer, format),
): Section {
  const { status, targets } = answer;
  const { goal } = chosenPlan(answer);
  const reasons = goalPlans(answer.plan).flatMap(({ goal: { why } }) => why ?? []);
  const blocks: Block[] = [sentence(goalText(answer, format)), ...reasons.map((why) => sentence(why))];
  if (status === "infeasible") blocks.push(sentence("It cannot be reached as the plan stands.", "bad"));
  else if (goal.amount === undefined) blocks.push(sentence(NO_AMOUNT));
  else if (targets.wins === 0) blocks.push(sentence("It is reached already: nothing must be won.", "good"));
  else blocks.push(sentence(`It can be reached: go for ${format.plural(targets.wins, "win")}.`, "good"));
  if (answer.plan.goals !== undefined)
    blocks.push(
      sentence(
        `No goal needs more wins than ${writtenGoal(chosenPlan(answer), format)}: all other numbers are for it.`,
      ),
    );
  blocks.push(...chance);
  if (targets !== null && targets.pipeline.averageWins !== "0")
    blocks.push(sentence(openText(chosenPlan(answer), targets, format)));
  return { title: "Goal", blocks };
}

/** Said of a plan whose habits are all that it asks for. */
const NO_AMOUNT = "No amount is set: the habits are all that is asked for.";

function goalText(answer: Solution, format: Format): string {
  const { targets } = answer;
  const plan = chosenPlan(answer);
  const goal = `${capital(writtenGoals(answer.plan, format))} ${periodWords(plan, format)}`;
  if (targets === null) return `${goal}.`;
  // What one of several goals is a change of stands with that goal.
  const { change } = targets.goals === undefined ? targets.goal : {};
  const how = change === undefined ? "" : `: ${changeWords(plan, change, format)}`;
  if (planPeriod(plan).kind === "undated") return `${goal}${how}.`;
  return `${goal} (${format.plural(targets.period.workingDays, "working day")})${how}.`;
}

function openText(plan: GoalPlan, { pipeline: open }: Targets, format: Format): string {
  const carried = pipelineText(plan, open, format);
  if (open.remaining === "0") return `${carried}. That is enough: nothing new must be started.`;
  return `${carried}; ${remainingText(open, format)}.`;
}
