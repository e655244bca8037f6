import { formatDay } from "../../src/calendar/day.js";
import { learn } from "../../src/history/learning/learn.js";
import type { Journey } from "../../src/history/journeys/journey.js";
import { toNumber } from "../../src/number/exact-string.js";
import { LAST_DAY, simulateOneStage, type OneStage } from "../history/history-simulator.js";
import { seededRandom } from "../oracle/journey-simulator.js";

/** How often a lasting change was claimed, and how often the 90% interval of a rate held the truth where none was. Shares of 1. */
export interface MovingRates {
  readonly histories: number;
  readonly moved: number;
  readonly held: number;
}

/** Histories of one stage, with a lasting change in the middle or without. */
export function movingRates(truth: Omit<OneStage, "seed">, histories: number, seed: number): MovingRates {
  let [moved, held, steady] = [0, 0, 0];
  for (let index = 0; index < histories; index += 1) {
    const journeys = simulateOneStage({ ...truth, seed: seed + index });
    const { demo } = learn(journeys, { stages: ["demo"], asOf: formatDay(LAST_DAY) }).stages;
    if (demo?.moved) {
      moved += 1;
      continue;
    }
    steady += 1;
    const { low, high } = demo?.corrected ?? {};
    if (toNumber(low ?? "1") <= truth.rate && truth.rate <= toNumber(high ?? "0")) held += 1;
  }
  return { histories, moved: moved / histories, held: held / steady };
}

/** Owners who differ: how many, how many deals each, and the standard deviation of their true rates. */
export interface Owners {
  readonly owners: number;
  readonly deals: number;
  readonly differ: number;
}

/** What a way of pulling groups toward the whole came to. */
export interface PulledGroups {
  /** How many of the 90% intervals held the owner's true rate. */
  readonly held: number;
  /** How far the rates are from the true ones, the root of the mean square. */
  readonly off: number;
}

/** Owners' rates as learned: with the learned strength, with none, and with the whole's 20 deals that were once the rule. */
export function pulledGroups(
  { owners, deals, differ }: Owners,
  strength: number | undefined,
  histories: number,
  seed: number,
): PulledGroups {
  let [held, squares, all] = [0, 0, 0];
  for (let index = 0; index < histories; index += 1) {
    const random = seededRandom(seed + index);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const rates = Array.from({ length: owners }, () =>
      Math.min(0.95, Math.max(0.02, 0.3 + differ * normal())),
    );
    const journeys = rates.flatMap((rate, owner) =>
      Array.from({ length: deals }, (_, deal) =>
        decidedDeal(`owner ${owner}`, owner * deals + deal, random() < rate),
      ),
    );
    const { groups } = learn(journeys, {
      stages: ["demo"],
      asOf: formatDay(LAST_DAY),
      by: "owner",
      strength,
    });
    rates.forEach((truth, owner) => {
      const learned = groups.find(({ name }) => name === `owner ${owner}`)?.stages[0];
      if (learned === undefined) throw new Error("each owner's deals are decided");
      all += 1;
      squares += (toNumber(learned.rate) - truth) ** 2;
      if (toNumber(learned.low ?? "1") <= truth && truth <= toNumber(learned.high ?? "0")) held += 1;
    });
  }
  return { held: held / all, off: Math.sqrt(squares / all) };
}

/** Decided after a week; deals come over half a year. */
function decidedDeal(owner: string, id: number, isWon: boolean): Journey {
  const entered = LAST_DAY - 200 + ((id * 7) % 180);
  return {
    ...{ channel: null, value: null, currency: null, probability: null, expected: null },
    ...{ id: String(id), owner, state: isWon ? ("won" as const) : ("lost" as const) },
    steps: [{ stage: "demo", on: formatDay(entered) }],
    closed: formatDay(entered + 7),
  };
}
