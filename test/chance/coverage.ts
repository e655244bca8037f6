import { atLeast, binomialChance } from "../../src/chance/binomial.js";
import { chanceMeter } from "../../src/chance/chance-meter.js";
import type { ChanceModel } from "../../src/chance/chance-model.js";
import { fromSamples } from "../../src/chance/evidence.js";
import { leastWork } from "../../src/chance/least-work.js";
import { winsNeeded } from "../../src/chance/wins-needed.js";
import { randomFrom, simulatedWins, tossed, type Random } from "./simulation.js";

/** What plans that asked for a chance came to. */
export interface Coverage {
  readonly asked: number;
  /** Mean of what the plans told they reach. */
  readonly told: number;
  /** How often they succeeded. */
  readonly succeeded: number;
  /** The standard error of `succeeded`; 0 where it was computed and not simulated. */
  readonly error: number;
}

/**
 * Do plans with known rates succeed as often as they tell?
 *
 * Random dated plans (one to three stages, 20 days whose landing falls, open work, 3 to 40 wins) ask for a chance; then each
 * is lived through `runs` times, unit by unit.
 */
export function coverageOfKnownRates(asked: number, plans: number, runs: number, seed: number): Coverage {
  const random = randomFrom(seed);
  let [told, succeeded] = [0, 0];
  for (let plan = 0; plan < plans; plan += 1) {
    const model = datedPlan(random);
    const workOf = (n: number) => [levelOver(n, model.stages[0]?.landing.length ?? 0)];
    const found = leastWork({ meter: chanceMeter(model), asked, workOf, most: 1_000_000 });
    if (found.amount === null) throw new Error("every plan here can be reached");
    told += found.reached.chance;
    for (let run = 0; run < runs; run += 1)
      if (simulatedWins(model, workOf(found.amount), random) >= model.notEnough.length) succeeded += 1;
  }
  const rate = succeeded / (plans * runs);
  return {
    asked,
    told: told / plans,
    succeeded: rate,
    error: Math.sqrt((rate * (1 - rate)) / (plans * runs)),
  };
}

/** So many units over so many days, differing by one at most. */
export function levelOver(units: number, days: number): number[] {
  return Array.from(
    { length: days },
    (_, day) => Math.floor(((day + 1) * units) / days) - Math.floor((day * units) / days),
  );
}

function datedPlan(random: Random): ChanceModel {
  const stages = 1 + Math.floor(random() * 3);
  return {
    stages: Array.from({ length: stages }, (_, stage) => ({
      next: stage === stages - 1 ? null : stage + 1,
      rate: { known: 0.2 + 0.6 * random() },
      open: [{ count: Math.floor(random() * 6), landing: 0.5, converted: 0.3, lost: 0.4 }],
      landing: stage === 0 ? Array.from({ length: 20 }, (_, day) => 1 - 0.035 * day) : [],
    })),
    shared: [],
    spread: 0,
    notEnough: winsNeeded(3 + Math.floor(random() * 38)),
  };
}

/**
 * How often does a plan succeed whose rate was learned from one sample of this size?
 *
 * Nothing is simulated: every sample that the true rate may give makes its plan, and the plan's success at the true rate is a
 * binomial tail. Samples without a win make no plan and are left out.
 */
export function coverageOfOneSample(
  asked: number,
  sample: { rate: number; of: number; wins: number },
): Coverage {
  const { rate, of, wins } = sample;
  let [told, succeeded, all] = [0, 0, 0];
  for (let won = 1; won <= of; won += 1) {
    const likely = binomialChance({ units: of, wins: won, rate });
    if (likely < 1e-7) continue;
    const { amount, reached } = planFor(asked, [{ won, of }], wins);
    all += likely;
    told += likely * reached;
    succeeded += likely * atLeast({ units: amount, wins, rate });
  }
  return { asked, told: told / all, succeeded: succeeded / all, error: 0 };
}

/** The same for several stages, with samples that are drawn. */
export function coverageOfSamples(
  asked: number,
  { rates, of, wins }: { rates: readonly number[]; of: number; wins: number },
  plans: number,
  seed: number,
): Coverage {
  const random = randomFrom(seed);
  const rate = rates.reduce((product, one) => product * one, 1);
  let [told, sum, squares, made] = [0, 0, 0, 0];
  for (let plan = 0; plan < plans; plan += 1) {
    const samples = rates.map((one) => ({ won: tossed(of, one, random), of }));
    if (samples.some(({ won }) => won === 0)) continue;
    const { amount, reached } = planFor(asked, samples, wins);
    const success = atLeast({ units: amount, wins, rate });
    made += 1;
    told += reached;
    sum += success;
    squares += success * success;
  }
  const mean = sum / made;
  return {
    asked,
    told: told / made,
    succeeded: mean,
    error: Math.sqrt((squares / made - mean * mean) / made),
  };
}

function planFor(
  asked: number,
  samples: readonly { readonly won: number; readonly of: number }[],
  wins: number,
): { amount: number; reached: number } {
  const model: ChanceModel = {
    stages: fromSamples(samples.map((sample) => ({ ...sample, wins }))).map((rate, stage) => ({
      next: stage === samples.length - 1 ? null : stage + 1,
      rate,
      open: [],
      landing: stage === 0 ? [1] : [],
    })),
    shared: [],
    spread: 0,
    notEnough: winsNeeded(wins),
  };
  const mean = samples.reduce((product, { won, of }) => (product * won) / of, 1);
  const guess = Math.ceil((1.3 * wins) / mean);
  const found = leastWork({ meter: chanceMeter(model), asked, workOf: (n) => [[n]], most: 1e9, guess });
  if (found.amount === null) throw new Error("some number of units reaches it");
  return { amount: found.amount, reached: found.reached.chance };
}

/** The long suite, for `npm run verify`: every line with its seed; false where one misses its limits. */
export function verifyChance(print: (line: string) => void): boolean {
  let good = true;
  const tell = (name: string, { asked, told, succeeded, error }: Coverage, holds: boolean): void => {
    good &&= holds;
    const percent = (part: number): string => `${(100 * part).toFixed(2)}%`;
    print(
      `${holds ? "ok  " : "MISS"} ${name}: asked ${percent(asked)}, told ${percent(told)}, ` +
        `succeeded ${percent(succeeded)} ± ${percent(error)}`,
    );
  };
  for (const asked of [0.5, 0.8, 0.9, 0.95]) {
    const known = coverageOfKnownRates(asked, 60, 2000, 7);
    tell(
      "60 dated plans, known rates, seed 7",
      known,
      Math.abs(known.succeeded - known.told) < 4 * known.error,
    );
    for (const rates of [[0.3], [0.5, 0.3], [0.6, 0.5, 0.4], [0.5, 0.5, 0.6, 0.7, 0.5]])
      for (const of of [30, 100, 500]) {
        const told = coverageOfSamples(asked, { rates, of, wins: 12 }, 400, 11);
        const holds =
          told.succeeded > asked - 0.01 - 3 * told.error && told.succeeded < asked + 0.08 + 2 * told.error;
        tell(`${rates.length} stages, samples of ${of}, seed 11`, told, holds);
      }
  }
  return good;
}
