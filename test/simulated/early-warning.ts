import { weekday } from "../../src/calendar/day.js";
import { forecast } from "../../src/forecast/forecast.js";
import { toDecimal } from "../../src/number/to-decimal.js";
import type { Pace } from "../../src/forecast/pace.js";
import type { Track } from "../../src/track/track.js";
import { track } from "../../src/track/track.js";
import { simulatePeriod, type SimulatedPeriod } from "./period.js";

/** What a number of simulated periods came to. */
export interface WarningRates {
  /** Periods of too little work, and how many of them were warned of in time. */
  readonly slow: number;
  readonly inTime: number;
  /** Weeks of periods on plan, and how many of them were warned of. */
  readonly weeks: number;
  readonly falseAlarms: number;
  /** Seeds of slow periods without a warning in time. */
  readonly late: readonly number[];
}

const FRIDAY = 4;

/**
 * In periods of too little work (a tenth to six tenths of the plan's): does a look at the end of each working day warn before
 * half of the shortfall is beyond repair? In periods on plan: in how many weeks is there a warning on Friday all the same?
 */
export function warningRates(first: number, count: number): WarningRates {
  let [slow, inTime, weeks, falseAlarms] = [0, 0, 0, 0];
  const late: number[] = [];
  for (let seed = first; seed < first + count; seed += 1) {
    const lazy = simulatePeriod(seed, 0.1 + (0.5 * (seed % 101)) / 100);
    if (lazy !== undefined) {
      slow += 1;
      if (isWarnedInTime(lazy)) inTime += 1;
      else late.push(seed);
    }
    const steady = simulatePeriod(seed, 1);
    if (steady === undefined) continue;
    const looks = fridays(steady).map((day) => track(steady.plan, steady.seenBy(day)));
    weeks += looks.length;
    falseAlarms += looks.filter(isWarned).length;
  }
  return { slow, inTime, weeks, falseAlarms, late };
}

function workingDays({ first, last }: SimulatedPeriod): number[] {
  const days = Array.from({ length: last - first }, (_, day) => first + day);
  return days.filter((day) => weekday(day) <= FRIDAY);
}

function fridays(period: SimulatedPeriod): number[] {
  return workingDays(period).filter((day) => weekday(day) === FRIDAY);
}

function isWarned({ ahead }: Track): boolean {
  return ahead.warning !== null;
}

/** The first day with a warning comes no later than the last day on which half of the shortfall can be made good. */
function isWarnedInTime(period: SimulatedPeriod): boolean {
  const { plan, last, seenBy } = period;
  const goal = Number(plan.goal.amount);
  const shortfall = goal - amountAtEnd(period, last, "targets");
  // Luck may bring the goal after all: then there is no shortfall to be warned of.
  if (shortfall <= 0) return true;
  const warned = workingDays(period).find((day) => isWarned(track(plan, seenBy(day))));
  if (warned === undefined) return false;
  const lost = goal - amountAtEnd(period, warned, twice(period));
  return lost < shortfall / 2;
}

/** What the period can still end at. */
function amountAtEnd({ plan, seenBy }: SimulatedPeriod, day: number, pace: Pace): number {
  return toDecimal(forecast(plan, seenBy(day), { pace }).atEnd.amount).toNumber();
}

/** Twice the plan's daily number, on every working day that is left. */
function twice({ targets }: SimulatedPeriod): Pace {
  const source = targets.path[0];
  const days = source?.window?.workingDays ?? 0;
  const perDay = days === 0 ? 0 : (2 * (source?.total ?? 0)) / days;
  return { perDay: { [source?.stage ?? ""]: String(Math.round(perDay * 1000) / 1000) } };
}

/** The rates in a sentence. */
export function ratesText({ slow, inTime, weeks, falseAlarms }: WarningRates): string {
  const share = (part: number, all: number): string => `${((100 * part) / Math.max(1, all)).toFixed(2)}%`;
  return (
    `early warning: in time in ${share(inTime, slow)} of ${slow} periods of too little work, ` +
    `given in ${share(falseAlarms, weeks)} of ${weeks} weeks on plan`
  );
}
