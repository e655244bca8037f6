import { goalWords } from "../../explain/amount-words.js";
import type { Forecast } from "../../forecast/answer.js";
import { showExact, showRate } from "../../model/display.js";
import { compare, ONE } from "../../number/ratio.js";
import { periodOf } from "../../plan/period.js";
import { quantityOf } from "../../plan/quantity.js";
import { formatDay } from "../../time/day.js";
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
      sentence(`After the end, ${winsOf(answer.afterEnd.wins)} more can be expected of this work.`),
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
  const expected = `Expected: ${goalWords(plan, quantityOf(amount))} from ${winsOf(wins)}`;
  if (attainment === null) return sentence(`${expected}.`);
  const share = quantityOf(attainment);
  return sentence(`${expected}, ${showRate(share)} of the goal.`, compare(share, ONE) >= 0 ? "good" : "bad");
}

function partsText({ from }: Forecast["atEnd"]): string {
  return `Of these wins, ${showExact(from.won)} are won already, ${showExact(from.open)} come of work under way, and ${showExact(from.pace)} of work still to be started.`;
}

/** "1 win", "about 3.67 wins". */
export function winsOf(wins: string): string {
  return `${showExact(wins)} ${wins === "1" ? "win" : "wins"}`;
}
