import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { delayed, foreseen, lookedUp, moved, wholeSeries, type Series } from "../../src/lag/series.js";
import { fixedLag, NO_LAG, type CalendarLag } from "../../src/lag/lag-table.js";
import { sumWhole } from "../../src/number/whole.js";

/** Small numbers, as whole days have, and such that no double holds their sums. */
const values = fc.oneof(
  fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }),
  fc.array(fc.bigInt(0n, 10n ** 20n), { minLength: 1, maxLength: 40 }),
);

/** Weights of any size whose first and last one are above 0. */
const lag: fc.Arbitrary<CalendarLag> = fc
  .record({
    first: fc.nat(45),
    ends: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
    between: fc.array(fc.nat(9), { maxLength: 20 }),
    isOne: fc.boolean(),
    by: fc.constantFrom(1n, 10n ** 13n),
  })
  .map(({ first, ends, between, isOne, by }) => {
    const rows = isOne ? [ends[0]] : [ends[0], ...between, ends[1]];
    const weights = rows.map((row) => (by === 1n ? row : BigInt(row) * by));
    return { ...NO_LAG, first, weights, scale: sumWhole(weights) };
  });

/** Value by value, in unbounded whole numbers, by the definition. */
function spread(
  of: readonly (number | bigint)[],
  { first, weights }: CalendarLag,
  backward: boolean,
): bigint[] {
  return of.map((_, day) =>
    of.reduce<bigint>((sum, value, other) => {
      const later = backward ? other - day : day - other;
      return sum + BigInt(value) * BigInt(weights[later - first] ?? 0);
    }, 0n),
  );
}

/** Each value times what the others' scale has more, so that two series are compared as what they stand for. */
const standsFor = ({ values: told, scale }: Series, of: bigint): bigint[] =>
  told.map((value) => (BigInt(value) * of) / BigInt(scale));

describe("a series", () => {
  test("is of numbers while its sum is a safe one, and of bigints beyond", () => {
    expect(wholeSeries([2 ** 52, 2 ** 52 - 1]).kind).toBe("number");
    expect(wholeSeries([2 ** 52, 2 ** 52]).kind).toBe("bigint");
    expect(wholeSeries([1n, 2])).toEqual({ kind: "number", values: [1, 2], scale: 1 });
    expect(wholeSeries([10n ** 20n, 2])).toEqual({ kind: "bigint", values: [10n ** 20n, 2n], scale: 1n });
  });

  test.each([
    ["delayed is each day's units spread over later days, without those beyond its end", delayed, false],
    ["foreseen is the mean of what the days of arrival are worth", foreseen, true],
  ] as const)("%s", (_, verb, backward) => {
    fc.assert(
      fc.property(values, lag, (of, by) => {
        const found = verb(wholeSeries(of), by);
        expect(standsFor(found, BigInt(by.scale))).toEqual(spread(of, by, backward));
      }),
    );
  });

  test("one day's lag of all units moves them, and keeps the scale", () => {
    expect(delayed(wholeSeries([5, 6, 7]), fixedLag(1))).toEqual({
      kind: "number",
      values: [0, 5, 6],
      scale: 1,
    });
    expect(foreseen(wholeSeries([5, 6, 7]), fixedLag(1))).toEqual({
      kind: "number",
      values: [6, 7, 0],
      scale: 1,
    });
  });

  test("stays of numbers up to the largest safe one, and no further", () => {
    const half: CalendarLag = { ...NO_LAG, weights: [1, 1], scale: 2 };
    const largest = Number.MAX_SAFE_INTEGER;
    expect(delayed(wholeSeries([(largest - 1) / 2]), half).kind).toBe("number");
    expect(delayed(wholeSeries([(largest + 1) / 2]), half)).toEqual({
      kind: "bigint",
      values: [BigInt(largest + 1) / 2n],
      scale: 2n,
    });
  });

  test("moved adds up what goes to the same day, and leaves out what goes beyond the series", () => {
    fc.assert(
      fc.property(
        values,
        fc.array(fc.integer({ min: -3, max: 45 }), { minLength: 40, maxLength: 40 }),
        (of, to) => {
          const sums = of.map((_, day) =>
            of.reduce<bigint>((sum, value, from) => sum + (to[from] === day ? BigInt(value) : 0n), 0n),
          );
          expect(moved(wholeSeries(of), to).values.map(BigInt)).toEqual(sums);
        },
      ),
    );
  });

  test("looked up gives each day what another is worth, 0 beyond the series", () => {
    fc.assert(
      fc.property(values, fc.array(fc.integer({ min: -3, max: 45 }), { maxLength: 40 }), (of, at) => {
        expect(lookedUp(wholeSeries(of), at).values.map(BigInt)).toEqual(
          at.map((day) => BigInt(of[day] ?? 0)),
        );
      }),
    );
  });
});
