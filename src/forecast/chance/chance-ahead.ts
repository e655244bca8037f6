import type { Day } from "../../calendar/day.js";
import { nearestNumber } from "../../number/nearest-number.js";
import type { Ratio } from "../../number/ratio.js";
import { parseRate } from "../../plan/rate.js";
import { whyUntold } from "../../solve/chance/why-untold.js";
import { saidNoChance } from "../../words/no-chance.js";
import type { ChanceOn, ForecastChance } from "../answer.js";
import type { Outlook } from "../outlook.js";
import { readAhead, type Ahead } from "./ahead.js";
import { NONE_DECIDED, type DecidedUnits } from "./decided.js";
import { decidingOutlook } from "./deciding-outlook.js";
import { parseWrittenDay } from "../../plan/dates.js";
import { chanceOfMonthsBy } from "./each-month-ahead.js";
import { exactAxis } from "./amount-axis.js";
import { amountsOn, questionOn, type DayQuestion, type QuestionLimits } from "./day-question.js";
import { tellDay, targetOf, type DaySums, type ToldDay } from "./tell-day.js";
import { stepsOf, sumsAt, sumsOf } from "./sums.js";
import { risingChances, thinned, weekEnds } from "./weeks.js";

/** What is asked of a chance. */
interface ChanceAsked {
  /** How much of all cases a range holds at least, above 0 and below 1. */
  readonly level: number;
  /** What was measured beyond what wins and the base make of it, in the metric's unit; 0 for nothing. */
  readonly measured: Ratio;
  /** Whether each week is told too; default true. */
  readonly byWeek?: boolean;
  /** What is known of rates beside the plan's own samples; default nothing. */
  readonly decided?: DecidedUnits;
}

/** The end is worked out in about so many steps of arithmetic at most, and all weeks together. */
const MOST_STEPS = 100_000_000;
/** A picture of more weeks shows no more. */
const MOST_WEEKS = 60;
/** Amounts are counted as finely as about so many steps allow: at the end, and in all weeks together. */
const QUICK_STEPS = 25_000_000;

/**
 * How sure is the goal, and within which ranges will wins and the amount lie, if work goes on at the pace of an outlook?
 *
 * What may still be won (open work by its age, work to come) is won or not by the odds of the plan: known rates unit by
 * unit, uncertain ones drawn once for all units of a stage, the spread once for all. The chance is that of the amount with
 * all that the base brings and loses until the period's end; it never falls from week to week. Of a goal that holds for each
 * month it is the chance that every month reaches its own, and the ranges are those of the sum.
 */
export function chanceAhead(outlook: Outlook, asked: ChanceAsked): ForecastChance {
  const { level, measured, byWeek = true, decided = NONE_DECIDED } = asked;
  const { compiled, from, horizon } = outlook;
  const { chance: written } = compiled.plan.goal;
  const wanted = written === undefined ? null : nearestNumber(parseRate(written));
  const nothing = { level, asked: wanted, atEnd: null, byWeek: [] };
  if (compiled.months.length > 0) return chanceOfMonths(outlook, asked);
  const untold = whyUntold(compiled);
  if (untold !== undefined) return { ...nothing, reason: saidNoChance(untold) };
  if (compiled.goals.length > 0) return chanceOfAll(outlook, asked);
  const ahead = readAhead(outlook, decided);
  const end = compiled.period.last;
  const target = targetOf(ahead, measured);
  const limits = { need: target.need, most: MOST_STEPS, soft: QUICK_STEPS };
  const atEnd = questionOn(ahead, end, limits);
  const found = endSums(ahead, atEnd, limits);
  if (found === undefined) return { ...nothing, reason: saidNoChance({ code: "too-much-to-count" }) };
  const told = (day: Day, { won }: DayQuestion, sums: DaySums): ToldDay =>
    tellDay({ ahead, measured, level, target }, day, won, sums);
  const { row: last, doubt } = told(end, atEnd, found);
  const most = Math.min(MOST_WEEKS, Math.floor(MOST_STEPS / found.steps));
  const days = byWeek ? thinned(weekEnds(from, horizon, end), most) : [];
  const rows = days.flatMap((day): ChanceOn[] => {
    if (day === end) return [last];
    const question = questionOn(ahead, day, limits);
    const sums = daySums(ahead, question, { ...limits, soft: QUICK_STEPS / days.length }, found);
    return sums === undefined ? [] : [told(day, question, sums).row];
  });
  return {
    ...{ level, asked: wanted },
    atEnd: { ...last, error: Math.min(1, found.error + found.axis.error + doubt) },
    byWeek: risingChances(rows, last),
    reason: null,
  };
}

/** The ranges of the goal that binds, with the chance that all of several goals are reached. */
function chanceOfAll(outlook: Outlook, asked: ChanceAsked): ForecastChance {
  const decides = decidingOutlook(outlook, asked.decided ?? NONE_DECIDED);
  const own = chanceAhead(alone(outlook), asked);
  if (decides === undefined)
    return { ...own, atEnd: null, byWeek: [], reason: saidNoChance({ code: "goals-apart" }) };
  if (decides.compiled.binds === outlook.compiled.binds) return own;
  const all = chanceAhead(decides, asked);
  if (own.atEnd === null || all.atEnd === null) return own.atEnd === null ? own : all;
  const chances = new Map(all.byWeek.map(({ on, chance }) => [on, chance]));
  return {
    ...own,
    atEnd: { ...own.atEnd, chance: all.atEnd.chance, error: all.atEnd.error },
    byWeek: own.byWeek.flatMap((row) => {
      const chance = chances.get(row.on);
      return chance === undefined ? [] : [{ ...row, chance }];
    }),
  };
}

/** The ranges of the whole period, with the chance that every month reaches its own goal. */
function chanceOfMonths(outlook: Outlook, asked: ChanceAsked): ForecastChance {
  const { compiled } = outlook;
  const own = chanceAhead({ ...outlook, compiled: { ...compiled, months: [] } }, asked);
  if (own.atEnd === null) return own;
  const ahead = readAhead(outlook, asked.decided ?? NONE_DECIDED);
  const { last: end } = compiled.period;
  const all = chanceOfMonthsBy(ahead, end);
  if ("code" in all) return { ...own, atEnd: null, byWeek: [], reason: saidNoChance(all) };
  const atEnd = { ...own.atEnd, ...all };
  const rows = own.byWeek.flatMap((row): ChanceOn[] => {
    const day = parseWrittenDay(row.on);
    const told = day < end ? chanceOfMonthsBy(ahead, day) : all;
    return "code" in told ? [] : [{ ...row, chance: told.chance }];
  });
  return { ...own, atEnd, byWeek: risingChances(rows, atEnd) };
}

/** As if the goal that binds were the only one. */
function alone(outlook: Outlook): Outlook {
  return { ...outlook, compiled: { ...outlook.compiled, goals: [] } };
}

/** With which places wins and amounts are worked out. */
interface Rungs {
  readonly winsRung: number;
  readonly amountsRung: number;
}

/** The sums of the end, how far their chances may be off, and how long they take. */
interface EndSums extends DaySums, Rungs {
  readonly error: number;
  readonly steps: number;
}

function endSums(ahead: Ahead, question: DayQuestion, limits: QuestionLimits): EndSums | undefined {
  const { wins: asked, isPlain } = question;
  const wins = sumsOf(asked);
  if (wins === undefined) return undefined;
  const winsSteps = stepsOf(asked, wins.rung);
  const alike = { wins: wins.chances, winsRung: wins.rung };
  if (isPlain) {
    const { chances, rung, error } = wins;
    const axis = exactAxis(ahead.amount.worth);
    return { ...alike, amounts: chances, amountsRung: rung, axis, error, steps: winsSteps };
  }
  const valued = amountsOn(ahead, question, limits);
  const amounts = valued === undefined ? undefined : sumsOf(valued.amounts);
  if (valued === undefined || amounts === undefined) return undefined;
  const { chances, rung, error } = amounts;
  const steps = winsSteps + Math.min(limits.soft, stepsOf(valued.amounts, rung));
  return { ...alike, amounts: chances, amountsRung: rung, axis: valued.axis, error, steps };
}

function daySums(
  ahead: Ahead,
  question: DayQuestion,
  limits: QuestionLimits,
  { winsRung, amountsRung }: Rungs,
): DaySums | undefined {
  const wins = sumsAt(question.wins, winsRung);
  if (question.isPlain) return { wins, amounts: wins, axis: exactAxis(ahead.amount.worth) };
  const valued = amountsOn(ahead, question, limits);
  return valued === undefined
    ? undefined
    : { wins, amounts: sumsAt(valued.amounts, amountsRung), axis: valued.axis };
}
