/* eslint-disable @typescript-eslint/no-non-null-assertion -- a guard in a hand-written loop would slow what is measured */
/** Part I: how long a chance takes, forward and backward, against the times that are promised. */
import quantile from "@stdlib/stats-base-dists-binomial-quantile";
import jstat from "jstat";
import { chanceMeter } from "../../src/chance/chance-meter.js";
import type { ChanceModel } from "../../src/chance/chance-model.js";
import { fromSample } from "../../src/chance/evidence.js";
import { leastUnits } from "../chance/least-units.js";
import { leastWork } from "../../src/chance/least-work.js";
import { winsNeeded } from "../../src/chance/wins-needed.js";
import { ratio } from "../../src/number/ratio.js";
import { compilePlan } from "../../src/model/compile.js";
import { parsePlan } from "../../src/plan/parse.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { planWork, toldChance } from "../../src/solve/chance/goal-chance.js";
import { randomFrom, simulatedWins } from "../chance/simulation.js";
import { fasterLine, line, race, time } from "./race.js";

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

/** Each side answers the same questions: 5 to 34 wins at 5 to 80%, asked for 80%. */
function inversions(least: (wins: number, rate: number) => number): (times: number) => number {
  return (times) => {
    let sum = 0;
    for (let at = 0; at < times; at += 1) sum += least(5 + (at % 30), RATES[at & 15]!);
    return sum;
  };
}

type Reaches = (units: number, wins: number, rate: number) => boolean;

/** With a library's distribution as one writes it: one unit after the other until it is enough. */
function counted(reaches: Reaches) {
  return (wins: number, rate: number): number => {
    let units = wins;
    while (!reaches(units, wins, rate)) units += 1;
    return units;
  };
}

/** The same with a guess from the normal curve, which is nearly always within two units. */
function guessed(reaches: Reaches) {
  return (wins: number, rate: number): number => {
    const luck = 0.8416 * Math.sqrt(wins * (1 - rate));
    let units = Math.max(wins, Math.round((wins + luck) / rate));
    while (!reaches(units, wins, rate)) units += 1;
    while (units > wins && reaches(units - 1, wins, rate)) units -= 1;
    return units;
  };
}

const withJstat: Reaches = (units, wins, rate) => 1 - jstat.jStat.binomial.cdf(wins - 1, units, rate) >= 0.8;
const withStdlib: Reaches = (units, wins, rate) => quantile(0.2, units, rate) >= wins;

function benchInversion(): void {
  const sides = [
    { name: "ours", run: inversions((wins, rate) => leastUnits({ wins, rate, asked: 0.8 })), atLeast: 1 },
    { name: "jstat, unit by unit", run: inversions(counted(withJstat)), atLeast: 20 },
    { name: "@stdlib, unit by unit", run: inversions(counted(withStdlib)), atLeast: 60 },
    { name: "jstat with a guess", run: inversions(guessed(withJstat)), atLeast: 1 },
    { name: "@stdlib with a guess", run: inversions(guessed(withStdlib)), atLeast: 1 },
  ];
  const sums = sides.map(({ run }) => run(480));
  if (sums.some((sum) => sum !== sums[0])) throw new Error(`the sides differ: ${sums.join(", ")}`);
  const times = race(sides, 4800, 8);
  const ours = times[0]!;
  promise("one known binomial inverted", ours, 1e3);
  sides.slice(1).forEach(({ name, atLeast }, at) => {
    const each = times[at + 1]!;
    fasterLine(`… than with ${name}`, each / ours, atLeast, `${time(each)} for ${time(ours)}`);
  });
}

/** How long would tossing every unit take, to be as near to the truth as a tenth of a point? */
function benchSimulation(model: ChanceModel, units: number): void {
  const meter = chanceMeter(model);
  const work = [level(units)];
  const random = randomFrom(1);
  const [exact, run] = race(
    [
      {
        name: "meter",
        run: (times) => {
          let sum = 0;
          for (let at = 0; at < times; at += 1) sum += meter.sure(work).chance;
          return sum;
        },
      },
      {
        name: "one life",
        run: (times) => {
          let sum = 0;
          for (let at = 0; at < times; at += 1) sum += simulatedWins(model, work, random);
          return sum;
        },
      },
    ],
    50,
  );
  const { chance } = meter.sure(work);
  const simulated = (run! * chance * (1 - chance)) / 0.001 ** 2;
  const detail = `${time(simulated)} for ${time(exact!)}`;
  fasterLine("… than a simulation to a tenth of a point", simulated / exact!, 1000, detail);
}

const QUARTER = { metric: "customers", amount: 500, period: "2026-Q1" } as const;
const TOLD: readonly (readonly [name: string, plan: PlanInput])[] = [
  ["the chance of 500 wins", { goal: QUARTER, funnel: [{ stage: "call", rate: "20%" }] }],
  [
    "the chance of 60 wins, with lags",
    {
      goal: { ...QUARTER, amount: 60 },
      funnel: [
        { stage: "call", rate: "20%", lag: { median: 10, p90: 30 } },
        { stage: "offer", rate: "50%", lag: 5 },
      ],
    },
  ],
  [
    "the chance of 500 wins, with lags",
    {
      goal: QUARTER,
      funnel: [
        { stage: "call", rate: "20%", lag: { median: 10, p90: 30 } },
        { stage: "offer", rate: "50%", lag: 5 },
      ],
    },
  ],
];

function benchTold(): void {
  for (const [name, plan] of TOLD) {
    const compiled = compilePlan(parsePlan(plan), ratio(1, 2));
    const planned = planWork(compiled);
    if (planned === undefined) throw new Error("these plans can be met");
    const run = (times: number): number => {
      let sum = 0;
      for (let at = 0; at < times; at += 1) sum += toldChance(compiled, planned.volumes).reached ?? NaN;
      return sum;
    };
    promise(name, race([{ name, run }], 20)[0]!, 0.3e6);
  }
}

export function benchChance(): void {
  benchInversion();
  benchTold();
  const times = (name: string, model: ChanceModel, guess: number, rounds: number): number =>
    race([{ name, run: () => solved(model, guess) }], 1, rounds)[0]!;
  promise("a dated plan, 60 wins, inverted", times("dated", datedModel(60), 400, 60), 2e6);
  promise(
    "four uncertain stages, 30 aged open units, 18 wins",
    times("uncertain", uncertainModel(18), 250, 12),
    60e6,
  );
  benchSimulation(datedModel(60), 400);
}
