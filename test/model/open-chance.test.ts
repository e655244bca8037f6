import fc from "fast-check";
import { chosenPlan } from "../../src/plan/goals.js";
import { describe, expect, it } from "vitest";
import { forecast } from "../../src/forecast/forecast.js";
import { openGroups } from "../../src/model/pipeline-groups.js";
import { compilePipeline } from "../../src/model/pipeline-units.js";
import { compileDeal } from "../../src/model/deal.js";
import { compileFlow } from "../../src/model/flow.js";
import { inTwelveDigits } from "../../src/model/twelve-digits.js";
import { ratio, ZERO } from "../../src/number/ratio.js";
import { parseExact, toNumber } from "../../src/number/exact-string.js";
import { parsePlan } from "../../src/plan/parse.js";
import { parseSnapshot } from "../../src/plan/parse-snapshot.js";
import { solve } from "../../src/solve/solve.js";
import { formatDay, parseDay } from "../../src/calendar/day.js";
import { Rational, whole } from "../oracle/rational.js";
import { runs } from "../laws/runs.js";

/*
 * An ordinary pipeline: three stages with lags, a deal on each of 230 days of entry. Every age has a chance with a
 * denominator of its own, and their exact sum had 11,544 letters, which nothing could read again: `forecast` threw a
 * TypeError and `solve` took ten seconds. Now every chance is in twelve digits, so that sums share one denominator.
 */
const lags = [
  { median: 30, p90: 120 },
  { median: 40, p90: 150 },
  { median: 25, p90: 90 },
];
const FIRST = parseDay("2025-05-01") ?? 0;

const pipeline = (deals: number, values = false) =>
  parsePlan({
    currency: "EUR",
    goal: { metric: values ? "revenue" : "customers", amount: values ? 1_000_000 : 500, period: 2026 },
    ...(values ? { deal: { value: 7777 } } : {}),
    funnel: ["lead", "demo", "proposal"].map((stage, index) => ({ stage, rate: "37%", lag: lags[index] })),
    pipeline: Object.fromEntries(
      ["lead", "demo", "proposal"].map((stage) => [
        stage,
        Array.from({ length: Math.ceil(deals / 3) }, (_, deal) => ({
          entered: formatDay(FIRST + ((deal * 7) % 230)),
          ...(values ? { value: `${1000 + deal}.${10 + (deal % 90)}` } : {}),
        })),
      ]),
    ),
  });

describe("an ordinary pipeline of dated open deals", () => {
  it("has expected wins of some dozens of letters, however many deals there are", () => {
    const letters = (deals: number) => solve(pipeline(deals)).targets?.pipeline.wins.length ?? 0;
    expect(letters(690)).toBeLessThan(100);
    expect(letters(6900)).toBeLessThan(100);
  });

  it("goes through forecast, and its figures can be read again", () => {
    const plan = pipeline(690);
    const { atEnd, byDate } = forecast(
      plan,
      parseSnapshot({ asOf: "2025-12-31", pipeline: plan.pipeline }, plan),
    );
    for (const { wins } of byDate) expect(parseExact(wins)).toBeDefined();
    expect(toNumber(atEnd.from.pipeline)).toBeGreaterThan(0);
  });

  it("says that its chances are taken to twelve digits, once for each stage", () => {
    const said = solve(pipeline(690)).assumptions.filter(({ kind }) => kind === "open-chance");
    expect(said.map(({ path }) => path.join("."))).toEqual([
      "pipeline.lead",
      "pipeline.demo",
      "pipeline.proposal",
    ]);
  });

  it("is judged once for each stage and day of entry, not once for each deal", () => {
    const groups = (deals: number) => {
      const plan = chosenPlan({ plan: pipeline(deals) });
      return openGroups(compilePipeline(plan.pipeline, compileFlow(plan), compileDeal(plan))).length;
    };
    expect(groups(690)).toBe(690);
    expect(groups(6900)).toBe(690);
  });

  it("with values shares one denominator too", () => {
    const wins = solve(pipeline(3000, true)).targets?.pipeline.wins ?? "";
    expect(wins.length).toBeLessThan(200);
  });
});

describe("chances in twelve digits", () => {
  const lagOf = (weights: readonly number[], scale: number) =>
    ({ kind: "calendar", first: 0, weights, scale, cut: ZERO }) as const;

  it("keep a sure thing sure: 7/10 left of a lag, divided by 7/10, is 1", () => {
    const { lag } = inTwelveDigits(lagOf([3, 4], 10), ratio(10, 7));
    expect(lag).toEqual({ first: 0, weights: [428_571_428_571, 571_428_571_429], scale: 10 ** 12 });
  });

  it("say whether anything was cut off", () => {
    expect(inTwelveDigits(lagOf([1, 1], 4), ratio(1, 2)).cut).toBe(false);
    expect(inTwelveDigits(lagOf([1, 1], 3), ratio(1, 2)).cut).toBe(true);
  });

  it("are, by each day, the exact share rounded down (unbounded rationals)", () => {
    const drawn = fc
      .record({
        weights: fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 }),
        spare: fc.nat(1_000_000),
        num: fc.integer({ min: 1, max: 10 ** 9 }),
        more: fc.nat(10 ** 9),
      })
      .filter(({ weights, spare }) => weights.reduce((all, weight) => all + weight, spare) > 0);
    const property = fc.property(drawn, ({ weights, spare, num, more }) => {
      const scale = weights.reduce((all, weight) => all + weight, spare);
      const found = inTwelveDigits(lagOf(weights, scale), ratio(num, num + more));
      const each = new Rational(BigInt(num), BigInt(num + more) * BigInt(scale));
      let [sum, reached, cut] = [0, 0, false];
      weights.forEach((weight, day) => {
        sum += weight;
        reached += Number(found.lag.weights[day] ?? 0);
        const exact = whole(sum)
          .times(each)
          .times(whole(10 ** 12));
        expect(reached).toBe(Number(exact.floor()));
        cut ||= exact.denominator !== 1n;
      });
      expect(found.cut).toBe(cut);
    });
    fc.assert(property, runs(3));
  });
});
