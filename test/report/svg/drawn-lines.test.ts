import { scaleLinear } from "d3-scale";
import { area, curveLinear, curveStepAfter, line } from "d3-shape";
import fc from "fast-check";
import { expect, it } from "vitest";
import { formatDay, parseDay } from "../../../src/calendar/day.js";
import { linearScale } from "../../../src/charts/drawing/linear-scale.js";
import { roundTicks } from "../../../src/charts/drawing/round-ticks.js";
import { bandOf, wayOf } from "../../../src/charts/progress/way.js";
import { nearestNumber } from "../../../src/number/nearest-number.js";
import { ratio } from "../../../src/number/ratio.js";

// Axes, lines and bands against d3-scale and d3-shape.

const FIRST = parseDay("2026-01-01") ?? 0;
const at = (index: number): string => formatDay(FIRST + index);
const heights = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 30 });
const plot = {
  x: (day: number) => (day - FIRST) * 7.3,
  y: (value: object) => nearestNumber(value as never) / 3,
};

it("ticks are where d3-scale has them", () => {
  const law = fc.property(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.constantFrom(1, 4, 10, 1000),
    fc.integer({ min: 1, max: 12 }),
    (low, span, den, about) => {
      const ticks = scaleLinear([low / den, (low + span) / den], [0, 1]).ticks(about);
      // What d3 would rather have than no tick at all is not asked for.
      fc.pre(about > 1);
      const own = roundTicks([ratio(low, den), ratio(low + span, den)], about);
      expect(own.map(nearestNumber)).toEqual(ticks.map((tick) => tick + 0));
    },
  );
  fc.assert(law, { numRuns: 2000 });
});

it.each([
  // 10^30 ÷ 5 is 2 · 10^29: six ticks, which a double has not exactly.
  ["of numbers past what a double counts", [ratio(0), ratio(10n ** 30n)], 6],
  ["of one value", [ratio(3), ratio(3)], 0],
] as const)("ticks %s", (_, [low, high], count) => {
  const ticks = roundTicks([low, high], 5);
  expect(ticks).toHaveLength(count);
  if (count > 0) expect(ticks.at(-1)).toEqual(high);
});

it("places lie where d3-scale has them", () => {
  const ends = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 999 }));
  const law = fc.property(ends, ends, fc.integer(), ([from, more], [start, end], value) => {
    const domain = [from, from + more] as const;
    expect(linearScale(domain, [start, end])(value)).toBe(scaleLinear(domain, [start, end])(value) + 0);
  });
  fc.assert(law, { numRuns: 1000 });
});

it("ways and bands are drawn as d3-shape draws them", () => {
  const law = fc.property(heights, fc.boolean(), (amounts, steps) => {
    const x = (_: number, index: number) => plot.x(FIRST + index);
    const points = amounts.map((amount, index) => ({ on: at(index), amount: String(amount) }));
    const path = line<number>(x, (amount) => amount / 3).curve(steps ? curveStepAfter : curveLinear);
    expect(wayOf(points, plot, steps)).toBe(path.digits(2)(amounts));
    const ranges = amounts.map((amount, index) => ({
      on: at(index),
      low: String(amount),
      high: String(amount + index),
    }));
    const band = area<number>(
      x,
      (amount) => amount / 3,
      (amount, index) => (amount + index) / 3,
    );
    expect(bandOf(ranges as never, plot)).toBe(band.digits(2)(amounts));
  });
  fc.assert(law);
});
