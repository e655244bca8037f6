import { formatDay } from "../../src/calendar/day.js";
import type { Journey } from "../../src/history/journeys/journey.js";
import { learn } from "../../src/history/learning/learn.js";
import type { LearnedRate } from "../../src/history/learning/learned.js";
import { toNumber } from "../../src/number/exact-string.js";
import {
  seededRandom,
  simulateJourneys,
  trueRate,
  type SimulatedLag,
  type SimulatedStage,
} from "./journey-simulator.js";

/** What a file leaves out of a history. */
export type Erasure = (journeys: readonly Journey[], random: () => number) => readonly Journey[];

const mapped =
  (change: (journey: Journey, random: () => number) => Journey): Erasure =>
  (journeys, random) =>
    journeys.map((journey) => change(journey, random));

/** Only where a deal began and how it ended, as a report without history says. */
const endsOnly = (journey: Journey): Journey => ({
  ...journey,
  steps: journey.steps.slice(0, 1),
  recorded: "ends",
});

/** The stage it is in, without the days on which it came there. */
const withoutDays = (journey: Journey): Journey => ({
  ...journey,
  steps: journey.steps.map((step, index) => (index === 0 ? step : { ...step, on: null })),
  recorded: "furthest",
});

/** The models of erasure for which intervals are claimed to hold; for other patterns nothing is claimed. */
export const ERASURES: Readonly<Record<string, Erasure>> = {
  nothing: mapped((journey) => journey),
  "half of all deals": (journeys, random) => journeys.filter(() => random() < 0.5),
  ids: mapped((journey, random) => ({ ...journey, id: String(random()) })),
  "stage of each loss": mapped((journey) => (journey.state === "lost" ? endsOnly(journey) : journey)),
  "stage of three in ten losses": mapped((journey, random) =>
    journey.state === "lost" && random() < 0.3 ? endsOnly(journey) : journey,
  ),
  "days of half the deals": mapped((journey, random) => (random() < 0.5 ? withoutDays(journey) : journey)),
  "days of one deal in twenty": mapped((journey, random) =>
    random() < 0.05 ? withoutDays(journey) : journey,
  ),
  "days of wins": mapped((journey) => (journey.state === "won" ? withoutDays(journey) : journey)),
  "days of open deals": mapped((journey) => (journey.state === "open" ? withoutDays(journey) : journey)),
  "stage of open deals": mapped((journey) => (journey.state === "open" ? endsOnly(journey) : journey)),
  "open deals": (journeys) => journeys.filter(({ state }) => state !== "open"),
  "open deals and stages of losses": (journeys) =>
    journeys.flatMap((journey) =>
      journey.state === "open" ? [] : [journey.state === "lost" ? endsOnly(journey) : journey],
    ),
};

const evenly = (from: number, to: number): SimulatedLag =>
  Array.from({ length: to - from + 1 }, (_, index) => [from + index, 1 / (to - from + 1)] as const);

const STAGES: readonly SimulatedStage[] = [
  { stage: "demo", rate: 0.4, lag: evenly(5, 40), lossLag: evenly(0, 20) },
  { stage: "proposal", rate: 0.5, lag: evenly(5, 30), lossLag: evenly(10, 60) },
];
const TODAY = 20_800;

/** How often intervals were given, and how often they held the truth. */
export interface Coverage {
  readonly model: string;
  readonly deals: number;
  readonly histories: number;
  readonly given: number;
  readonly held: number;
}

/** Learns from histories of which a part was erased, and counts how often the 90% intervals that are given hold the truth. */
export function coverageOfErasure(model: string, deals: number, seeds: readonly number[]): Coverage {
  const erase = ERASURES[model];
  if (erase === undefined) throw new RangeError(`there is no model of erasure ${model}`);
  const truths = [...STAGES.map(trueRate), STAGES.reduce((product, stage) => product * trueRate(stage), 1)];
  let [given, held] = [0, 0];
  for (const seed of seeds) {
    const whole = simulateJourneys({ seed, deals, stages: STAGES, begin: [TODAY - 300, TODAY], asOf: TODAY });
    const journeys = erase(whole, seededRandom(seed + 7));
    const learned = learn(journeys, { stages: STAGES.map(({ stage }) => stage), asOf: formatDay(TODAY) });
    const rates = [...STAGES.map(({ stage }) => learned.stages[stage]?.corrected), learned.overall];
    rates.forEach((rate, index) => {
      const interval = intervalOf(rate);
      if (interval === undefined) return;
      given += 1;
      const truth = truths[index] ?? NaN;
      if (interval.low <= truth && truth <= interval.high) held += 1;
    });
  }
  return { model, deals, histories: seeds.length, given, held };
}

function intervalOf(rate: LearnedRate | null | undefined) {
  const { low = null, high = null } = rate ?? {};
  return low === null || high === null ? undefined : { low: toNumber(low), high: toNumber(high) };
}

/** Fewer than so many of 90% intervals hold only once in a thousand times, when each does in nine of ten. */
export function leastHeld(given: number): number {
  return 0.9 - 3.1 * Math.sqrt(0.09 / Math.max(1, given));
}
