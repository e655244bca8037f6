import { describe, expect, it, test } from "vitest";
import type { Beta } from "../../src/chance/beta-rule.js";
import { chanceOfEveryMonth, type MonthsModel } from "../../src/chance/every-month.js";
import { chanceOfMonths, ONE_FACTOR, type MonthGroup } from "../../src/chance/month-wins.js";
import { winsNeeded } from "../../src/chance/wins-needed.js";
import { betaDraw, randomFrom, tossed, type Random } from "./simulation.js";

/** Every unit is won in one of the months or in none: all that can happen, gone through one by one. */
function enumerated(groups: readonly MonthGroup[], notEnough: readonly (readonly number[])[]): number {
  const units = groups.flatMap(({ count, chances }) => Array.from({ length: count }, () => chances));
  const from = (unit: number, wins: readonly number[], likely: number): number => {
    const chances = units[unit];
    if (chances === undefined)
      return notEnough.reduce((all, list, month) => all * (1 - (list[wins[month] ?? 0] ?? 0)), likely);
    const none = 1 - chances.reduce((all, chance) => all + chance, 0);
    return chances.reduce(
      (all, chance, month) =>
        all +
        from(
          unit + 1,
          wins.map((won, own) => (own === month ? won + 1 : won)),
          likely * chance,
        ),
      from(unit + 1, wins, likely * none),
    );
  };
  return from(
    0,
    notEnough.map(() => 0),
    1,
  );
}

const months = (groups: readonly MonthGroup[], notEnough: readonly (readonly number[])[]): number =>
  chanceOfMonths({ groups, notEnough, factors: ONE_FACTOR }, { steps: 1e8, leftOut: 0 }) ?? NaN;

describe("months that share units", () => {
  it.each<[string, MonthGroup[], number[][]]>([
    [
      "one month each",
      [
        { count: 3, chances: [0.5, 0] },
        { count: 4, chances: [0, 0.3] },
      ],
      [[1, 1], [1]],
    ],
    [
      "both months",
      [{ count: 6, chances: [0.4, 0.35] }],
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [
      "three months, by values too",
      [
        { count: 3, chances: [0.3, 0.2, 0.1] },
        { count: 2, chances: [0, 0.5, 0.4] },
        { count: 2, chances: [0, 0, 0.9] },
      ],
      [
        [1, 0.2],
        [1, 0.5, 0.1],
        [1, 1],
      ],
    ],
    ["a month that misses nothing", [{ count: 5, chances: [0.2, 0.3, 0.4] }], [[1], [], [1]]],
    ["more units than fit", [{ count: 7, chances: [0.7, 0.3] }], [[1, 1, 1], [1]]],
    ["a month without units", [{ count: 5, chances: [0.5, 0, 0] }], [[1], [1], []]],
  ])("%s: as going through all that can happen says, to 1e-12", (_, groups, notEnough) => {
    expect(Math.abs(months(groups, notEnough) - enumerated(groups, notEnough))).toBeLessThan(1e-12);
  });

  // One unit at a time or all at once by the binomial: 40 units of two months apart are the product of two tails.
  it("apart from each other are as likely as their product", () => {
    const one = months([{ count: 40, chances: [0.4] }], [winsNeeded(15)]);
    const other = months([{ count: 60, chances: [0.1] }], [winsNeeded(4)]);
    const both = months(
      [
        { count: 40, chances: [0.4, 0] },
        { count: 60, chances: [0, 0.1] },
      ],
      [winsNeeded(15), winsNeeded(4)],
    );
    expect(both).toBeCloseTo(one * other, 12);
  });

  it("stops where it would take more steps than are left", () => {
    const groups = [{ count: 300, chances: [0.1, 0.1, 0.1] }];
    const question = { groups, notEnough: [20, 20, 20].map(winsNeeded), factors: ONE_FACTOR };
    expect(chanceOfMonths(question, { steps: 1000, leftOut: 0 })).toBeUndefined();
  });
});

const UNIT = { stage: 0, converted: 0, lost: 0 };
const plain = { shared: [], spread: 0, isMonthly: false } as const;

describe("what is uncertain is drawn once for all months", () => {
  const uniform: Beta = { won: 1, lost: 1 };
  const split = [
    { ...UNIT, count: 1, landing: [1, 0] },
    { ...UNIT, count: 1, landing: [0, 1] },
  ];

  // By hand: ∫ p² dp = 1/3 for a rate of which nothing is known; with two stages of one rate ∫ p⁴ dp = 1/5.
  test("a rate", () => {
    const stages = [{ next: null, rate: uniform }];
    const found = chanceOfEveryMonth({ ...plain, stages, units: split, notEnough: [[1], [1]] });
    expect(found?.chance).toBeCloseTo(1 / 3, 9);
  });

  test("a rate of two stages", () => {
    const stages = [
      { next: 1, rate: { shared: 0 } },
      { next: null, rate: { shared: 0 } },
    ];
    const found = chanceOfEveryMonth({
      ...plain,
      ...{ stages, shared: [uniform], units: split, notEnough: [[1], [1]] },
    });
    expect(found?.chance).toBeCloseTo(1 / 5, 9);
  });

  // Of two units each is won in the first or the second month with p ÷ 2 each: 2 · ∫ (p ÷ 2)² dp = 1/6.
  test("a rate of units that may be won in either month", () => {
    const stages = [{ next: null, rate: uniform }];
    const units = [{ ...UNIT, count: 2, landing: [0.5, 0.5] }];
    const found = chanceOfEveryMonth({ ...plain, stages, units, notEnough: [[1], [1]] });
    expect(found?.chance).toBeCloseTo(1 / 6, 9);
  });
});

/** A factor with mean 1 and standard deviation 1 ÷ √shape: a Gamma of a whole shape, as a sum of exponentials. */
function factorDraw(shape: number, random: Random): number {
  let sum = 0;
  for (let part = 0; part < shape; part += 1) sum -= Math.log(1 - random());
  return sum / shape;
}

/** Lives a period through once: is every month's goal reached? */
function isReached(model: MonthsModel, shape: number, random: Random): boolean {
  const draw = (beta: Beta): number => betaDraw(beta.won, beta.lost, random);
  const shared = model.shared.map(draw);
  const rates = model.stages.map(({ rate }) =>
    "known" in rate ? rate.known : "won" in rate ? draw(rate) : (shared[rate.shared] ?? NaN),
  );
  const period = model.spread > 0 && !model.isMonthly ? factorDraw(shape, random) : 1;
  const factors = model.notEnough.map(() =>
    model.spread > 0 && model.isMonthly ? factorDraw(shape, random) : period,
  );
  const won = model.notEnough.map(() => 0);
  for (const { stage, count, converted, lost, landing } of model.units) {
    const rate = rates[stage] ?? NaN;
    let share = rate / (1 - rate * converted - (1 - rate) * lost);
    for (let next = model.stages[stage]?.next ?? null; next !== null; next = model.stages[next]?.next ?? null)
      share *= rates[next] ?? NaN;
    const chances = landing.map((lands, month) => share * lands * (factors[month] ?? NaN));
    const all = chances.reduce((sum, chance) => sum + chance, 0);
    for (let unit = 0; unit < count; unit += 1) {
      let left = random() * Math.max(1, all);
      const month = chances.findIndex((chance) => (left -= chance) < 0);
      if (month >= 0) won[month] = (won[month] ?? 0) + 1;
    }
  }
  return won.every((wins, month) => random() >= (model.notEnough[month]?.[wins] ?? 0));
}

/** Days of work whose share of a month falls as that of the next rises. */
const days = (count: number, months: number, spill: number) =>
  Array.from({ length: 20 * months }, (_, day) => {
    const later = spill * ((day % 20) / 20);
    const month = Math.floor(day / 20);
    const landing = Array.from({ length: months }, (_, own) =>
      own === month ? 1 - later : own === month + 1 ? 0.9 * later : own > month + 1 ? 0.005 * later : 0,
    );
    return { ...UNIT, count, landing };
  });

// Each lived through 10,000 times; the standard error is half a point at most. Seeds 1 to 7.
describe("every month's goal is reached as often as in simulation", () => {
  const one = { next: null, rate: { known: 0.3 } };
  const sampled = { next: null, rate: { won: 15.5, lost: 30.5 } };
  const needed = (...wins: number[]): number[][] => wins.map(winsNeeded);
  const open = [{ ...UNIT, count: 8, landing: [0.5, 0.3, 0.1], converted: 0.2, lost: 0.3 }];
  const CASES: readonly (readonly [name: string, model: MonthsModel, shape: number])[] = [
    ["known", { ...plain, stages: [one], units: days(2, 3, 0.6), notEnough: needed(8, 10, 11) }, 1],
    [
      "open work",
      { ...plain, stages: [one], units: [...days(2, 3, 0.6), ...open], notEnough: needed(8, 10, 11) },
      1,
    ],
    ["a sample", { ...plain, stages: [sampled], units: days(2, 3, 0.6), notEnough: needed(8, 10, 11) }, 1],
    [
      "samples and open work",
      {
        ...plain,
        stages: [{ next: 1, rate: { won: 20.5, lost: 20.5 } }, sampled],
        units: [
          ...days(3, 2, 0.5).map((each) => ({ ...each, landing: each.landing.slice(0, 2) })),
          ...open.map((each) => ({ ...each, stage: 1, landing: [0.5, 0.3] })),
        ],
        notEnough: needed(8, 9),
      },
      1,
    ],
    [
      "a period with a factor",
      { ...plain, spread: 0.25, stages: [one], units: days(2, 3, 0.4), notEnough: needed(8, 10, 10) },
      16,
    ],
    [
      "months with factors",
      {
        ...plain,
        spread: 0.25,
        isMonthly: true,
        stages: [one],
        units: days(2, 3, 0.4),
        notEnough: needed(8, 10, 10),
      },
      16,
    ],
    [
      "a year, too long to be exact",
      {
        ...plain,
        stages: [one],
        units: days(2, 12, 0.6),
        notEnough: needed(...Array.from({ length: 12 }, () => 6)),
      },
      1,
    ],
  ];
  it.each(CASES)("%s", (_, model, shape) => {
    const random = randomFrom(CASES.findIndex(([, each]) => each === model) + 1);
    const found = chanceOfEveryMonth(model) ?? { chance: NaN, error: NaN };
    let reached = 0;
    for (let period = 0; period < 10_000; period += 1) if (isReached(model, shape, random)) reached += 1;
    const seen = reached / 10_000;
    const noise = Math.sqrt((seen * (1 - seen)) / 10_000);
    expect(found.error).toBeLessThan(0.05);
    expect(Math.abs(found.chance - seen)).toBeLessThan(found.error + 4 * noise);
    // It lies within, and is no bet on either side.
    expect(seen).toBeGreaterThan(0.02);
    expect(seen).toBeLessThan(0.98);
  });

  it("is of one month as often as one group of tosses says", () => {
    const random = randomFrom(8);
    let reached = 0;
    for (let run = 0; run < 10_000; run += 1) if (tossed(50, 0.3, random) >= 15) reached += 1;
    const units = [{ ...UNIT, count: 50, landing: [1] }];
    const found = chanceOfEveryMonth({ ...plain, stages: [one], units, notEnough: needed(15) });
    expect(Math.abs((found?.chance ?? NaN) - reached / 10_000)).toBeLessThan(0.015);
  });
});
