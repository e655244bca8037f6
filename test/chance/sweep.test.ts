import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaRule } from "../../src/chance/beta-rule.js";
import { chanceMeter } from "../../src/chance/chance-meter.js";
import type { ChanceModel, ChanceRate, ChanceStage, OpenUnits } from "../../src/chance/chance-model.js";
import { compress } from "../../src/chance/compress.js";
import { chanceOf, winsOf } from "../../src/chance/evaluate.js";
import { fromSample, fromSamples, sampleOfRange } from "../../src/chance/evidence.js";
import { spreadOfMonths, spreadRule } from "../../src/chance/spread-rule.js";
import { sweep } from "../../src/chance/sweep.js";
import { winsNeeded } from "../../src/chance/wins-needed.js";
import { bruteChance } from "./brute.js";
import { fixtures } from "./fixtures.js";

const FINE = { rate: 24, chance: 48, spread: 24 };

/** A chain: the first stage is the source, the last leads to the win. */
function chain(rates: readonly ChanceRate[], wins: number, rest: Partial<ChanceModel> = {}): ChanceModel {
  const stages = rates.map((rate, at): ChanceStage => ({
    next: at === rates.length - 1 ? null : at + 1,
    rate,
    open: [],
    landing: at === 0 ? [1] : [],
  }));
  return { stages, shared: [], spread: 0, notEnough: winsNeeded(wins), ...rest };
}

const open = (count: number, landing: number, converted = 0, lost = 0): OpenUnits => ({
  count,
  landing,
  converted,
  lost,
});

describe("rules of few places", () => {
  test("betaRule: mean and variance of the Beta, and two places of the level one by hand (½ ± √3 ÷ 6)", () => {
    const level = betaRule({ won: 1, lost: 1 }, 2);
    expect(level.places[0]).toBeCloseTo(0.5 - Math.sqrt(3) / 6, 15);
    expect(level.weights[1]).toBeCloseTo(0.5, 15);
    for (const beta of [
      fromSample({ won: 0, of: 4 }),
      fromSample({ won: 500, of: 5000 }),
      { won: 0.5, lost: 0.5 },
    ]) {
      const { places, weights } = betaRule(beta, 20);
      const moment = (power: number) =>
        places.reduce((sum, place, at) => sum + (weights[at] ?? NaN) * place ** power, 0);
      const all = beta.won + beta.lost;
      expect(moment(0)).toBeCloseTo(1, 13);
      expect(moment(1)).toBeCloseTo(beta.won / all, 13);
      expect(moment(2)).toBeCloseTo((beta.won * (beta.won + 1)) / (all * (all + 1)), 13);
    }
  });

  test("spreadRule: mean 1, the standard deviation asked for, no spread is the factor 1", () => {
    for (const spread of [0.02, 0.25, 1.5]) {
      const { places, weights } = spreadRule(spread, 12);
      const mean = places.reduce((sum, place, at) => sum + (weights[at] ?? NaN) * place, 0);
      const variance = places.reduce((sum, place, at) => sum + (weights[at] ?? NaN) * (place - 1) ** 2, 0);
      expect(mean).toBeCloseTo(1, 12);
      expect(Math.sqrt(variance)).toBeCloseTo(spread, 12);
    }
    expect([...spreadRule(0, 12).places]).toEqual([1]);
  });

  test("spreadOfMonths: four equal months halve the spread, one month keeps it", () => {
    expect(spreadOfMonths(0.25, [10, 10, 10, 10])).toBe(0.125);
    expect(spreadOfMonths(0.25, [0, 7, 0])).toBe(0.25);
    expect(spreadOfMonths(0.25, [0, 0])).toBe(0);
  });

  test("compress keeps all moments that its size allows, and what is carried on them", () => {
    const { places, weights } = betaRule(fromSample({ won: 3, of: 20 }), 60);
    const wins = Array.from(places, (place) => Float64Array.of(1 - place, place * place));
    const few = compress({ places, weights, wins }, 8);
    expect(few.places).toHaveLength(8);
    const mean = (
      of: { places: Float64Array; weights: Float64Array },
      f: (place: number, at: number) => number,
    ) => of.places.reduce((sum, place, at) => sum + (of.weights[at] ?? NaN) * f(place, at), 0);
    for (let power = 0; power <= 15; power += 1)
      expect(mean(few, (place) => place ** power)).toBeCloseTo(
        mean({ places, weights }, (place) => place ** power),
        14,
      );
    for (let power = 0; power <= 7; power += 1)
      expect(mean(few, (place, at) => place ** power * (few.wins?.[at]?.[1] ?? NaN))).toBeCloseTo(
        mean({ places, weights }, (place) => place ** (power + 2)),
        14,
      );
  });
});

describe("evidence", () => {
  test("a sample: Jeffreys' Beta", () => {
    expect(fromSample({ won: 1, of: 10 })).toEqual({ won: 1.5, lost: 9.5 });
  });

  test("a range: the Wilson ends of a sample of 100 give the sample back", () => {
    const [rate, of, z] = [0.3, 100, 1.6448536269514722];
    const middle = (rate + (z * z) / (2 * of)) / (1 + (z * z) / of);
    const half = (z / (1 + (z * z) / of)) * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of));
    const sample = sampleOfRange({ rate, low: middle - half, high: middle + half });
    expect(sample?.won).toBeCloseTo(30, 9);
    expect(sample?.of).toBeCloseTo(100, 9);
  });

  test("a range without width is known; one that says nothing is a sample of none", () => {
    expect(sampleOfRange({ rate: 0.3, low: 0.3, high: 0.3 })).toBeUndefined();
    expect(sampleOfRange({ rate: 0.3, low: 0, high: 1 })).toEqual({ won: 0, of: 0 });
  });

  // By hand. Two equal samples have half of the uncertainty each: ¼ · 9 ÷ 10 = 0.225 of a unit moves from lost to won.
  test("samples of stages that wins must pass one after the other", () => {
    const half = { won: 9, of: 20, wins: 3 };
    for (const beta of fromSamples([half, half])) {
      expect(beta.won).toBeCloseTo(9.725, 12);
      expect(beta.lost).toBeCloseTo(11.275, 12);
    }
  });

  test("one sample alone, one that no win passes and one that is known well leave each other as they are", () => {
    const sample = { won: 9, of: 20, wins: 3 };
    expect(fromSamples([sample])).toEqual([{ won: 9.5, lost: 11.5 }]);
    const [first] = fromSamples([sample, { won: 5, of: 10, wins: 0 }]);
    expect(first).toEqual({ won: 9.5, lost: 11.5 });
    const [beside] = fromSamples([sample, { won: 5e8, of: 1e9, wins: 3 }]);
    expect(beside?.won).toBeCloseTo(9.5, 6);
  });

  test("samples that nothing has passed yet are each alone", () => {
    const none = { won: 9, of: 20, wins: 0 };
    expect(fromSamples([none, none])).toEqual([
      { won: 9.5, lost: 11.5 },
      { won: 9.5, lost: 11.5 },
    ]);
  });
});

describe("the chance of a goal with uncertain rates", () => {
  test("one stage: scipy's betabinom to 1e-9", () => {
    for (const [units, wins, won, of, chance] of fixtures["betabinom (scipy.stats.betabinom.sf)"]) {
      const told = chanceMeter(chain([fromSample({ won, of })], wins), 1e-10).sure([[units]]);
      expect(Math.abs(told.chance - chance), `${units} ${wins} ${won}/${of}`).toBeLessThan(1e-9);
    }
  });

  test("products of Betas: exact moments (mpmath, 400 digits), within the error that is told", () => {
    for (const [betas, units, wins, chance] of fixtures["products of Betas (mp, by moments)"]) {
      const model = chain(
        betas.map(([won, lost]) => ({ won, lost })),
        wins,
      );
      for (const tolerance of [1e-6, 1e-9]) {
        const told = chanceMeter(model, tolerance).sure([[units]]);
        expect(told.error, JSON.stringify(betas)).toBeLessThan(tolerance);
        expect(Math.abs(told.chance - chance), JSON.stringify(betas)).toBeLessThanOrEqual(told.error);
      }
    }
  });

  test("spread: quadrature of the Gamma density by mpmath to 1e-6", () => {
    for (const [units, wins, rate, spread, chance] of fixtures["gamma spread (mp)"]) {
      const told = chanceMeter(chain([{ known: rate }], wins, { spread })).sure([[units]]);
      expect(Math.abs(told.chance - chance)).toBeLessThanOrEqual(told.error);
      expect(told.error).toBeLessThan(1e-6);
    }
  });
});

const betas = fc.record({
  won: fc.double({ min: 0.5, max: 40, noNaN: true }),
  lost: fc.double({ min: 0.5, max: 40, noNaN: true }),
});
const rates: fc.Arbitrary<ChanceRate> = fc.oneof(
  betas,
  fc.record({ known: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.constant({ shared: 0 }),
);
const openUnits = fc
  .record({
    count: fc.integer({ min: 0, max: 6 }),
    landing: fc.double({ min: 0, max: 1, noNaN: true }),
    converted: fc.double({ min: 0, max: 0.6, noNaN: true }),
    lost: fc.double({ min: 0, max: 0.6, noNaN: true }),
  })
  // What has gone on already cannot land again.
  .map((units) => ({ ...units, landing: units.landing * (1 - units.converted) }));

/** A tree of up to four stages, numbered from the win backward and at most two of them uncertain by themselves, with work for it. */
const questions = fc
  .record({
    stages: fc.array(
      fc.record({
        rate: rates,
        next: fc.nat(),
        open: fc.array(openUnits, { maxLength: 2 }),
        landing: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 2 }),
        counts: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    wins: fc.integer({ min: 0, max: 9 }),
    shared: betas,
  })
  .map(({ stages, wins, shared }) => ({
    work: stages.map(({ counts }) => counts),
    model: {
      stages: stages.map(({ rate, next, open, landing }, at) => ({
        rate: at >= 2 && "won" in rate ? { known: 0.4 } : rate,
        next: at === 0 ? null : next % at,
        open,
        landing,
      })),
      shared: [shared],
      spread: 0,
      notEnough: winsNeeded(wins),
    } satisfies ChanceModel,
  }));

describe("the sweep", () => {
  test("equals the sum over every combination of rates, on any tree with open work, channels and a shared rate", () => {
    fc.assert(
      fc.property(questions, ({ model, work }) => {
        const chance = chanceOf(model, sweep(model, { rate: 18, chance: 24, spread: 1 }), work);
        expect(Math.abs(chance - bruteChance(model, work, 18))).toBeLessThan(1e-6);
      }),
      { numRuns: 15 },
    );
  });

  test("the factor of the period moves open work and new work alike, each unit at most to 1", () => {
    const model: ChanceModel = {
      stages: [
        { next: null, rate: { known: 0.8 }, open: [open(6, 0.7, 0.2, 0.4)], landing: [] },
        { next: 0, rate: { won: 4.5, lost: 6.5 }, open: [open(5, 0.8)], landing: [0.9] },
      ],
      shared: [],
      spread: 0.4,
      notEnough: winsNeeded(7),
    };
    const chance = chanceOf(model, sweep(model, { rate: 12, chance: 12, spread: 12 }), [[], [8]]);
    expect(chance).toBeCloseTo(bruteChance(model, [[], [8]], 12), 12);
  });

  test("renaming: another order of the stages changes nothing", () => {
    fc.assert(
      fc.property(questions, ({ model, work }) => {
        const last = model.stages.length - 1;
        const turned = {
          ...model,
          stages: model.stages
            .map(({ next, ...rest }) => ({ ...rest, next: next === null ? null : last - next }))
            .reverse(),
        };
        const rule = { rate: 6, chance: 10, spread: 1 };
        expect(chanceOf(turned, sweep(turned, rule), [...work].reverse())).toBeCloseTo(
          chanceOf(model, sweep(model, rule), work),
          11,
        );
      }),
      { numRuns: 25 },
    );
  });

  test("a channel split in two with known rates changes nothing", () => {
    const join: ChanceStage = {
      next: null,
      rate: fromSample({ won: 6, of: 20 }),
      open: [open(4, 0.7)],
      landing: [],
    };
    const channel: ChanceStage = { next: 0, rate: { known: 0.4 }, open: [], landing: [0.9] };
    const base = { shared: [], spread: 0.2, notEnough: winsNeeded(5) };
    const one = { ...base, stages: [join, channel] };
    const two = { ...base, stages: [join, channel, channel] };
    expect(chanceOf(two, sweep(two, FINE), [[], [25], [15]])).toBeCloseTo(
      chanceOf(one, sweep(one, FINE), [[], [40]]),
      9,
    );
  });

  test("a known rate is the limit of ever larger samples", () => {
    const asked = (rate: ChanceRate): number => {
      const model = chain([{ known: 0.6 }, rate], 10);
      return chanceMeter(model).sure([[40]]).chance;
    };
    const known = asked({ known: 0.3 });
    const off = [30, 3000, 300_000].map((of) => Math.abs(asked(fromSample({ won: 0.3 * of, of })) - known));
    expect(off[1]).toBeLessThan((off[0] ?? NaN) / 20);
    expect(off[2]).toBeLessThan((off[1] ?? NaN) / 20);
  });

  test("one shared rate is less sure than two independent ones of the same mean, for a goal below the mean", () => {
    const beta = fromSample({ won: 6, of: 12 });
    const shared = chain([{ shared: 0 }, { shared: 0 }], 15, { shared: [beta] });
    const apart = chain([beta, beta], 15);
    expect(chanceMeter(shared).sure([[100]]).chance).toBeLessThan(chanceMeter(apart).sure([[100]]).chance);
  });

  test("the chance never falls with a rate, an open unit, or more work", () => {
    const model = (won: number, count: number): ChanceModel => ({
      stages: [
        {
          next: 1,
          rate: fromSample({ won: 9, of: 30 }),
          open: [open(count, 0.5, 0.2, 0.3)],
          landing: [0.8, 0.4],
        },
        { next: null, rate: fromSample({ won, of: 30 }), open: [open(5, 0.6)], landing: [] },
      ],
      shared: [],
      spread: 0.25,
      notEnough: winsNeeded(8),
    });
    const chance = (won: number, count: number, work: number): number =>
      chanceMeter(model(won, count)).sure([[work, work]]).chance;
    for (const [won, count, work] of [
      [4, 0, 20],
      [15, 10, 30],
      [28, 3, 12],
    ] as const) {
      const here = chance(won, count, work);
      expect(chance(won + 1, count, work)).toBeGreaterThan(here);
      expect(chance(won, count + 1, work)).toBeGreaterThan(here);
      expect(chance(won, count, work + 1)).toBeGreaterThan(here);
    }
  });

  test("all chances of wins together make 1 where the list is long enough", () => {
    const model = chain([fromSample({ won: 2, of: 9 }), { known: 0.5 }], 41, { spread: 0.3 });
    const total = winsOf(sweep(model, FINE), [[40]]).reduce((sum, chance) => sum + chance, 0);
    expect(total).toBeCloseTo(1, 12);
  });

  test("a tolerance that no rule reaches: the error told stays a number, also when asked again", () => {
    const meter = chanceMeter(chain([fromSample({ won: 2, of: 9 })], 4, { spread: 0.3 }), 0);
    const first = meter.sure([[30]]);
    expect(first.error).toBeLessThan(1e-5);
    expect(meter.sure([[30]])).toEqual(first);
  });

  test("a goal that needs nothing is sure; stages that lead nowhere or in a circle are refused", () => {
    const nothing = chain([fromSample({ won: 1, of: 9 })], 0);
    expect(chanceMeter(nothing).sure([[0]]).chance).toBe(1);
    const stage = { rate: { known: 1 }, open: [], landing: [] };
    const rest = { shared: [], spread: 0, notEnough: [1] };
    expect(() => sweep({ ...rest, stages: [{ ...stage, next: 3 }] }, FINE)).toThrow(RangeError);
    expect(() => sweep({ ...rest, stages: [{ ...stage, next: 0 }] }, FINE)).toThrow(RangeError);
    expect(() => sweep({ ...rest, stages: [{ ...stage, next: null, rate: { shared: 0 } }] }, FINE)).toThrow(
      RangeError,
    );
  });
});

describe("the factor of the period as one more rate of the last stage", () => {
  test("law: it tells the same chance as the factor in cases of its own, open work included", () => {
    const beta = fc.record({ won: fc.integer({ min: 3, max: 40 }), lost: fc.integer({ min: 20, max: 80 }) });
    fc.assert(
      fc.property(
        fc.array(beta, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0.05, max: 0.4, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 300 }),
        (rates, wins, spread, count, units) => {
          const plain = chain(rates, wins, { spread });
          const stages = plain.stages.map((stage) => ({
            ...stage,
            open: count > 0 ? [open(count, 0.8, 0.2)] : [],
          }));
          const model = { ...plain, stages };
          const work = stages.map((_, at) => (at === 0 ? [units] : []));
          const apart = chanceOf(model, sweep(model, FINE), work);
          expect(chanceOf(model, sweep(model, FINE, { foldSpread: true }), work)).toBeCloseTo(apart, 4);
        },
      ),
      { numRuns: 15 },
    );
  });
});
