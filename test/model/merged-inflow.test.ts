import fc from "fast-check";
import { expect, test } from "vitest";

import { cumulative } from "../../src/forecast/cumulative.js";
import { lateWins, type Inflow } from "../../src/model/inflow.js";
import { mergedInflows } from "../../src/model/merged-inflow.js";
import { ONE, ratio, sum } from "../../src/number/ratio.js";

// A hundred open deals over six stages with lags once took minutes: each moved on by itself. Merged they take one walk, and
// must say the same.

const SIZE = 6;

const inflows: fc.Arbitrary<Inflow> = fc
  .record({
    amount: fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 9 })),
    late: fc.tuple(fc.nat(4), fc.integer({ min: 4, max: 9 })),
    values: fc.array(fc.nat(20), { minLength: SIZE, maxLength: SIZE }),
    beyond: fc.nat(10),
    scale: fc.integer({ min: 1, max: 1000 }),
  })
  .map(({ amount, late, values, beyond, scale }) => ({
    amount: ratio(...amount),
    late: ratio(...late),
    whole: values.reduce((total, value) => total + value, beyond),
    series: { kind: "number", values: values.map((value) => value * scale), scale },
  }));

test("inflows as one say the same: by the end of each day, in all, and of what is won too late", () => {
  fc.assert(
    fc.property(fc.array(inflows, { maxLength: 8 }), (many) => {
      const merged = mergedInflows(many);
      expect(merged.length).toBeLessThanOrEqual(1);
      const each = many.map((inflow) => cumulative([inflow], SIZE));
      const days = Array.from({ length: SIZE }, (_, day) =>
        sum(each.map((totals) => totals[day] ?? ratio(0))),
      );
      expect(cumulative(merged, SIZE)).toEqual(days);
      expect(sum(merged.map(({ amount }) => amount))).toEqual(sum(many.map(({ amount }) => amount)));
      expect(lateWins(merged, ONE)).toEqual(lateWins(many, ONE));
    }),
  );
});
