import { nearestNumber } from "../../number/nearest-number.js";
import type { Ratio } from "../../number/ratio.js";
import { parseRate } from "../../plan/rate.js";
import { saidNoChance } from "../../words/no-chance.js";
import type { ChanceOn, ForecastChance } from "../answer.js";
import type { Outlook } from "../outlook.js";
import { readAhead } from "./ahead.js";
import { questionOn, type DayQuestion } from "./day-question.js";
import { tellDay, targetOf, type DaySums, type ToldDay } from "./tell-day.js";
import { stepsOf, sumsAt, sumsOf } from "./sums.js";
import { risingChances, thinned, weekEnds } from "./weeks.js";

/** What is asked of a chance. */
interface ChanceAsked {
  /** How much of all cases a range holds at least, above 0 and below 1. */
  readonly level: number;
  /** What was measured beyond what wins and the base make of it, in the metric's unit; 0 for nothing. */
  readonly measured: Ratio;
}

/** The end is worked out in about so many steps of arithmetic at most, and all weeks together. */
const MOST_STEPS = 300_000_000;
/** A picture of more weeks shows no more. */
const MOST_WEEKS = 60;
/** Amounts are counted as finely as about so many steps allow: at the end, and in all weeks together. */
const QUICK_STEPS = 20_000_000;

/**
 * How sure is the goal, and within which ranges will wins and the amount lie, if work goes on at the pace of an outlook?
 *
 * What may still be won (open work by its age, work to come) is won or not by the odds of the plan: known rates unit by
 * unit, uncertain ones drawn once for all units of a stage, the spread once for all. The chance is that of the amount with
 * all that the base brings and loses until the period's end; it never falls from week to week.
 */
export function chanceAhead(outlook: Outlook, { level, measured }: ChanceAsked): ForecastChance {
  const { compiled, from, horizon } = outlook;
  const { chance: written } = compiled.plan.goal;
  const asked = written === undefined ? null : nearestNumber(parseRate(written));
  const ahead = readAhead(outlook);
  const end = compiled.period.last;
  const target = targetOf(ahead, measured);
  const limits = { need: target.need, most: MOST_STEPS, soft: QUICK_STEPS };
  const atEnd = questionOn(ahead, end, limits);
  const wins = sumsOf(atEnd.wins);
  const amounts = atEnd.amounts === atEnd.wins ? wins : sumsOf(atEnd.amounts);
  if (wins === undefined || amounts === undefined)
    return { level, asked, atEnd: null, byWeek: [], reason: saidNoChance({ code: "too-much-to-count" }) };
  const told = (day: number, question: DayQuestion, sums: DaySums): ToldDay =>
    tellDay({ ahead, measured, level, target }, day, question, sums);
  const { row: last, doubt } = told(end, atEnd, { wins: wins.chances, amounts: amounts.chances });
  const steps =
    stepsOf(atEnd.wins, wins.rung) + (wins === amounts ? 0 : stepsOf(atEnd.amounts, amounts.rung));
  const days = thinned(weekEnds(from, horizon, end), Math.min(MOST_WEEKS, Math.floor(MOST_STEPS / steps)));
  const rows = days.map((day): ChanceOn => {
    if (day === end) return last;
    const question = questionOn(ahead, day, { ...limits, soft: QUICK_STEPS / days.length });
    const winsThen = sumsAt(question.wins, wins.rung);
    const isSame = question.amounts === question.wins;
    const amountsThen = isSame ? winsThen : sumsAt(question.amounts, amounts.rung);
    return told(day, question, { wins: winsThen, amounts: amountsThen }).row;
  });
  return {
    ...{ level, asked },
    atEnd: { ...last, error: Math.min(1, amounts.error + atEnd.axis.error + doubt) },
    byWeek: risingChances(rows, last),
    reason: null,
  };
}
