/* eslint-disable @typescript-eslint/no-non-null-assertion -- a guard in a hand-written loop would slow what is measured */
/** Part I: how long a chance takes, forward and backward, against the times that are promised. */
import { chanceMeter } from "../../src/chance/chance-meter.js";
import type { ChanceModel } from "../../src/chance/chance-model.js";
import { fromSample } from "../../src/chance/evidence.js";
import { leastUnits } from "../../src/chance/least-units.js";
import { leastWork } from "../../src/chance/least-work.js";
import { winsNeeded } from "../../src/chance/wins-needed.js";
import { line, race, time } from "./race.js";

const RATES = Array.from({ length: 16 }, (_, index) => 0.05 + index / 20);
const DAYS = 20;

function promise(name: string, nanoseconds: number, atMost: number): void {
  line(name, nanoseconds / atMost, 1, `${time(nanoseconds)} of ${time(atMost)}`);
}

function level(units: number): number[] {
  return Array.from(
    { length: DAYS },
    (_, day) => Math.floor(((day + 1) * units) / DAYS) - Math.floor((day * units) / DAYS),
  );
}

/** A dated plan with lags: what is started later lands less. */
export function datedModel(wins: number): ChanceModel {
  return {
    stages: [
      {
        next: null,
        rate: { known: 0.2 },
        open: [{ count: 10, landing: 0.5, converted: 0.2, lost: 0.3 }],
        landing: Array.from({ length: DAYS }, (_, day) => 1 - 0.04 * day),
      },
    ],
    shared: [],
    spread: 0,
    notEnough: winsNeeded(wins),
  };
}

/** Four stages with samples of 30 and 30 open units, each with an age of its own. */
export function uncertainModel(wins: number): ChanceModel {
  const samples = [20, 18, 21, 15];
  return {
    stages: samples.map((won, stage) => ({
      next: stage === 3 ? null : stage + 1,
      rate: fromSample({ won, of: 30 }),
      open: Array.from({ length: stage < 2 ? 8 : 7 }, (_, age) => ({
        count: 1,
        landing: 0.9 - 0.1 * age,
        converted: 0.1 * age,
        lost: 0.08 * age,
      })),
      landing: stage === 0 ? Array.from({ length: DAYS }, (_, day) => 0.95 - 0.04 * day) : [],
    })),
    shared: [],
    spread: 0,
    notEnough: winsNeeded(wins),
  };
}

function solved(model: ChanceModel, guess: number): number {
  const found = leastWork({
    meter: chanceMeter(model),
    asked: 0.8,
    workOf: (n) => [level(n)],
    most: 1_000_000,
    guess,
    lookBack: 0,
  });
  return found.amount ?? NaN;
}

export function benchChance(): void {
  const [known] = race(
    [
      {
        name: "leastUnits",
        run: (times) => {
          let sum = 0;
          for (let at = 0; at < times; at += 1)
            sum += leastUnits({ wins: 5 + (at % 30), rate: RATES[at & 15]!, asked: 0.8 });
          return sum;
        },
      },
    ],
    20_000,
  );
  promise("one known binomial inverted", known!, 1e3);
  const times = (name: string, model: ChanceModel, guess: number, rounds: number): number =>
    race([{ name, run: () => solved(model, guess) }], 1, rounds)[0]!;
  promise("a dated plan, 60 wins, inverted", times("dated", datedModel(60), 400, 60), 2e6);
  promise(
    "four uncertain stages, 30 aged open units, 18 wins",
    times("uncertain", uncertainModel(18), 250, 12),
    60e6,
  );
}
