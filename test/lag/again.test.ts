import { describe, expect, test } from "vitest";
import { againLag, isNothing, lagAfter } from "../../src/lag/again.js";
import { fixedLag, NO_LAG, type CalendarLag } from "../../src/lag/lag-table.js";
import { ratio } from "../../src/number/ratio.js";
import { sumWhole } from "../../src/number/whole.js";

const share = ({ first, weights, scale }: CalendarLag, day: number): number =>
  Number(weights[day - first] ?? 0) / Number(scale);

describe("how often a unit enters again", () => {
  // By hand: 1/2, then half of the rest, each a week later.
  test("of half of them a week later: 1/2, 1/4, 1/8 …", () => {
    const lag = againLag(fixedLag(7), ratio(1, 2));
    expect([0, 7, 14, 21, 8].map((day) => share(lag, day))).toEqual([0.5, 0.25, 0.125, 0.0625, 0]);
  });

  test("the chances add up to all of them, what is beyond ten years on the last day", () => {
    for (const [days, num] of [
      [1, 19],
      [300, 19],
      [7, 3],
      [3660, 10],
    ] as const) {
      const { weights, scale } = againLag(fixedLag(days), ratio(num, 20));
      expect(sumWhole(weights)).toBe(scale);
    }
  });

  // By hand: each week 1 of 10¹⁸ is there for the last time, in ten years 523 of them; of 10¹² that is not one.
  test("where next to all come back, what no day tells comes on the last day of ten years", () => {
    const lag = againLag(fixedLag(7), ratio(10n ** 18n - 1n, 10n ** 18n));
    expect(lag).toMatchObject({ first: 3660, weights: [1e12], scale: 1e12 });
  });

  // By hand: 5 of 10¹² on day 0, as many a week later, and so on up to day 3,654; all others at the end.
  test("of a loop near 1 the last day has all that is left", () => {
    const lag = againLag(fixedLag(7), ratio(10n ** 12n - 5n, 10n ** 12n));
    expect([lag.first, lag.weights.length, sumWhole(lag.weights)]).toEqual([0, 3661, 1e12]);
    expect(share(lag, 3660)).toBeGreaterThan(0.99999999);
  });

  // By hand: half come back at once, half of them the next day: (1 − 1/2) ÷ (1 − 1/4) = 2/3 on day 0, 2/3 · 1/3 on day 1.
  test("those that come back at once enter on the same day", () => {
    const round: CalendarLag = { ...NO_LAG, weights: [1, 1], scale: 2 };
    const lag = againLag(round, ratio(1, 2));
    expect(share(lag, 0)).toBeCloseTo(2 / 3, 11);
    expect(share(lag, 1)).toBeCloseTo(2 / 9, 11);
  });

  test("where nothing comes back, or all at once, it takes no time", () => {
    expect(isNothing(againLag(fixedLag(7), ratio(0)))).toBe(true);
    expect(isNothing(againLag(NO_LAG, ratio(1, 2)))).toBe(true);
  });

  // By hand: 2 days, or 3, after 5 more, or 7, with a half and a half each.
  test("one lag after the other", () => {
    const one: CalendarLag = { ...NO_LAG, first: 2, weights: [1, 1], scale: 2 };
    const other: CalendarLag = { ...NO_LAG, first: 5, weights: [1, 0, 1], scale: 2 };
    expect(lagAfter(one, other)).toEqual({ ...NO_LAG, first: 7, weights: [1, 1, 1, 1], scale: 4 });
    expect(lagAfter(one, NO_LAG)).toBe(one);
    expect(lagAfter(NO_LAG, other)).toBe(other);
  });
});
