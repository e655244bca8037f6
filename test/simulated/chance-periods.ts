import { formatDay, parseDay } from "../../src/calendar/day.js";
import type { PlanInput } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import { solve } from "../../src/solve/solve.js";
import { track } from "../../src/track/track.js";
import type { Status } from "../../src/track/status.js";
import { seededRandom } from "../oracle/journey-simulator.js";

/** What a look at the middle of a simulated period said, and what came. */
export interface Look {
  readonly chance: number;
  readonly status: Status;
  readonly reached: boolean;
  /** Whether `track` says of a stage that fewer went on than planned, by more than luck. */
  readonly isAccused: boolean;
  /** In how many of the rests that were lived through from there the goal was reached. */
  readonly reachedAgain: number;
}

interface Truth {
  readonly rates: readonly number[];
  /** Two days on which units go on, each as likely. */
  readonly lags: readonly (readonly [number, number])[];
  /** After how many days a lost unit leaves; null where it is never seen to leave. */
  readonly leaves: number | null;
}

interface Unit {
  /** When it entered each stage that it reached. */
  readonly entered: readonly number[];
  /** When it was won, or left; null where neither ever happens. */
  readonly ended: number | null;
  readonly isWon: boolean;
}

/**
 * A look at a plan in the middle of its period, all of its work done as planned, and whether the goal was reached.
 *
 * The truth is what the plan says: each unit goes on with its stage's rate, after one of two lags; a lost one leaves after a
 * known time, or is never seen to leave. From the same look on, the rest is lived through `rests` times more: units that are
 * open are drawn anew among those that would be open still. Undefined where the plan cannot be met.
 *
 * @param conversion what the true rates are of the planned ones: 1 where the plan is right
 */
export function lookAtHalfTime(seed: number, rests = 0, conversion = 1): Look | undefined {
  const random = seededRandom(seed);
  const whole = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const stages = whole(1, 3);
  const planned: Truth = {
    rates: Array.from({ length: stages }, () => whole(15, 60)),
    lags: Array.from({ length: stages }, () => {
      const early = whole(0, 6);
      return [early, early + whole(1, 8)] as const;
    }),
    leaves: random() < 0.5 ? whole(3, 12) : null,
  };
  const plan = planOf(planned, whole(2, 25));
  const truth = { ...planned, rates: planned.rates.map((rate) => rate * conversion) };
  const { status, targets } = solve(plan, { chance: false });
  if (status !== "feasible") return undefined;
  const [first, last] = [parseDay("2026-01-05") ?? 0, parseDay("2026-03-27") ?? 0];
  const units = (targets.path[0]?.days ?? []).flatMap(({ on, count }) =>
    Array.from({ length: count }, () => unitFrom(random, truth, parseDay(on) ?? 0)),
  );
  const day = first + whole(20, 55);
  const told = track(plan, seenBy(units, stages, day));
  const chance = told.chance?.asPlanned ?? null;
  if (chance === null) return undefined;
  const isReached = (list: readonly Unit[]): boolean =>
    list.filter(({ isWon, ended }) => isWon && ended !== null && ended <= last).length >=
    Number(plan.goal?.amount);
  let reachedAgain = 0;
  for (let rest = 0; rest < rests; rest += 1)
    if (isReached(units.map((unit) => livedAgain(random, truth, unit, day)))) reachedAgain += 1;
  const isAccused = told.shortfalls.some(({ significant }) => significant === true);
  return { chance, status: told.status, isAccused, reached: isReached(units), reachedAgain };
}

function planOf({ rates, lags, leaves }: Truth, amount: number): PlanInput {
  return {
    goal: { metric: "customers", amount, period: { start: "2026-01-05", end: "2026-03-27" } },
    funnel: rates.map((rate, index) => ({
      stage: `stage ${index + 1}`,
      rate: `${rate}%`,
      lag: (lags[index] ?? []).map((days) => ({ days, share: "50%" })),
      ...(leaves === null ? {} : { lossLag: leaves }),
    })),
  };
}

function unitFrom(
  random: () => number,
  { rates, lags, leaves }: Truth,
  start: number,
  before: readonly number[] = [],
): Unit {
  const entered = [...before];
  let day = start;
  for (const [index, rate] of rates.entries()) {
    if (index < before.length) continue;
    entered.push(day);
    if (random() * 100 >= rate)
      return { entered, ended: leaves === null ? null : day + leaves, isWon: false };
    day += lags[index]?.[random() < 0.5 ? 0 : 1] ?? 0;
  }
  return { entered, ended: day, isWon: true };
}

/** What else may become of a unit, given what is known of it at the end of a day. */
function livedAgain(random: () => number, truth: Truth, unit: Unit, day: number): Unit {
  if (unit.ended !== null && unit.ended <= day) return unit;
  const place = placeOn(unit, day);
  const before = unit.entered.slice(0, Math.max(0, place));
  const start = unit.entered[Math.max(0, place)] ?? NaN;
  for (;;) {
    const again = unitFrom(random, truth, start, before);
    const isOpen = again.ended === null || again.ended > day;
    if (isOpen && placeOn(again, day) === place) return again;
  }
}

/** In which stage a unit is at the end of a day; −1 before it starts. */
function placeOn({ entered }: Unit, day: number): number {
  return entered.filter((on) => on <= day).length - 1;
}

/** What was known at the end of a day. */
function seenBy(units: readonly Unit[], stages: number, day: number): Snapshot {
  const names = Array.from({ length: stages }, (_, index) => `stage ${index + 1}`);
  const started = units.filter(({ entered }) => (entered[0] ?? Infinity) <= day);
  const open = started.filter(({ ended }) => ended === null || ended > day);
  return {
    asOf: formatDay(day),
    entered: Object.fromEntries(
      names.map((name, place) => [
        name,
        started
          .flatMap(({ entered }) => entered[place] ?? [])
          .filter((on) => on <= day)
          .map((on) => ({ on: formatDay(on), count: 1 })),
      ]),
    ),
    pipeline: Object.fromEntries(
      names.map((name, place) => [
        name,
        open
          .filter((unit) => placeOn(unit, day) === place)
          .map(({ entered }) => ({ entered: formatDay(entered[place] ?? day) })),
      ]),
    ),
    won: started.filter(({ isWon, ended }) => isWon && ended !== null && ended <= day).length,
  };
}

/** What the looks of a tenth of chances, or of a status, came to. Shares of 1. */
export interface Reliability {
  readonly name: string;
  readonly looks: number;
  readonly told: number;
  /** How often the goal was reached in the rests that were lived through again, and its standard error if what was told is right. */
  readonly again: number;
  readonly againError: number;
  /** How often it was reached the first time, and its standard error. */
  readonly once: number;
  readonly onceError: number;
}

/** How far off chances were, all, in tenths, and by status; each look was followed by so many rests. */
export function reliabilityOf(looks: readonly Look[], rests: number): readonly Reliability[] {
  const tenths = Array.from({ length: 10 }, (_, tenth) => ({
    name: `${tenth * 10}% to ${tenth * 10 + 10}%`,
    list: looks.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === tenth),
  }));
  const statuses = (["ahead", "on track", "behind", "out of reach"] as const).map((status) => ({
    name: status,
    list: looks.filter((look) => look.status === status),
  }));
  return [{ name: "all", list: looks }, ...tenths, ...statuses]
    .filter(({ list }) => list.length > 0)
    .map(({ name, list }) => {
      const total = (value: (look: Look) => number): number =>
        list.reduce((sum, look) => sum + value(look), 0);
      const variance = total(({ chance }) => chance * (1 - chance));
      return {
        name,
        looks: list.length,
        told: total(({ chance }) => chance) / list.length,
        again: rests === 0 ? NaN : total(({ reachedAgain }) => reachedAgain) / rests / list.length,
        againError: Math.sqrt(variance / Math.max(1, rests)) / list.length,
        once: total(({ reached }) => (reached ? 1 : 0)) / list.length,
        onceError: Math.sqrt(variance) / list.length,
      };
    });
}

/**
 * How far off single looks are: the mean square of what their rests were off, in standard errors. 1 where every chance is
 * right; looks with hardly any doubt are left out.
 */
export function squareOfLooks(
  looks: readonly Look[],
  rests: number,
): { readonly mean: number; readonly looks: number } {
  const doubtful = looks.filter(({ chance }) => rests * Math.min(chance, 1 - chance) > 5);
  const squares = doubtful.map(
    ({ chance, reachedAgain }) => (reachedAgain - rests * chance) ** 2 / (rests * chance * (1 - chance)),
  );
  return { mean: squares.reduce((sum, square) => sum + square, 0) / doubtful.length, looks: doubtful.length };
}

/** Looks from a seed on. */
export function looksFrom(seed: number, periods: number, rests: number): readonly Look[] {
  return Array.from({ length: periods }, (_, index) => lookAtHalfTime(seed + index, rests)).flatMap(
    (look) => look ?? [],
  );
}

/** One line a row. */
export function reliabilityText(rows: readonly Reliability[]): string {
  const percent = (part: number): string => `${(100 * part).toFixed(2)}%`;
  return rows
    .map(
      ({ name, looks, told, again, againError, once, onceError }) =>
        `${name}: ${looks} looks, told ${percent(told)}, reached again ${percent(again)} ± ${percent(againError)}, ` +
        `once ${percent(once)} ± ${percent(onceError)}`,
    )
    .join("\n");
}

/** The long suite, for `npm run verify`; false where a tenth, or all looks together, are off by more than luck. */
export function verifyLooks(print: (line: string) => void, periods = 1500, rests = 250, seed = 1): boolean {
  const looks = looksFrom(seed, periods, rests);
  const rows = reliabilityOf(looks, rests);
  const square = squareOfLooks(looks, rests);
  const holds = areReliable(rows) && isLuckOnly(square);
  print(
    `${holds ? "ok  " : "MISS"} looks at half time, ${rests} rests each, seed ${seed}; mean square ` +
      `${square.mean.toFixed(3)} of ${square.looks} looks\n${reliabilityText(rows)}`,
  );
  return holds;
}

/** Is every row within four standard errors, both times? */
export function areReliable(rows: readonly Reliability[]): boolean {
  return rows.every(
    ({ told, again, againError, once, onceError }) =>
      Math.abs(again - told) <= 4 * againError && Math.abs(once - told) <= 4 * onceError,
  );
}

/** A mean of squares of nearly normal numbers is 1 give or take the root of 2 ÷ how many; four of these. */
export function isLuckOnly({ mean, looks }: ReturnType<typeof squareOfLooks>): boolean {
  return Math.abs(mean - 1) < 4 * Math.sqrt(2 / looks);
}
