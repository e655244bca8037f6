import { goalWords } from "../../explain/amount-words.js";
import type { Forecast } from "../../forecast/answer.js";
import { showExact, showRate } from "../../model/display.js";
import { compare, ONE } from "../../number/ratio.js";
import { parsePeriod } from "../../plan/period.js";
import { parseQuantity } from "../../schema/quantity.js";
import { formatDay } from "../../calendar/day.js";
import { winsText } from "../figures.js";
import { sentence, type Block, type Section } from "../report.js";

/** What is expected by the period's end, where it comes from, and what comes later. */
export function outlookSection(answer: Forecast): Section {
  const blocks: Block[] = [
    sentence(goalText(answer)),
    attainmentSentence(answer),
    sentence(partsText(answer.atEnd)),
  ];
  if (answer.afterEnd.wins !== "0")
    blocks.push(
      sentence(`After the end, ${winsText(answer.afterEnd.wins)} more can be expected of this work.`),
    );
  return { title: "Outlook", blocks };
}

function goalText({ plan, asOf, pace }: Forecast): string {
  const period = parsePeriod(plan.goal.period);
  const until = period.kind === "dated" ? ` by ${formatDay(period.last)}` : "";
  const goal = `${goalWords(plan, parseQuantity(plan.goal.amount))}${until}`;
  return `Goal: ${goal}. Seen through ${asOf}; ${paceText(pace)}.`;
}

function paceText(pace: Forecast["pace"]): string {
  if (pace === "targets") return "work goes on as the plan asks";
  if ("recent" in pace) return `work goes on as in the last ${pace.recent} working days`;
  const each = Object.entries(pace.perDay).map(([stage, count]) => `${String(count)} × "${stage}"`);
  return `work goes on at ${each.length === 0 ? "nothing" : each.join(", ")} a working day`;
}

function attainmentSentence({ plan, atEnd: { amount, attainment, wins } }: Forecast): Block {
  const expected = `Expected: ${goalWords(plan, parseQuantity(amount))} from ${winsText(wins)}`;
  if (attainment === null) return sentence(`${expected}.`);
  const share = parseQuantity(attainment);
  return sentence(`${expected}, ${showRate(share)} of the goal.`, compare(share, ONE) >= 0 ? "good" : "bad");
}

function partsText({ from }: Forecast["atEnd"]): string {
  const won = `${showExact(from.won)} ${from.won === "1" ? "is" : "are"} won already`;
  const open = `${showExact(from.pipeline)} ${from.pipeline === "1" ? "comes" : "come"} of work under way`;
  return `Of these wins, ${won}, ${open}, and ${showExact(from.pace)} of work still to be started.`;
}
