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
 * known time, or is never seen to leave. Undefined where the plan cannot be met.
 */
export function lookAtHalfTime(seed: number): Look | undefined {
  const random = seededRandom(seed);
  const whole = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const stages = whole(1, 3);
  const truth: Truth = {
    rates: Array.from({ length: stages }, () => whole(15, 60)),
    lags: Array.from({ length: stages }, () => {
      const early = whole(0, 6);
      return [early, early + whole(1, 8)] as const;
    }),
    leaves: random() < 0.5 ? whole(3, 12) : null,
  };
  const plan = planOf(truth, whole(2, 25));
  const { status, targets } = solve(plan, { chance: false });
  if (status !== "feasible") return undefined;
  const [first, last] = [parseDay("2026-01-05") ?? 0, parseDay("2026-03-27") ?? 0];
  const units = (targets.path[0]?.days ?? []).flatMap(({ on, count }) =>
    Array.from({ length: count }, () => unitFrom(random, truth, parseDay(on) ?? 0)),
  );
  const seen = seenBy(units, stages, first + whole(20, 55));
  const told = track(plan, seen);
  const wins = units.filter(({ isWon, ended }) => isWon && ended !== null && ended <= last).length;
  const chance = told.chance?.asPlanned ?? null;
  return chance === null
    ? undefined
    : { chance, status: told.status, reached: wins >= Number(plan.goal.amount) };
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

function unitFrom(random: () => number, { rates, lags, leaves }: Truth, start: number): Unit {
  const entered: number[] = [];
  let day = start;
  for (const [index, rate] of rates.entries()) {
    entered.push(day);
    if (random() * 100 >= rate)
      return { entered, ended: leaves === null ? null : day + leaves, isWon: false };
    day += lags[index]?.[random() < 0.5 ? 0 : 1] ?? 0;
  }
  return { entered, ended: day, isWon: true };
}

/** What was known at the end of a day. */
function seenBy(units: readonly Unit[], stages: number, day: number): Snapshot {
  const names = Array.from({ length: stages }, (_, index) => `stage ${index + 1}`);
  const started = units.filter(({ entered }) => (entered[0] ?? Infinity) <= day);
  const placeOf = ({ entered }: Unit): number => entered.filter((on) => on <= day).length - 1;
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
          .filter((unit) => placeOf(unit) === place)
          .map(({ entered }) => ({ entered: formatDay(entered[place] ?? day) })),
      ]),
    ),
    won: started.filter(({ isWon, ended }) => isWon && ended !== null && ended <= day).length,
  };
}

/** How far off chances were, all and in tenths, and how often the goal was reached by status. */
export function calibrationText(looks: readonly Look[]): string {
  const row = (name: string, list: readonly Look[]): string => {
    const mean = list.reduce((sum, { chance }) => sum + chance, 0) / list.length;
    const reached = list.filter((look) => look.reached).length / list.length;
    return `${name}: ${list.length} looks, told ${mean.toFixed(3)}, reached ${reached.toFixed(3)}`;
  };
  const tenths = Array.from(
    { length: 10 },
    (_, tenth) =>
      [
        `${tenth * 10}% to ${tenth * 10 + 10}%`,
        looks.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === tenth),
      ] as const,
  );
  const statuses = (["ahead", "on track", "behind", "out of reach"] as const).map(
    (status) => [status, looks.filter((look) => look.status === status)] as const,
  );
  return [["all", looks] as const, ...tenths, ...statuses]
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => row(name, list))
    .join("\n");
}
