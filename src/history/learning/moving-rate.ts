import { formatDay } from "../../calendar/day.js";
import { logarithm } from "../../chance/logarithm.js";
import { cumulativeIncidence, spliced, type Curve } from "./cumulative-incidence.js";
import { firstDayOf } from "./months.js";
import type { AgeCounts, AgeTable, Observations } from "./observations.js";
import { at } from "../../number/invariant.js";

/** How the deals that came in earlier and later differ, by the month in which they did. */
export interface Movement {
  /**
   * How many times more than luck months differ: chi-square ÷ degrees of freedom, 1 where luck explains it. An interval
   * that takes deals as independent is too narrow by the root of it.
   */
  readonly dispersion: number;
  /** What the variance of a rate is to be multiplied with: the dispersion, and more of it where few months tell it. */
  readonly inflation: number;
  /** Where a lasting change is seen beyond luck: the first day of the later deals, and both parts. */
  readonly change: Change | undefined;
}

interface Change {
  readonly since: string;
  /** Deals are compared within this many days of their entry. */
  readonly within: number;
  readonly before: MonthCount;
  readonly after: MonthCount;
  /** The times of the later deals. */
  readonly later: AgeTable;
  /** What the variance of the later deals' rate is to be multiplied with. */
  readonly inflation: number;
}

/** How many of some deals went on within the days that all of them were watched for. */
interface MonthCount {
  readonly wentOn: number;
  readonly of: number;
}

/** A part with fewer deals says nothing about a change. */
const ENOUGH = 20;
/** Months on each side of a change, at least. */
const ENOUGH_MONTHS = 2;
/** Months from which on luck between them can be judged. */
const ENOUGH_TO_JUDGE = 3;

/** The last day of history, and how many stages are looked at: all of them together raise a false alarm once in a hundred. */
export interface MovementOptions {
  readonly asOf: number;
  readonly stages: number;
}

/** No movement that anyone could see. */
export const NO_MOVEMENT: Movement = { dispersion: 1, inflation: 1, change: undefined };

/**
 * Do deals that came in later go on as often as earlier ones?
 *
 * Deals are taken together by the month in which they entered the stage, and compared by how many went on within
 * the same number of days: that within which nine in ten of those that go on did (half of them, where history is too short
 * for that). Only months count whose deals were all watched for so long, from their entry on.
 */
export function findMovement(seen: Observations, curve: Curve, { asOf, stages }: MovementOptions): Movement {
  for (const share of [0.9, 0.5]) {
    const within = ageAt(curve, share);
    if (within === undefined) break;
    const months = wholeMonths(seen, within, asOf);
    if (months.length >= 2 * ENOUGH_MONTHS || (share === 0.5 && months.length >= ENOUGH_TO_JUDGE)) {
      const change = changeIn(seen, months, within, stages);
      if (change !== undefined) return { dispersion: 1, inflation: 1, change };
      const { dispersion, free } = dispersionOf([months]);
      return { dispersion, inflation: inflationOf(dispersion, free), change };
    }
  }
  return NO_MOVEMENT;
}

interface Month extends MonthCount {
  readonly index: number;
}

/** The age by which this share of those that went on had. */
function ageAt({ rows, wentOn: final }: Curve, share: number): number | undefined {
  let gone = 0;
  for (const { age, atRisk, wentOn, undecidedBefore } of rows) {
    gone += (undecidedBefore * wentOn) / atRisk;
    if (final > 0 && gone >= share * final - 1e-9) return age;
  }
  return undefined;
}

/** Months whose deals were all watched from their entry on for that long, in their order. */
function wholeMonths({ byMonth }: Observations, within: number, asOf: number): readonly Month[] {
  const months: Month[] = [];
  for (const [index, table] of [...byMonth].sort(([one], [other]) => one - other)) {
    if (firstDayOf(index + 1) - 1 + within > asOf) continue;
    let [wentOn, of, late] = [0, 0, 0];
    for (const [age, [entered, , gone]] of table) {
      of += entered;
      if (age > 0) late += entered;
      if (age <= within) wentOn += gone;
    }
    if (of > 0 && late === 0) months.push({ index, wentOn, of });
  }
  return months;
}

function changeIn(
  seen: Observations,
  months: readonly Month[],
  within: number,
  stages: number,
): Change | undefined {
  const all = sumOf(months);
  const share = all.wentOn / all.of;
  let best: { at: number; ratio: number } | undefined;
  for (let at = ENOUGH_MONTHS; at <= months.length - ENOUGH_MONTHS; at += 1) {
    const parts = [months.slice(0, at), months.slice(at)] as const;
    const [before, after] = [sumOf(parts[0]), sumOf(parts[1])];
    const variance = share * (1 - share) * (1 / before.of + 1 / after.of);
    if (before.of < ENOUGH || after.of < ENOUGH || variance === 0) continue;
    const square = (after.wentOn / after.of - before.wentOn / before.of) ** 2 / variance;
    const { dispersion, free } = dispersionOf(parts);
    const ratio = square / dispersion / limitOf(dispersion, free, stages);
    if (best === undefined || ratio > best.ratio) best = { at, ratio };
  }
  if (best === undefined || best.ratio <= 1) return undefined;
  const [earlier, rest] = [months.slice(0, best.at), months.slice(best.at)];
  const first = at(rest, 0).index;
  const { dispersion, free } = dispersionOf([earlier, rest]);
  return {
    since: formatDay(firstDayOf(first)),
    within,
    before: sumOf(earlier),
    after: sumOf(rest),
    later: tableFrom(seen, first),
    inflation: inflationOf(dispersion, free),
  };
}

/**
 * How large must the square of a difference be, in its variance, so that a history without a change shows it once in a hundred
 * times, at the worst of all places where it may be cut?
 *
 * 12.2 where the variance is known (D. W. K. Andrews, "Tests for parameter instability", Econometrica 61 (1993), 821–856); more
 * where it is told by few months: fitted to 40,000 simulated histories for each number of months. Luck alone is known. Each of
 * several stages is held to its part of the one in a hundred; far out, the chance falls with the root of e for each 1.
 */
function limitOf(dispersion: number, free: number, stages: number): number {
  const more = 5.5 / free + 50 / free ** 3;
  return (12.2 + 2 * logarithm(stages)) * (1 + more * (1 - 1 / dispersion));
}

/** What is told by few months only is wider by Student's t² ÷ z² at 90%; luck alone is known. */
function inflationOf(dispersion: number, free: number): number {
  const more = 1.85 / free + 3 / free ** 2 + 8 / free ** 4;
  return dispersion * (1 + more * (1 - 1 / dispersion));
}

function sumOf(months: readonly MonthCount[]): MonthCount {
  let [wentOn, of] = [0, 0];
  for (const one of months) {
    wentOn += one.wentOn;
    of += one.of;
  }
  return { wentOn, of };
}

/** Chi-square ÷ degrees of freedom of months around the rate of their part; 1 where luck alone would give more. */
function dispersionOf(parts: readonly (readonly MonthCount[])[]): { dispersion: number; free: number } {
  let [square, free] = [0, 0];
  for (const part of parts) {
    const { wentOn, of } = sumOf(part);
    const share = wentOn / of;
    free += part.length - 1;
    if (share <= 0 || share >= 1) continue;
    for (const one of part) square += (one.wentOn - one.of * share) ** 2 / (one.of * share * (1 - share));
  }
  if (free < ENOUGH_TO_JUDGE - 1 || square <= usualSquare(free)) return { dispersion: 1, free };
  return { dispersion: square / free, free };
}

/**
 * Chi-square that luck exceeds in one of five cases: the cube root of it ÷ its degrees of freedom is nearly normal (Wilson and
 * Hilferty). A stricter gate lets intervals miss too often where months do differ (80% hold instead of 85% at one in ten), a
 * looser one makes them wider than they need be where they do not.
 */
function usualSquare(free: number): number {
  const spread = 2 / (9 * free);
  return free * (1 - spread + 0.8416212335729143 * Math.sqrt(spread)) ** 3;
}

/** The times of deals from a month on, together. */
function tableFrom({ byMonth }: Observations, first: number): AgeTable {
  const table = new Map<number, AgeCounts>();
  for (const [month, ages] of byMonth) {
    if (month < first) continue;
    for (const [age, [entered, open, wentOn, lost]] of ages) {
      const [a, b, c, d] = table.get(age) ?? [0, 0, 0, 0];
      table.set(age, [a + entered, b + open, c + wentOn, d + lost]);
    }
  }
  return table;
}

/** The curve of the later deals, as far as enough of them were watched; beyond, as all deals went on from there. */
export function curveSince({ later }: Change, whole: Curve): Curve {
  return spliced(cumulativeIncidence({ byAge: later }), whole, ENOUGH);
}
