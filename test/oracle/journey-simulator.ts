import { formatDay } from "../../src/calendar/day.js";
import type { Journey, Step } from "../../src/history/journeys/journey.js";

/** Days and how likely each is. */
export type SimulatedLag = readonly (readonly [days: number, share: number])[];

/** What is true of a stage: the share that goes on, how long that takes, how long losing takes, how many pass unseen. */
export interface SimulatedStage {
  readonly stage: string;
  readonly rate: number;
  readonly lag: SimulatedLag;
  readonly lossLag: SimulatedLag;
  /** Share of those who come that skip this stage: they go straight on, on the same day. */
  readonly skip?: number;
}

/** A made-up history whose truth is known. */
export interface Simulation {
  readonly seed: number;
  readonly deals: number;
  readonly stages: readonly SimulatedStage[];
  /** First and last day on which deals begin, as day numbers. */
  readonly begin: readonly [first: number, last: number];
  readonly asOf: number;
  /** Deals that ended before this day are not recorded at all. */
  readonly observedFrom?: number;
}

/** A source of numbers from 0 (included) to 1, the same for the same seed (Mulberry32, by Tommy Ettinger). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The rate that "reached this or a later stage" shows in the long run: whoever skips a stage has passed it. */
export function trueRate({ rate, skip = 0 }: SimulatedStage): number {
  return skip + (1 - skip) * rate;
}

/** The lag that history shows in the long run: nothing for whoever skips. */
export function trueLag({ rate, lag, skip = 0 }: SimulatedStage): Map<number, number> {
  const passing = (1 - skip) * rate;
  const table = new Map<number, number>([[0, skip / (skip + passing)]]);
  for (const [days, share] of lag)
    table.set(days, (table.get(days) ?? 0) + (share * passing) / (skip + passing));
  return table;
}

/** Walks every deal through the stages and writes down what a CRM would hold at the end of `through`. */
export function simulateJourneys(simulation: Simulation): Journey[] {
  const random = seededRandom(simulation.seed);
  const journeys: Journey[] = [];
  for (let index = 0; index < simulation.deals; index += 1) {
    const journey = walk(simulation, `deal ${index}`, random);
    if (journey !== undefined) journeys.push(journey);
  }
  return journeys;
}

function walk(simulation: Simulation, id: string, random: () => number): Journey | undefined {
  const { stages, begin, asOf, observedFrom = -Infinity } = simulation;
  const [first, last] = begin;
  let day = first + Math.floor(random() * (last - first + 1));
  const steps: Step[] = [];
  let state: Journey["state"] = "won";
  for (const { stage, rate, lag, lossLag, skip = 0 } of stages) {
    if (random() < skip) continue;
    steps.push({ stage, on: formatDay(day) });
    const goesOn = random() < rate;
    day += drawn(goesOn ? lag : lossLag, random());
    if (goesOn) continue;
    state = "lost";
    break;
  }
  if (day < observedFrom) return undefined;
  const past = steps.filter(({ on }) => (on ?? "") <= formatDay(asOf));
  if (past.length === 0 && day > asOf) return undefined;
  const open = day > asOf;
  const unknown = {
    owner: null,
    channel: null,
    value: null,
    currency: null,
    probability: null,
    expected: null,
  };
  return { id, ...unknown, steps: past, state: open ? "open" : state, closed: open ? null : formatDay(day) };
}

function drawn(lag: SimulatedLag, chance: number): number {
  let rest = chance;
  for (const [days, share] of lag) {
    if (rest < share) return days;
    rest -= share;
  }
  return lag.at(-1)?.[0] ?? 0;
}
