import { goalWords } from "../../explain/amount-words.js";
import type { Forecast } from "../../forecast/answer.js";
import { showExact, showRate } from "../../model/display.js";
import { compare, ONE } from "../../number/ratio.js";
import { periodOf } from "../../plan/period.js";
import { quantityOf } from "../../schema/quantity.js";
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

function goalText({ plan, through, pace }: Forecast): string {
  const period = periodOf(plan.goal.period);
  const until = period.kind === "dated" ? ` by ${formatDay(period.last)}` : "";
  const goal = `${goalWords(plan, quantityOf(plan.goal.amount))}${until}`;
  return `Goal: ${goal}. Seen through ${through}; ${paceText(pace)}.`;
}

function paceText(pace: Forecast["pace"]): string {
  if (pace === "targets") return "work goes on as the plan asks";
  if ("recent" in pace) return `work goes on as in the last ${pace.recent} working days`;
  const each = Object.entries(pace.perDay).map(([stage, count]) => `${String(count)} × "${stage}"`);
  return `work goes on at ${each.length === 0 ? "nothing" : each.join(", ")} a working day`;
}

function attainmentSentence({ plan, atEnd: { amount, attainment, wins } }: Forecast): Block {
  const expected = `Expected: ${goalWords(plan, quantityOf(amount))} from ${winsText(wins)}`;
  if (attainment === null) return sentence(`${expected}.`);
  const share = quantityOf(attainment);
  return sentence(`${expected}, ${showRate(share)} of the goal.`, compare(share, ONE) >= 0 ? "good" : "bad");
}

function partsText({ from }: Forecast["atEnd"]): string {
  const won = `${showExact(from.won)} ${from.won === "1" ? "is" : "are"} won already`;
  const open = `${showExact(from.open)} ${from.open === "1" ? "comes" : "come"} of work under way`;
  return `Of these wins, ${won}, ${open}, and ${showExact(from.pace)} of work still to be started.`;
}
