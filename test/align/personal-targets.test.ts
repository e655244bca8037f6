import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeBaseline, computeBest, nextStep } from "../../src/align/baseline.js";
import { personalTargets } from "../../src/align/personal-targets.js";
import { compare, ratio } from "../../src/number/ratio.js";
import { formatDay } from "../../src/calendar/day.js";

const MONDAY = 20_458; // 2026-01-05

/** Weeks from January 2026 on, with these counts. */
function weeksOf(counts: readonly Readonly<Record<string, number>>[]) {
  return counts.map((each, index) => ({ week: formatDay(MONDAY + index * 7), counts: each }));
}

const plan = {
  goal: { metric: "customers", amount: 10, period: { workingDays: 20 } },
  funnel: [
    { stage: "call", rate: "10%" },
    { stage: "meeting", rate: "50%" },
  ],
} as const;

describe("a baseline, a best and a next step", () => {
  // Worked by hand.
  it.each([
    [[10, 20, 30, 40], "25", 25],
    [[100, 1, 2, 3, 4, 5, 6, 7, 8], "4.5", 26.5],
  ])("of %j are the median of the last eight weeks and the best four in a row", (counts, baseline, best) => {
    const weeks = counts.map((count) => ratio(count));
    expect(Number(computeBaseline(weeks).num) / Number(computeBaseline(weeks).den)).toBe(Number(baseline));
    const found = computeBest(weeks)?.average ?? ratio(0);
    expect(Number(found.num) / Number(found.den)).toBe(best);
  });

  it("lead to a step that is beyond the baseline, and not beyond the best by more than the rounding", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 4, maxLength: 20 });
    const property = fc.property(counts, (list) => {
      const weeks = list.map((count) => ratio(count));
      const baseline = computeBaseline(weeks);
      const best = computeBest(weeks)?.average ?? ratio(0);
      const next = ratio(nextStep(baseline, best));
      if (best.num === 0 && baseline.num === 0) expect(next.num).toBe(0);
      else expect(compare(next, baseline)).toBe(1);
      if (compare(baseline, best) < 0)
        expect(Number(next.num)).toBeLessThanOrEqual(Math.floor(Number(best.num) / Number(best.den)) + 1);
    });
    fc.assert(property);
  });
});

describe("personal targets", () => {
  it("set no step from fewer than four weeks, and say so", () => {
    const { people } = personalTargets(plan, { Ana: weeksOf([{ call: 10 }, { call: 20 }, { call: 30 }]) });
    expect(people[0]).toMatchObject({ small: true, numbers: [{ next: null, best: null }], below: [] });
  });

  it("tell a lack of activity from a lack of conversion", () => {
    // 10 customers in 20 days are 5 meetings and 50 calls a week.
    const busy = weeksOf(Array.from({ length: 8 }, () => ({ call: 60, meeting: 3 })));
    const idle = weeksOf(Array.from({ length: 8 }, () => ({ call: 20, meeting: 2 })));
    const reasons = (Ana: ReturnType<typeof weeksOf>, name: string) =>
      personalTargets(plan, { Ana }).sums.find((sum) => sum.name === name)?.reasons;
    expect(reasons(busy, "meeting")).toEqual(["conversion"]);
    expect(reasons(idle, "meeting")).toEqual(["activity"]);
    expect(reasons(idle, "call")).toEqual(["activity"]);
    expect(reasons(busy, "call")).toEqual([]);
  });

  it("do not depend on the order of the people", () => {
    const history = {
      Ana: weeksOf(Array.from({ length: 8 }, () => ({ call: 60, meeting: 3 }))),
      Ben: weeksOf(Array.from({ length: 5 }, (_, index) => ({ call: 20 + index, meeting: 2 }))),
    };
    const one = personalTargets(plan, history);
    const other = personalTargets(plan, { Ben: history.Ben, Ana: history.Ana });
    expect([...other.people].reverse()).toEqual(one.people);
    expect(other.sums).toEqual(one.sums);
  });

  it.each([
    ["activity.unknown", { Ana: weeksOf([{ cal: 1 }]) }],
    ["history.order", { Ana: [...weeksOf([{ call: 1 }]), ...weeksOf([{ call: 1 }])] }],
    ["number.negative", { Ana: weeksOf([{ call: -1 }]) }],
  ])("refuse a history with %s", (code, history) => {
    expect(() => personalTargets(plan, history)).toThrow(expect.objectContaining({ code }) as Error);
  });
});
