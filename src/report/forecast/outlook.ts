import { goalWords } from "../../explain/amount-words.js";
import type { Forecast } from "../../forecast/answer.js";
import { showExact, showRate } from "../../model/display.js";
import { compare, ONE } from "../../number/ratio.js";
import { parsePeriod } from "../../plan/period.js";
import { parseRateText } from "../../number/rate-text.js";
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

function goalText({ plan, asOf, pace, paceDays }: Forecast): string {
  const period = parsePeriod(plan.goal.period);
  const until = period.kind === "dated" ? ` by ${formatDay(period.last)}` : "";
  const goal = `${goalWords(plan, parseQuantity(plan.goal.amount))}${until}`;
  return `Goal: ${goal}. Seen through ${asOf}; ${paceText(pace, paceDays)}.`;
}

function paceText(pace: Forecast["pace"], days: Forecast["paceDays"]): string {
  if (pace === "targets") return "work goes on as the plan asks";
  if ("recent" in pace) return recentText(days ?? 0);
  if ("ofPlan" in pace) {
    const parts = Object.entries(pace.ofPlan).map(
      ([stage, part]) => `${showRate(parseRateText(part) ?? ONE)} of "${stage}"`,
    );
    return `work goes on as the plan asks, at ${parts.join(", ")}`;
  }
  const each = Object.entries(pace.perDay).map(([stage, count]) => `${String(count)} × "${stage}"`);
  return `work goes on at ${each.length === 0 ? "nothing" : each.join(", ")} a working day`;
}

function recentText(days: number): string {
  if (days === 0) return "no work goes on, because no day of it is known so far";
  return `work goes on as in the last ${days === 1 ? "working day" : `${days} working days`}`;
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
