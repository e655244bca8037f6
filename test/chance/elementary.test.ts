import { describe, expect, test } from "vitest";
import { exponential } from "../../src/chance/exponential.js";
import { gammaBelow } from "../../src/chance/gamma.js";
import { logGamma } from "../../src/chance/log-gamma.js";
import { logarithm, logarithmOfRest } from "../../src/chance/logarithm.js";
import { normalQuantile } from "../../src/chance/normal-quantile.js";
import { fixtures } from "./fixtures.js";

const off = (got: number, expected: number): number => Math.abs(got - expected) / Math.abs(expected);

describe("functions that are the same on every engine", () => {
  test("logarithm: within 3e-16 of mpmath", () => {
    for (const [x, value] of fixtures["logarithm (mp)"])
      expect(off(logarithm(x), value), `${x}`).toBeLessThan(3e-16);
  });

  test("logarithm: what has none is said as Math.log says it", () => {
    expect([logarithm(0), logarithm(-1), logarithm(Infinity), logarithm(NaN), logarithm(1)]).toEqual([
      -Infinity,
      NaN,
      Infinity,
      NaN,
      0,
    ]);
    expect(off(logarithmOfRest(1e-10), -1.00000000005e-10)).toBeLessThan(3e-16);
    expect(logarithmOfRest(1)).toBe(-Infinity);
  });

  test("exponential: within 3e-16 of mpmath", () => {
    for (const [x, value] of fixtures["exponential (mp)"])
      expect(off(exponential(x), value), `${x}`).toBeLessThan(4e-16);
    expect([exponential(0), exponential(-800), exponential(800)]).toEqual([1, 0, Infinity]);
  });

  test("gammaBelow: within 1e-13 of mpmath", () => {
    for (const [shape, x, chance] of fixtures["gamma below (mp)"])
      expect(Math.abs(gammaBelow(shape, x) - chance), `${shape} ${x}`).toBeLessThan(1e-13);
    expect(gammaBelow(3, 0)).toBe(0);
  });

  test("logGamma: within 1e-14 of scipy.special.gammaln", () => {
    const table = [
      [1e-6, 13.81550998074943],
      [0.01, 4.599479878042022],
      [0.5, 0.5723649429247],
      [1, 0],
      [1.5, -0.12078223763524526],
      [2, 0],
      [3.25, 0.9358019311087253],
      [10, 12.801827480081469],
      [100.5, 361.43554046777757],
      [5000, 37582.62631568535],
      [500_000, 6061176.046459176],
      [1e7, 151180949.36947393],
    ] as const;
    for (const [x, value] of table)
      expect(Math.abs(logGamma(x) - value) / Math.max(1, value), `${x}`).toBeLessThan(1e-14);
  });

  test("normalQuantile: tables of the normal curve", () => {
    expect(normalQuantile(0.8)).toBeCloseTo(0.8416212336, 8);
    expect(normalQuantile(0.95)).toBeCloseTo(1.644853627, 8);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306, 8);
  });
});
