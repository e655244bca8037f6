import { formatDay, parseDay, weekday } from "../../src/calendar/day.js";
import type { GoalPlan } from "../../src/plan/plan.js";
import type { Entry, Snapshot } from "../../src/plan/snapshot.js";
import type { Targets } from "../../src/solve/answer.js";
import { solve } from "../../src/solve/solve.js";
import { seededRandom } from "../oracle/journey-simulator.js";

/** A made-up plan and what really happens in its period, unit by unit. */
export interface SimulatedPeriod {
  readonly plan: GoalPlan;
  readonly targets: Targets;
  /** The part of the plan's work that is done. */
  readonly diligence: number;
  readonly first: number;
  readonly last: number;
  /** What was known at the end of a day: entries with their day, and wins. */
  readonly seenBy: (day: number) => Snapshot;
}

interface Happened {
  readonly entered: readonly (readonly number[])[];
  readonly won: readonly number[];
}

const PERIODS = [
  { start: "2026-01-05", end: "2026-02-27" },
  { start: "2026-01-01", end: "2026-03-31" },
  { start: "2026-07-01", end: "2026-09-30" },
  { start: "2026-01-01", end: "2026-06-30" },
] as const;

/** A number from low to high, both included. */
function whole(random: () => number, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/**
 * One to three stages with their rates and lags, a goal of 2 to 40 customers, a season now and then; undefined where the plan
 * cannot be met. Work is done day by day as the plan's days ask, each unit with the chance `diligence`, one in six of them a
 * working day late. Every unit goes on with its stage's rate, after its lag or up to half a lag sooner or later.
 */
export function simulatePeriod(seed: number, diligence: number): SimulatedPeriod | undefined {
  const random = seededRandom(seed);
  const period = PERIODS[whole(random, 0, PERIODS.length - 1)] ?? PERIODS[0];
  const stages = whole(random, 1, 3);
  const lags = Array.from({ length: stages }, () => whole(random, 0, Math.floor(50 / stages)));
  const rates = Array.from({ length: stages }, () => whole(random, 10, 60));
  const seasonal = random() < 0.3;
  const plan: GoalPlan = {
    goal: { metric: "customers", amount: whole(random, 2, 40), period },
    funnel: lags.map((lag, index) => ({
      stage: `stage ${index + 1}`,
      rate: `${rates[index] ?? 10}%`,
      lag,
    })),
    ...(seasonal ? { calendar: { seasonality: { feb: "50%", aug: "50%" } } } : {}),
  };
  const answer = solve(plan);
  if (answer.status !== "feasible") return undefined;
  const first = parseDay(period.start) ?? 0;
  const last = parseDay(period.end) ?? 0;
  const happened = happen(random, answer.targets, { lags, rates }, diligence);
  const seenBy = (day: number): Snapshot => ({
    asOf: formatDay(day),
    entered: Object.fromEntries(
      happened.entered.map((days, index) => [`stage ${index + 1}`, byDay(days.filter((on) => on <= day))]),
    ),
    won: happened.won.filter((on) => on <= day && on >= first).length,
  });
  return { plan, targets: answer.targets, diligence, first, last, seenBy };
}

function happen(
  random: () => number,
  { path }: Targets,
  { lags, rates }: { readonly lags: readonly number[]; readonly rates: readonly number[] },
  diligence: number,
): Happened {
  const started = (path[0]?.days ?? []).flatMap(({ on, count }) =>
    Array.from({ length: count }, () => parseDay(on) ?? 0).flatMap((day) => {
      if (random() >= diligence) return [];
      return [random() < 1 / 6 ? nextWorkingDay(day) : day];
    }),
  );
  const entered: number[][] = lags.map(() => []);
  const won: number[] = [];
  for (const start of started) {
    let day = start;
    let stage = 0;
    for (; stage < lags.length; stage += 1) {
      entered[stage]?.push(day);
      if (random() * 100 >= (rates[stage] ?? 0)) break;
      const lag = lags[stage] ?? 0;
      day += Math.round(lag * (0.5 + random()));
    }
    if (stage === lags.length) won.push(day);
  }
  return { entered, won };
}

function nextWorkingDay(day: number): number {
  const next = day + 1;
  return weekday(next) > 4 ? nextWorkingDay(next) : next;
}

function byDay(days: readonly number[]): Entry[] {
  const counts = new Map<number, number>();
  for (const day of [...days].sort((one, other) => one - other)) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts].map(([day, count]) => ({ on: formatDay(day), count }));
}
