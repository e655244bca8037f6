import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain } from "../../../src/explain/explain.js";
import { toNumber } from "../../../src/number/exact-string.js";
import { parsePlan } from "../../../src/plan/parse.js";
import type { PlanInput } from "../../../src/plan/plan.js";
import type { Snapshot } from "../../../src/plan/snapshot.js";
import { funnelPicture } from "../../../src/charts/funnel/data.js";
import { waterfallPicture } from "../../../src/charts/waterfall/data.js";
import { toSvg } from "../../../src/charts/to-svg.js";
import type { Solution } from "../../../src/solve/answer.js";
import { solve } from "../../../src/solve/solve.js";
import { track } from "../../../src/track/track.js";
import { plans } from "../../generators/plans.js";
import { followed } from "../../track/followed.js";
import { dayWithin, strayed } from "../../track/strayed.js";
import { barsIn, numbersIn, type SvgNumber } from "./read-svg.js";
import { runs } from "../../laws/runs.js";

const widths = fc.integer({ min: 280, max: 1400 });

/** The value at a path of an answer, as `explain` reads paths. */
function valueIn(answer: object, path: SvgNumber["path"]): unknown {
  const root = Object.hasOwn(answer, path[0] ?? "") ? path : ["targets", ...path];
  return root.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], answer);
}

function shownAt(numbers: readonly SvgNumber[], path: SvgNumber["path"]): SvgNumber | undefined {
  return numbers.find((number) => JSON.stringify(number.path) === JSON.stringify(path));
}

function expectAnswers(answer: Solution, numbers: readonly SvgNumber[]): void {
  for (const { path, value } of numbers.filter((number) => number.path[0] !== "plan"))
    expect(value).toBe(String(valueIn(answer, path)));
}

// Origin: three teams and 10,000 of net new MRR, worked by hand: 15 wins at 50% are 30 demo requests on 22 working days.
const threeTeams: PlanInput = {
  currency: "USD",
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
  deal: { value: 1_000, owner: "sales" },
  churn: { customers: 5, owner: "success" },
  funnel: [{ stage: "demo request", rate: "50%", owner: "marketing" }],
};

describe("the funnel's numbers, read back out of the SVG", () => {
  test("are those of the first story", () => {
    const numbers = numbersIn(toSvg(funnelPicture(solve(threeTeams))));
    const shown = Object.fromEntries(numbers.map(({ path, shown: text }) => [path.join(" "), text]));
    expect(shown).toEqual({
      "goal amount": "10,000",
      "period workingDays": "22",
      wins: "15",
      // Origin: P(B(30, ½) ≥ 15), from Pascal's triangle.
      "chance reached": "57%",
      "bridge 0 wins": "+10",
      "bridge 1 wins": "+5",
      "stages demo request rate": "50%",
      "stages demo request perDay": "2",
      "stages demo request perWeek": "7",
      "stages demo request total": "30",
    });
  });

  test("are the answer's, each stage with all it has, and each can be explained", () => {
    fc.assert(
      fc.property(plans({ available: true, zeroRates: true }), widths, (plain, width) => {
        const answer = solve(parsePlan(plain));
        const numbers = numbersIn(toSvg(funnelPicture(answer), { width }));
        expectAnswers(answer, numbers);
        for (const [stage, target] of Object.entries(answer.targets?.stages ?? {})) {
          expect(shownAt(numbers, ["stages", stage, "total"])?.value).toBe(String(target.total));
          if (target.perDay !== null)
            expect(shownAt(numbers, ["stages", stage, "perDay"])?.value).toBe(String(target.perDay));
        }
        for (const { path } of numbers) expect(explain(answer, path).text).not.toBe("");
      }),
      runs(0.15),
    );
  });
});

describe("the largest number of a funnel's stage", () => {
  // Origin: worked by hand. 2 wins at 80% are 3 offers (2.5, rounded up), of 50% 5 demos, of 10% 50 calls; on the 127 days from
  // Monday to Friday between 2026-01-05 and 2026-06-30 one of each a day is enough.
  const halfYear: PlanInput = {
    goal: { metric: "customers", amount: 2, period: { start: "2026-01-05", end: "2026-06-30" } },
    funnel: [
      { stage: "call", rate: "10%" },
      { stage: "demo", rate: "50%" },
      { stage: "offer", rate: "80%" },
    ],
  };

  test.each([360, 720, 1200])("is all of what comes about now and then, %s pixels wide", (width) => {
    const numbers = numbersIn(toSvg(funnelPicture(solve(halfYear)), { width }));
    const largest = ["offer", "demo", "call"].map((stage) => {
      const own = numbers.filter(({ path }) => path[1] === stage && path[2] !== "rate");
      expect(own.map(({ path }) => path[2]).sort()).toEqual(["perDay", "perWeek", "total"]);
      const [first] = [...own].sort((one, other) => other.size - one.size);
      return [stage, first?.path[2], first?.shown];
    });
    expect(largest).toEqual([
      ["offer", "total", "3"],
      ["demo", "total", "5"],
      ["call", "perDay", "1"],
    ]);
  });
});

describe("the waterfall's numbers, read back out of the SVG", () => {
  const small = plans({ period: "dated", lags: true, stages: 2, depth: 1, activities: false });
  const drawn = fc.tuple(
    small,
    fc.double({ min: 0, max: 0.99, noNaN: true }),
    fc.array(fc.nat(4), { minLength: 1 }),
  );

  test("are the answer's, and its bars are as long as they say and stand where the one before ends", () => {
    fc.assert(
      fc.property(drawn, widths, ([plain, share, factors], width) => {
        const plan = parsePlan(plain);
        const snapshot: Snapshot = strayed(followed(plan, dayWithin(plan, share)), factors);
        const answer = track(plan, snapshot);
        const picture = waterfallPicture(answer);
        fc.pre(picture !== null);
        const svg = toSvg(picture, { width });
        const numbers = numbersIn(svg);
        for (const { path, value } of numbers) expect(value).toBe(String(valueIn(answer, path)));
        const parts = numbers.filter(({ path }) => path[0] === "gap").map(({ value }) => value);
        const gap = answer.gap.map(({ amount }) => amount).filter((amount) => amount !== "0");
        expect(parts).toEqual(gap);
        expectGeometry(picture, barsIn(svg));
      }),
      runs(0.15),
    );
  });
});

type Waterfall = NonNullable<ReturnType<typeof waterfallPicture>>;

/** Hundredths of a pixel are what the SVG is written to. */
const TOLERANCE = 0.011;

/** The lowest and the highest end give the scale. One pixel is worth the same everywhere: each bar runs from where it starts to where it ends. */
function expectGeometry({ planned, actual, bars }: Waterfall, drawn: ReturnType<typeof barsIn>): void {
  const [first, last] = [drawn[0], drawn.at(-1)];
  expect(drawn).toHaveLength(bars.length + 2);
  if (first === undefined || last === undefined) return;
  const [plan, now] = [toNumber(planned.value), toNumber(actual.value)];
  const levels = bars.flatMap(({ from, to }) => [toNumber(from), toNumber(to)]);
  const spread = Math.max(plan, now, ...levels) - Math.min(plan, now, ...levels);
  if (spread === 0) return;
  const ends = bars.flatMap(({ from, to }, index) => {
    const { left, right } = drawn[index + 1] ?? { left: 0, right: 0 };
    const [low, high] = [toNumber(from), toNumber(to)].sort((one, other) => one - other);
    return [
      { value: low ?? 0, at: left },
      { value: high ?? 0, at: right },
    ];
  });
  if (plan > 0) ends.push({ value: plan, at: first.right });
  if (now > 0) ends.push({ value: now, at: last.right });
  const lowest = ends.reduce((one, other) => (other.value < one.value ? other : one));
  const highest = ends.reduce((one, other) => (other.value > one.value ? other : one));
  const perUnit = (highest.at - lowest.at) / (highest.value - lowest.value);
  for (const { value, at } of ends)
    expect(Math.abs(at - lowest.at - (value - lowest.value) * perUnit)).toBeLessThan(2 * TOLERANCE);
}
