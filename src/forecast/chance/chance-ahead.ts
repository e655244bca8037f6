/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import { formatDay, weekday } from "../../calendar/day.js";
import { quantile } from "../../chance/ranges.js";
import { addValued } from "../../chance/valued.js";
import { encodeExact } from "../../number/exact-string.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { add, multiply, ratio, subtract, type Ratio } from "../../number/ratio.js";
import { parseRate } from "../../plan/rate.js";
import { saidNoChance } from "../../words/no-chance.js";
import type { ChanceAtEnd, ChanceOn, ForecastChance, ForecastRange } from "../answer.js";
import { amountAfter, churnedAmount, plannedChurn, sharePassed } from "../metric-by-date.js";
import type { Outlook } from "../outlook.js";
import { keptShare, readAhead, wonBy, type Ahead } from "./ahead.js";
import { cellsFor, inCells } from "./amount-axis.js";
import { cellsOfWon, questionOn, type DayQuestion } from "./day-question.js";
import { lossesAhead, type LossesAhead } from "./losses-ahead.js";
import { stepsOf, sumsAt, sumsOf } from "./sums.js";

/** What is asked of a chance. */
export interface ChanceAsked {
  /** How much of all cases a range holds at least, above 0 and below 1. */
  readonly level: number;
  /** What was measured beyond what wins and the base make of it, in the metric's unit; 0 for nothing. */
  readonly measured: Ratio;
}

/** The end is worked out in about so many steps of arithmetic at most, and all weeks together. */
const MOST_STEPS = 300_000_000;
/** A picture of more weeks shows no more. */
const MOST_WEEKS = 60;
/** Values that had to be put between cells: measured within 8e-4. */
const CELLS_ERROR = 1e-3;

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
  const limits = { need: target.need, most: MOST_STEPS };
  const atEnd = questionOn(ahead, end, limits);
  const wins = sumsOf(atEnd.wins);
  const amounts = atEnd.amounts === atEnd.wins ? wins : sumsOf(atEnd.amounts);
  if (wins === undefined || amounts === undefined)
    return { level, asked, atEnd: null, byWeek: [], reason: saidNoChance({ code: "too-much-to-count" }) };
  const told = (day: number, question: DayQuestion, of: DaySums): ChanceOn =>
    dayTold({ ahead, measured, level, target }, day, question, of);
  const last: ChanceAtEnd = {
    ...told(end, atEnd, { wins: wins.chances, amounts: amounts.chances }),
    error: amounts.error + (atEnd.axis.isExact ? 0 : CELLS_ERROR),
  };
  const steps =
    stepsOf(atEnd.wins, wins.rung) + (wins === amounts ? 0 : stepsOf(atEnd.amounts, amounts.rung));
  const days = thinned(weekEnds(from, horizon, end), Math.min(MOST_WEEKS, Math.floor(MOST_STEPS / steps)));
  const byWeek = days.flatMap((day): ChanceOn[] => {
    if (day === end) return [last];
    const question = questionOn(ahead, day, limits);
    const winsThen = sumsAt(question.wins, wins.rung);
    const amountsThen =
      question.amounts === question.wins ? winsThen : sumsAt(question.amounts, amounts.rung);
    return [told(day, question, { wins: winsThen, amounts: amountsThen })];
  });
  return { level, asked, atEnd: last, byWeek: monotone(byWeek, last), reason: null };
}

/** What must still come for the goal, in the metric's unit, without what is lost by chance. */
interface Target {
  readonly need: Ratio;
  readonly losses: LossesAhead;
}

function targetOf(ahead: Ahead, measured: Ratio): Target {
  const { compiled } = ahead.outlook;
  const end = compiled.period.last;
  const losses = lossesBy(ahead, end);
  return { need: subtract(compiled.bridge.goal, fixedBy(ahead, end, losses, measured)), losses };
}

function lossesBy({ amount, outlook: { compiled, snapshot } }: Ahead, day: number): LossesAhead {
  return lossesAhead(amount, {
    planned: plannedChurn(compiled),
    passed: sharePassed(compiled, day),
    before: sharePassed(compiled, snapshot.asOf),
    lost: snapshot.churned === undefined ? undefined : churnedAmount(compiled, snapshot.churned),
  });
}

/** The metric by a day without all that is chance. */
function fixedBy(ahead: Ahead, day: number, losses: LossesAhead, measured: Ratio): Ratio {
  const { sure } = wonBy(ahead, day);
  return add(amountAfter(ahead.outlook.compiled, sure, day, losses.fixed), measured);
}

interface DaySums {
  readonly wins: Float64Array;
  readonly amounts: Float64Array;
}

interface Told {
  readonly ahead: Ahead;
  readonly measured: Ratio;
  readonly level: number;
  readonly target: Target;
}

function dayTold(
  { ahead, measured, level, target }: Told,
  day: number,
  question: DayQuestion,
  sums: DaySums,
): ChanceOn {
  const { axis, won } = question;
  const amounts = withStaying(ahead, question, sums.amounts);
  const losses = lossesBy(ahead, day);
  const fixed = fixedBy(ahead, day, losses, measured);
  const net = lessLosses(amounts, losses, axis.step);
  return {
    on: formatDay(day),
    chance: chanceOf(amounts, target, axis.step),
    wins: rangeOf(sums.wins, level, (sum) => add(won.count, ratio(sum))),
    amount: rangeOf(net.chances, level, (sum) => add(fixed, multiply(axis.step, ratio(sum - net.below)))),
  };
}

/** Wins so far that stay, on top of what is still to come. */
function withStaying(ahead: Ahead, { won, axis }: DayQuestion, sums: Float64Array): Float64Array {
  const { count } = won.mayLeave;
  if (count === 0) return sums;
  const all = Float64Array.from(sums);
  addValued(all, count, keptShare(ahead), cellsOfWon(won, ahead.amount.worth, axis));
  return all;
}

/** Σ P(lost = l) · P(sum ≥ what must come then). */
function chanceOf(sums: Float64Array, { need, losses }: Target, step: Ratio): number {
  const below = cumulated(sums);
  let chance = 0;
  losses.chances.forEach((likely, lost) => {
    const cells = cellsFor(add(need, multiply(losses.each, ratio(lost))), step);
    chance += likely * (cells === 0 ? 1 : 1 - (below[Math.min(cells, below.length) - 1] ?? 1));
  });
  return Math.min(1, Math.max(0, chance));
}

function cumulated(chances: Float64Array): Float64Array {
  let sum = 0;
  return chances.map((chance) => (sum += chance));
}

/** The sums less what is lost by chance; `below` is how many cells below 0 the list begins. */
function lessLosses(
  sums: Float64Array,
  { chances, each }: LossesAhead,
  step: Ratio,
): { readonly chances: Float64Array; readonly below: number } {
  if (chances.length === 1) return { chances: sums, below: 0 };
  const lost = inCells(
    chances.map((chance, count) => ({ value: multiply(each, ratio(count)), chance })),
    step,
  );
  const below = lost.reduce((most, { cells }) => Math.max(most, cells), 0);
  const net = new Float64Array(sums.length + below);
  for (const { cells, chance } of lost)
    for (let sum = 0; sum < sums.length; sum += 1)
      net[sum + below - cells] = net[sum + below - cells]! + chance * sums[sum]!;
  return { chances: net, below };
}

/** Between which sums the middle cases lie; the list is long enough for all but the rarest. */
function rangeOf(chances: Float64Array, level: number, write: (sum: number) => Ratio): ForecastRange {
  const end = chances.length - 1;
  const low = quantile(chances, (1 - level) / 2) ?? end;
  const high = quantile(chances, (1 + level) / 2) ?? end;
  return [encodeExact(write(low)), encodeExact(write(high))];
}

const SUNDAY = 6;

/** The Sundays ahead, the period's end and the horizon. */
function weekEnds(from: number, horizon: number, end: number): readonly number[] {
  const days: number[] = [];
  for (let day = from; day <= horizon; day += 1)
    if (weekday(day) === SUNDAY || day === end || day === horizon) days.push(day);
  return days;
}

/** No more than so many of them, evenly, the last one among them. */
function thinned(days: readonly number[], most: number): readonly number[] {
  if (days.length <= most) return days;
  const step = Math.ceil(days.length / Math.max(1, most));
  return days.filter((_, index) => (days.length - 1 - index) % step === 0);
}

/**
 * Coarser places and a spread that differs from day to day may let a chance fall by a hair; what is won by a day is won by
 * the next one too. The period's end is worked out best.
 */
function monotone(days: readonly ChanceOn[], end: ChanceOn): readonly ChanceOn[] {
  const before = days.filter(({ on }) => on < end.on);
  const after = days.filter(({ on }) => on >= end.on);
  let [most, least] = [end.chance, end.chance];
  const rising = [...before]
    .reverse()
    .map((day) => ({ ...day, chance: (most = Math.min(most, day.chance)) }));
  return [
    ...rising.reverse(),
    ...after.map((day) => ({ ...day, chance: (least = Math.max(least, day.chance)) })),
  ];
}
