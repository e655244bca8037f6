import { describe, expect, it } from "vitest";
import { chanceBetweenKinks } from "../../src/chance/between-kinks.js";
import { chanceMeter } from "../../src/chance/chance-meter.js";
import type { ChanceModel, ChanceStage } from "../../src/chance/chance-model.js";
import { chanceOfFew } from "../../src/chance/few-units.js";
import { gammaBelow } from "../../src/chance/gamma.js";
import { winsNeeded } from "../../src/chance/wins-needed.js";
import { seededRandom } from "../oracle/journey-simulator.js";

/**
 * All of n units must be won: E min(1, rate · factor)^n with a Gamma of mean 1 as the factor, as in `lifted.test.ts`: x^n times its
 * density is that of a Gamma whose shape is larger by n, times (shape)(shape + 1)…(shape + n − 1) ÷ shape^n.
 */
function allWon(rate: number, spread: number, units: number): number {
  const shape = 1 / spread ** 2;
  let moment = 1;
  for (let unit = 0; unit < units; unit += 1) moment *= (rate * (shape + unit)) / shape;
  return moment * gammaBelow(shape + units, shape / rate) + 1 - gammaBelow(shape, shape / rate);
}

const lone = (rate: ChanceStage["rate"], spread: number, wins: number): ChanceModel => ({
  stages: [{ next: null, rate, open: [], landing: [1] }],
  shared: [],
  spread,
  notEnough: winsNeeded(wins),
});

/**
 * The mean over a rate from 40 of 42 (Beta of 40.5 and 2.5) and a factor with a spread of 40%, by the midpoint rule over so many
 * rates, and over so many factors up to 6 times the mean.
 */
function midpointMean(
  rates: number,
  factors: number,
  valueOf: (factor: number, rate: number) => number,
): number {
  let [sum, weight] = [0, 0];
  for (let row = 0; row < factors; row += 1) {
    const factor = (6 * (row + 0.5)) / factors;
    const likely = factor ** (1 / 0.16 - 1) * Math.exp(-factor / 0.16);
    for (let cell = 0; cell < rates; cell += 1) {
      const rate = (cell + 0.5) / rates;
      const density = likely * rate ** 39.5 * (1 - rate) ** 1.5;
      sum += density * valueOf(factor, rate);
      weight += density;
    }
  }
  return sum / weight;
}

describe("the chance of a few units with a factor of the period", () => {
  it("is exact where rates are known", () => {
    for (const units of [1, 2, 3, 8])
      for (const rate of [0.3, 0.7, 0.97])
        for (const spread of [0.05, 0.3, 1]) {
          const told = chanceOfFew(lone({ known: rate }, spread, units), [[units]], 1e-6);
          expect(Math.abs((told?.chance ?? -1) - allWon(rate, spread, units))).toBeLessThan(told?.error ?? 0);
          expect(told?.error).toBeLessThan(1e-10);
        }
  });

  it("is the mean over what a sample says of a rate", () => {
    // By the midpoint rule, over 40,000 rates: the Beta's density without its constant, which falls out.
    for (const [won, lost] of [
      [20.5, 10.5],
      [40.5, 2.5],
      [1.5, 0.5],
    ] as const)
      for (const units of [1, 2, 3]) {
        let [sum, weight] = [0, 0];
        const cells = 40_000;
        for (let cell = 0; cell < cells; cell += 1) {
          // Squares of 1 − u lie close together where the density has no end at 1.
          const u = (cell + 0.5) / cells;
          const rate = 1 - u * u;
          const density = rate ** (won - 1) * (u * u) ** (lost - 1) * 2 * u;
          sum += density * allWon(rate, 0.4, units);
          weight += density;
        }
        const told = chanceOfFew(lone({ won, lost }, 0.4, units), [[units]], 1e-6);
        expect(Math.abs((told?.chance ?? -1) - sum / weight)).toBeLessThan((told?.error ?? 0) + 1e-6);
        expect(told?.error).toBeLessThan(1e-5);
      }
  });

  it("is told to a hundred-thousandth with open work, where 0.044 was told of one new and one open unit", () => {
    const stages = [
      {
        next: null,
        rate: { won: 40.5, lost: 2.5 },
        open: [{ count: 1, landing: 1, converted: 0, lost: 0.5 }],
        landing: [1],
      },
    ];
    const { chance, error } = chanceMeter({ stages, shared: [], spread: 0.4, notEnough: [1, 1] }, 1e-4).sure([
      [1],
    ]);
    expect(error).toBeLessThan(1e-5);
    // By the midpoint rule over rates, and over factors up to 6 times the mean.
    const mean = midpointMean(1500, 3000, (factor, rate) => {
      const open = rate / (1 - 0.5 * (1 - rate));
      return Math.min(1, factor * rate) * Math.min(1, factor * open);
    });
    expect(Math.abs(chance - mean)).toBeLessThan(1e-5);
  });

  it("is what simulated periods bring, with a shared rate, joining stages and what is not enough by chance", () => {
    const random = seededRandom(20_261_131);
    const model: ChanceModel = {
      stages: [
        { next: 2, rate: { shared: 0 }, open: [], landing: [1, 0.6] },
        {
          next: 2,
          rate: { known: 0.8 },
          open: [{ count: 2, landing: 0.9, converted: 0, lost: 0 }],
          landing: [],
        },
        {
          next: null,
          rate: { shared: 0 },
          open: [{ count: 1, landing: 1, converted: 0, lost: 0 }],
          landing: [],
        },
      ],
      shared: [{ won: 8, lost: 2 }],
      spread: 0.5,
      notEnough: [1, 1, 0.4, 0.1],
    };
    const told = chanceOfFew(model, [[2, 1], [], []], 1e-6);
    // Beta(8, 2) as the second smallest of nine draws from the top; the Gamma of shape 4 as a sum of four exponentials.
    const runs = 400_000;
    let reached = 0;
    for (let run = 0; run < runs; run += 1) {
      const draws = Array.from({ length: 9 }, random).sort((one, other) => other - one);
      const rate = draws[1] ?? 0;
      const factor = -Math.log(random() * random() * random() * random()) / 4;
      const chances = [rate * rate, rate * rate, 0.6 * rate * rate, 0.72 * rate, 0.72 * rate, rate];
      const wins = chances.filter((each) => random() < factor * each).length;
      if (random() >= (model.notEnough[wins] ?? 0)) reached += 1;
    }
    const share = reached / runs;
    expect(told?.error).toBeLessThan(1e-6);
    expect(Math.abs((told?.chance ?? -1) - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / runs));
  });

  it("leaves the rest to rules of places: no spread, many units, units that differ in value", () => {
    expect(chanceOfFew(lone({ known: 0.5 }, 0, 1), [[1]], 1e-6)).toBeUndefined();
    expect(chanceOfFew(lone({ known: 0.5 }, 0.3, 1), [[13]], 1e-6)).toBeUndefined();
    const valued = { count: 1, landing: 1, converted: 0, lost: 0, worth: [{ cells: 2, chance: 1 }] };
    const stages = [{ next: null, rate: { known: 0.5 }, open: [valued], landing: [1] }];
    expect(
      chanceOfFew({ stages, shared: [], spread: 0.3, notEnough: winsNeeded(2) }, [[1]], 1e-6),
    ).toBeUndefined();
  });
});

describe("the chance between the kinks of the factor", () => {
  it("is exact where all units must be won, and where rates are known", () => {
    for (const units of [13, 40])
      for (const rate of [0.7, 0.97])
        for (const spread of [0.1, 0.4]) {
          const told = chanceBetweenKinks(lone({ known: rate }, spread, units), [[units]]);
          const off = Math.abs((told?.chance ?? -1) - allWon(rate, spread, units));
          expect(off).toBeLessThan((told?.error ?? 0) + 1e-12);
          expect(told?.error).toBeLessThan(1e-6);
        }
  });

  it("is that of the polynomials where these are few enough, and their errors hold each other", () => {
    const random = seededRandom(77);
    const pick = <Value>(list: readonly [Value, ...Value[]]): Value =>
      list[Math.floor(random() * list.length)] ?? list[0];
    for (let run = 0; run < 60; run += 1) {
      const open = () =>
        random() < 0.5
          ? [
              {
                count: pick([1, 2, 3]),
                landing: pick([1, 0.7]),
                converted: pick([0, 0.4]),
                lost: pick([0, 0.5]),
              },
            ]
          : [];
      const rate = () =>
        pick<ChanceStage["rate"]>([{ known: 0.8 }, { won: 40.5, lost: 2.5 }, { won: 8.5, lost: 2.5 }]);
      const model: ChanceModel = {
        stages: [
          { next: 1, rate: rate(), open: open(), landing: [1, 0.8] },
          { next: null, rate: rate(), open: open(), landing: [] },
        ],
        shared: [],
        spread: pick([0.1, 0.25, 0.4, 0.7]),
        notEnough: winsNeeded(pick([1, 2, 4])),
      };
      const work = [[pick([1, 2, 4]), pick([0, 1])], []];
      const [few, between] = [chanceOfFew(model, work, 1e-8), chanceBetweenKinks(model, work)];
      if (few === undefined || between === undefined) throw new Error("these are few units");
      expect(Math.abs(few.chance - between.chance)).toBeLessThan(few.error + between.error + 1e-12);
      expect(between.error).toBeLessThan(1e-4);
    }
  });

  it("is told of 20 wins beside open deals, where 46% ± 10 was told and 48% is true", () => {
    const model: ChanceModel = {
      stages: [
        {
          next: null,
          rate: { won: 40.5, lost: 2.5 },
          open: [{ count: 2, landing: 1, converted: 0, lost: 0 }],
          landing: [1],
        },
      ],
      shared: [],
      spread: 0.4,
      notEnough: winsNeeded(20),
    };
    const { chance, error } = chanceMeter(model, 1e-4).sure([[20]]);
    expect(error).toBeLessThan(1e-6);
    // By the midpoint rule over rates and factors; of 22 units at most two may be lost.
    const mean = midpointMean(1200, 2400, (factor, rate) => {
      const q = Math.min(1, factor * rate);
      const lost = 1 - q;
      return q ** 22 + 22 * q ** 21 * lost + 231 * q ** 20 * lost * lost;
    });
    expect(Math.abs(chance - mean)).toBeLessThan(1e-4);
  });
});
