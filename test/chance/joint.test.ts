import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Beta } from "../../src/chance/beta-rule.js";
import { chanceMeter } from "../../src/chance/chance-meter.js";
import type { ChanceModel } from "../../src/chance/chance-model.js";
import { jointChance, type JointGoal } from "../../src/chance/joint.js";
import { winsNeeded } from "../../src/chance/wins-needed.js";
import { betaDraw, randomFrom, tossed } from "./simulation.js";

/** A goal of so many wins from so many units whose one rate is shared. */
function goalOf(units: number, wins: number, beta: Beta): JointGoal {
  const stages = [{ next: null, rate: { shared: 0 }, open: [], landing: [1] }];
  const model = { stages, shared: [beta], spread: 0, notEnough: winsNeeded(wins) };
  return { model, work: [[units]], draws: [0] };
}

const choose = (n: number, k: number): number =>
  Array.from({ length: k }, (_, at) => (n - at) / (at + 1)).reduce((all, each) => all * each, 1);
const rising = (from: number, steps: number): number =>
  Array.from({ length: steps }, (_, at) => from + at).reduce((all, each) => all * each, 1);

/**
 * Every outcome of two groups of units with one rate from a Beta, by the closed form of their chance: binomials times
 * ratios of rising factorials. Nothing of src is used.
 */
function enumerated([n, a]: readonly number[], [m, b]: readonly number[], { won, lost }: Beta): number {
  let chance = 0;
  for (let i = a ?? 0; i <= (n ?? 0); i += 1)
    for (let j = b ?? 0; j <= (m ?? 0); j += 1) {
      const all = (n ?? 0) + (m ?? 0);
      const ways = choose(n ?? 0, i) * choose(m ?? 0, j);
      chance += (ways * rising(won, i + j) * rising(lost, all - i - j)) / rising(won + lost, all);
    }
  return chance;
}

const single = ({ model, work }: JointGoal): number => chanceMeter(model, 1e-9).sure(work).chance;
const joint = (goals: readonly JointGoal[], rates: readonly Beta[]): number =>
  jointChance({ goals, rates, oneFactor: false })?.chance ?? NaN;

describe("two goals whose rate is known from one sample", () => {
  test.each([
    [[1, 1], [1, 1], { won: 1, lost: 1 }],
    [[5, 2], [8, 3], { won: 3.5, lost: 6.5 }],
    [[10, 4], [6, 2], { won: 30.5, lost: 70.5 }],
    [[12, 1], [12, 6], { won: 0.5, lost: 2.5 }],
  ])("%j and %j with %j are both reached as often as enumeration says", (one, other, beta) => {
    const goals = [one, other].map(([units = 0, wins = 0]) => goalOf(units, wins, beta));
    expect(joint(goals, [beta])).toBeCloseTo(enumerated(one, other, beta), 9);
  });

  // By hand: ∫ p² dp = 1/3 over a uniform rate, where the product of 1/2 and 1/2 is 1/4.
  test("one win of one unit each, at a rate of which nothing is known, is 1/3 and not 1/4", () => {
    const beta = { won: 1, lost: 1 };
    expect(joint([goalOf(1, 1, beta), goalOf(1, 1, beta)], [beta])).toBeCloseTo(1 / 3, 12);
  });
});

const betas = fc.record({ won: fc.integer({ min: 1, max: 60 }), lost: fc.integer({ min: 1, max: 60 }) });
const goals = fc.record({
  units: fc.integer({ min: 1, max: 40 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe("a joint chance", () => {
  test("is not below the product, nor 1 less the failures, nor above the least of the chances", () => {
    const law = fc.property(betas, fc.array(goals, { minLength: 2, maxLength: 4 }), (sample, list) => {
      const beta = { won: sample.won + 0.5, lost: sample.lost + 0.5 };
      const all = list.map(({ units, share }) => goalOf(units, Math.max(1, Math.round(units * share)), beta));
      const alone = all.map(single);
      const together = joint(all, [beta]);
      const failures = alone.reduce((sum, chance) => sum + 1 - chance, 0);
      expect(together).toBeLessThanOrEqual(Math.min(...alone) + 1e-5);
      expect(together).toBeGreaterThanOrEqual(alone.reduce((a, b) => a * b, 1) - 1e-5);
      expect(together).toBeGreaterThanOrEqual(1 - failures - 1e-5);
    });
    fc.assert(law, { numRuns: 60 });
  });

  test("is the product where rates are known and there is no common factor", () => {
    const known = (rate: number): JointGoal => ({
      model: {
        stages: [{ next: null, rate: { known: rate }, open: [], landing: [1] }],
        shared: [],
        spread: 0,
        notEnough: winsNeeded(3),
      },
      work: [[12]],
      draws: [],
    });
    const both = [known(0.3), known(0.25)];
    expect(joint(both, [])).toBeCloseTo(
      both.map(single).reduce((a, b) => a * b, 1),
      12,
    );
  });

  test("of one goal beside one that is certain is its own", () => {
    const beta = { won: 12.5, lost: 40.5 };
    const [one, certain] = [goalOf(40, 8, beta), goalOf(40, 0, beta)];
    expect(joint([one, certain], [beta])).toBeCloseTo(single(one), 6);
  });
});

// A first stage that both share, a second stage of each plan's own, and two rates: lived through 40,000 times (seed 11).
// Each rate is drawn once a period, and every unit tossed. The standard error is 0.25 points at most.
test("two goals with a shared stage and stages of their own are both reached as often as in simulation", () => {
  const [common, first, second] = [
    { won: 20.5, lost: 30.5 },
    { won: 6.5, lost: 6.5 },
    { won: 9.5, lost: 21.5 },
  ];
  const model = (own: Beta, wins: number): ChanceModel => ({
    stages: [
      { next: 1, rate: { shared: 0 }, open: [], landing: [1] },
      { next: null, rate: own, open: [], landing: [] },
    ],
    shared: [common],
    spread: 0,
    notEnough: winsNeeded(wins),
  });
  const all = [
    { model: model(first, 8), work: [[45], []], draws: [0] },
    { model: model(second, 7), work: [[60], []], draws: [0] },
  ];
  const random = randomFrom(11);
  let both = 0;
  for (let period = 0; period < 40_000; period += 1) {
    const rate = betaDraw(common.won, common.lost, random);
    const reached = ([own, units, wins]: readonly [Beta, number, number]): boolean =>
      tossed(units, rate * betaDraw(own.won, own.lost, random), random) >= wins;
    const [one, other] = [reached([first, 45, 8]), reached([second, 60, 7])];
    if (one && other) both += 1;
  }
  const together = joint(all, [common]);
  expect(Math.abs(together - both / 40_000)).toBeLessThan(0.01);
  // What they share lifts it above the product.
  expect(together).toBeGreaterThan(all.map(single).reduce((a, b) => a * b, 1) + 0.005);
});

test("one factor of the period for both is one draw: the joint chance is above that of two factors", () => {
  const goal = (): JointGoal => ({
    model: {
      stages: [{ next: null, rate: { known: 0.4 }, open: [], landing: [1] }],
      shared: [],
      spread: 0.3,
      notEnough: winsNeeded(10),
    },
    work: [[28]],
    draws: [],
  });
  const both = [goal(), goal()];
  const [one, two] = [true, false].map((oneFactor) => jointChance({ goals: both, rates: [], oneFactor }));
  expect(two?.chance).toBeCloseTo(single(goal()) ** 2, 6);
  // Two identical goals, the mean over factors of the square: more than the square of the mean.
  expect(one?.chance ?? 0).toBeGreaterThan((two?.chance ?? 1) + 0.02);
  expect(one?.chance ?? 1).toBeLessThan(single(goal()));
  expect(one?.error).toBeLessThan(1e-4);
});

// Both need every unit: E of the product of min(1, rate · factor)^units over a Gamma factor, by sums over 400,000 steps of it.
test("the error that is told holds what the kinks of several goals do", () => {
  const wrong: unknown[] = [];
  let kinks = 0;
  for (const [one, other, spread] of [
    [0.9, 0.8, 0.3],
    [0.95, 0.5, 0.3],
    [0.7, 0.7, 0.5],
    [0.85, 0.6, 0.2],
  ] as const)
    for (const units of [1, 3]) {
      const goal = (rate: number): JointGoal => ({
        model: {
          stages: [{ next: null, rate: { known: rate }, open: [], landing: [1] }],
          shared: [],
          spread,
          notEnough: winsNeeded(units),
        },
        work: [[units]],
        draws: [],
      });
      const shape = 1 / spread ** 2;
      let [weights, both] = [0, 0];
      for (let step = 0.5; step < 400_000; step += 1) {
        const factor = (step / 400_000) * 6;
        const weight = Math.exp((shape - 1) * Math.log(factor) - shape * (factor - 1));
        weights += weight;
        both += weight * (Math.min(1, one * factor) * Math.min(1, other * factor)) ** units;
      }
      const found = jointChance({ goals: [goal(one), goal(other)], rates: [], oneFactor: true });
      const off = Math.abs((found?.chance ?? NaN) - both / weights);
      if (off > 1e-6) kinks += 1;
      if (!(off <= (found?.error ?? 0) + 1e-9)) wrong.push({ one, other, spread, units, off, found });
      expect(found?.error).toBeLessThan(0.03);
    }
  expect(wrong).toEqual([]);
  expect(kinks).toBeGreaterThan(3);
});

test("more than four shared things are too many to be looked at", () => {
  const beta = { won: 3.5, lost: 4.5 };
  const rates = Array.from({ length: 5 }, () => beta);
  expect(jointChance({ goals: [goalOf(3, 1, beta)], rates, oneFactor: false })).toBeUndefined();
});
