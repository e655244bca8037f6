import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExact, encodeExact } from "../../src/number/exact-string.js";
import { add, multiply, ratio, subtract, ZERO, type Ratio } from "../../src/number/ratio.js";
import { parsePlan } from "../../src/plan/parse.js";
import { computePlannedCourse } from "../../src/track/course.js";
import { compileDatedPlan, compileSnapshotFor } from "../../src/track/dated.js";
import { buildGapGame } from "../../src/track/gap.js";
import { outcomeSoFar } from "../../src/track/observed.js";
import type { Factor } from "../../src/track/shapley.js";
import { productShares } from "../../src/track/shapley.js";
import { toDecimal } from "../../src/number/to-decimal.js";
import { solve } from "../../src/solve/solve.js";
import { track } from "../../src/track/track.js";
import { plans } from "../generators/plans.js";
import { followed } from "./followed.js";
import { dayWithin, strayed } from "./strayed.js";
import { runs } from "../laws/runs.js";

const exact = (text: string): Ratio => parseExact(text) ?? ZERO;
const total = (list: readonly string[]): string => encodeExact(list.map(exact).reduce(add, ZERO));
const smallPlans = plans({ period: "dated", lags: true, stages: 2, depth: 1, activities: false });

describe("the gap", () => {
  test("its parts add up to actual minus planned exactly, in wins and in the amount", () => {
    const drawn = fc.tuple(
      smallPlans,
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      fc.array(fc.nat(4), { minLength: 1, maxLength: 7 }),
    );
    fc.assert(
      fc.property(drawn, ([plain, share, factors]) => {
        const plan = parsePlan(plain);
        const snapshot = strayed(followed(plan, dayWithin(plan, share)), factors);
        const { outcome, gap } = track(plan, snapshot);
        const [wins, amount] = [gap.map((part) => part.wins), gap.map((part) => part.amount)];
        expect(total(wins)).toBe(encodeExact(subtract(exact(outcome.wins), exact(outcome.plannedWins))));
        expect(total(amount)).toBe(encodeExact(subtract(exact(outcome.now), exact(outcome.planned))));
      }),
      runs(0.15),
    );
  });

  test("does not depend on the order of factors: it is the mean over all orders, tried one by one", () => {
    const drawn = fc.tuple(
      plans({ period: "dated", lags: true, stages: 2, depth: 0, activities: false }),
      fc.double({ min: 0.3, max: 0.99, noNaN: true }),
      fc.array(fc.nat(4), { minLength: 1, maxLength: 7 }),
    );
    fc.assert(
      fc.property(drawn, ([plain, share, factors]) => {
        const plan = parsePlan(plain);
        const prepared = compileDatedPlan(plan);
        const seen = compileSnapshotFor(prepared, strayed(followed(plan, dayWithin(plan, share)), factors));
        const course = computePlannedCourse(prepared);
        const game = buildGapGame(prepared, course, seen, outcomeSoFar(prepared, seen));
        for (const product of game.amount) {
          const moved = product
            .filter((factor) => encodeExact(factor.actual) !== encodeExact(factor.planned))
            .slice(0, 5);
          expect(productShares(moved).map(encodeExact)).toEqual(meanOverOrders(moved).map(encodeExact));
        }
      }),
      runs(0.15),
    );
  });

  test("factors in any order have the same shares", () => {
    const factor = fc.record({ key: fc.string(), actual: ratios(), planned: ratios() });
    fc.assert(
      fc.property(fc.array(factor, { maxLength: 6 }), (factors) => {
        const forward = productShares(factors).map(encodeExact);
        const backward = productShares([...factors].reverse()).map(encodeExact);
        expect(backward.reverse()).toEqual(forward);
        expect(meanOverOrders(factors).map(encodeExact)).toEqual(forward);
      }),
      runs(0.15),
    );
  });
});

function ratios(): fc.Arbitrary<Ratio> {
  return fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 })).map(([num, den]) => ratio(num, den));
}

/** The definition, order by order: what a factor adds when it joins those before it. */
function meanOverOrders<Key>(factors: readonly Factor<Key>[]): Ratio[] {
  const orders = permutations(factors.map((_, index) => index));
  const shares = factors.map(() => ZERO);
  for (const order of orders) {
    const joined = new Set<number>();
    for (const index of order) {
      const before = worth(factors, joined);
      joined.add(index);
      shares[index] = add(shares[index] ?? ZERO, subtract(worth(factors, joined), before));
    }
  }
  return shares.map((share) => multiply(share, ratio(1, orders.length)));
}

function worth<Key>(factors: readonly Factor<Key>[], joined: ReadonlySet<number>): Ratio {
  return factors.reduce<Ratio>(
    (product, { actual, planned }, index) => multiply(product, joined.has(index) ? actual : planned),
    ratio(1),
  );
}

function permutations(list: readonly number[]): number[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((first, index) =>
    permutations([...list.slice(0, index), ...list.slice(index + 1)]).map((rest) => [first, ...rest]),
  );
}

describe("a plan followed by its fractional expected counts", () => {
  test.each([{ lags: false }, { lags: true }])(
    "has gap zero and is on track each day (lags: $lags)",
    ({ lags }) => {
      const drawn = fc.tuple(
        plans({ period: "dated", lags, stages: 3, depth: 1, activities: false, rounding: "least" }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      );
      fc.assert(
        fc.property(drawn, ([plain, share]) => {
          const plan = parsePlan(plain);
          const answer = track(plan, followed(plan, dayWithin(plan, share)));
          expect(answer.gap).toEqual([]);
          // A plan that cannot land in time falls short although everything is done as it asks.
          const isShort = toDecimal(answer.ahead.asPlanned.attainment ?? "1").lessThan("0.9");
          expect(answer.verdict.kind).toBe(isShort ? "outlook short" : "on track");
          if (isShort) expect(solve(plan).status).toBe("infeasible");
          expect(answer.shortfalls).toEqual([]);
          for (const [name, { status, actual, plannedExact }] of Object.entries(answer.stages)) {
            expect([name, actual]).toEqual([name, plannedExact]);
            expect([name, status]).toEqual([name, "on track"]);
          }
        }),
        runs(0.15),
      );
    },
  );
});
