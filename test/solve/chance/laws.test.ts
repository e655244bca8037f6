import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { atLeastExactly } from "../../../src/chance/exactly.js";
import {
  readChanceInputs,
  winningShare,
  chanceOfUnit,
  workOf,
  type ChanceInputs,
} from "../../../src/solve/chance/chance-inputs.js";
import { nearestNumber } from "../../../src/number/nearest-number.js";
import { add, compare, multiply, ratio, subtract } from "../../../src/number/ratio.js";
import type { LagInput } from "../../../src/plan/lag.js";
import { volumesOf } from "../../../src/schedule/volumes.js";
import { parsePlan } from "../../../src/plan/parse.js";
import type { GoalPlan } from "../../../src/plan/plan.js";
import { compilePlan } from "../../../src/model/compile.js";
import { planWork } from "../../../src/solve/chance/goal-chance.js";
import { solve } from "../../../src/solve/solve.js";

/** Small plans of every shape that the chance looks at: one path or two channels, with and without lags and open work. */
const smallPlans: fc.Arbitrary<GoalPlan> = fc
  .record({
    wins: fc.integer({ min: 1, max: 8 }),
    rates: fc.tuple(fc.integer({ min: 15, max: 90 }), fc.integer({ min: 15, max: 90 })),
    lag: fc.constantFrom<(LagInput | undefined)[]>(undefined, 5, "8 days", "3 working days", {
      median: 6,
      p90: 20,
    }),
    channels: fc.constantFrom("none", "shares", "units"),
    open: fc.integer({ min: 0, max: 4 }),
    rounding: fc.constantFrom<("least" | "cascade")[]>("least", "cascade"),
  })
  .map(({ wins, rates: [first, second], lag, channels, open, rounding }): GoalPlan => {
    const stage = { stage: "demo", rate: `${first}%` as const, ...(lag === undefined ? {} : { lag }) };
    const source = (name: string) => [{ stage: name, rate: `${second}%` as const }];
    const sources = [
      {
        channel: "one",
        funnel: source("a"),
        ...(channels === "units" ? { units: 6 } : { share: "30%" as const }),
      },
      { channel: "two", funnel: source("b"), rest: true as const },
    ];
    return {
      goal: { metric: "customers", amount: wins, period: "2026-02" },
      funnel: [channels === "none" ? stage : { ...stage, sources }],
      rounding,
      ...(open === 0
        ? {}
        : { pipeline: { demo: [{ entered: "2026-01-28" }, ...Array<object>(open - 1).fill({})] } }),
    };
  });

function asking(plan: GoalPlan, chance: number): GoalPlan {
  return { ...plan, goal: { ...plan.goal, chance: `${chance}%` } };
}

/** The chance of so many wins, every unit in exact fractions. */
function exactReach(inputs: ChanceInputs, work: readonly (readonly number[])[], wins: number): number {
  const groups = inputs.stages.flatMap((stage, place) => [
    ...stage.open.map((units) => ({ count: units.count, chance: chanceOfUnit(inputs, stage, units) })),
    ...stage.landing.map((landing, group) => ({
      count: work[place]?.[group] ?? 0,
      chance: multiply(winningShare(inputs, stage), landing),
    })),
  ]);
  return nearestNumber(atLeastExactly(groups, wins));
}

function reachedBy(plan: GoalPlan): number {
  return solve(plan).targets?.chance?.reached ?? NaN;
}

describe("laws of the chance of a plan", () => {
  // The oracle adds every unit in exact fractions of unbounded whole numbers, with no grouping and no doubles.
  it("the chance told is that of the printed work, unit by unit in exact fractions", () => {
    const law = fc.property(smallPlans, (plan) => {
      const prepared = compilePlan(parsePlan(plan), ratio(1, 2));
      const planned = planWork(prepared);
      if (planned === undefined) return;
      const inputs = readChanceInputs(prepared);
      const work = workOf(prepared, inputs, planned.volumes);
      const exact = exactReach(inputs, work, Number(plan.goal.amount));
      expect(reachedBy(plan)).toBeCloseTo(exact, 12);
    });
    fc.assert(law, { numRuns: 25 });
  });

  it("it reaches what is asked, more is asked for never with less work, and with a known rate half is about the plan", () => {
    const law = fc.property(smallPlans, fc.integer({ min: 20, max: 97 }), (plan, asked) => {
      const answer = solve(asking(plan, asked));
      expect(answer.targets?.chance?.reached).toBeGreaterThanOrEqual(asked / 100);
      const surer = solve(asking(plan, asked + 2));
      answer.targets?.path.forEach(({ total, kind }, stage) => {
        if (kind === "work") expect(surer.targets?.path[stage]?.total).toBeGreaterThanOrEqual(total);
      });
      const half = solve(asking(plan, 50)).targets;
      const margin = half?.bridge.find(({ item }) => item === "chance")?.wins ?? "0";
      const [num = 0, den = 1] = margin.split("/").map(Number);
      const open = numberOf(half?.pipeline.wins ?? "0");
      if (half?.pipeline.remaining !== "0" && open === 0) expect(Math.abs(num / den)).toBeLessThanOrEqual(1);
    });
    fc.assert(law, { numRuns: 25 });
  });

  it("the margin is the least: with one unit less the printed work no longer has the chance", () => {
    const law = fc.property(smallPlans, fc.integer({ min: 55, max: 95 }), (written, asked) => {
      const plan: GoalPlan = { ...written, rounding: "least" };
      const prepared = compilePlan(parsePlan(asking(plan, asked)), ratio(1, 2));
      const planned = planWork(prepared);
      const sources = prepared.flow.filter(({ isWork, inUnitsChannel }) => isWork && !inUnitsChannel);
      const [source] = sources;
      fc.pre(sources.length === 1 && (planned?.margin ?? null) !== null);
      if (planned === undefined || planned.margin === null || source === undefined) return;
      // What one unit of the source brings, in expected wins: of the wins, in its share of the stage that it feeds.
      const landing = source.window.landing;
      const unit = multiply(source.winsPerUnit, landing);
      const expected = subtract(add(ratio(Number(plan.goal.amount)), planned.margin), unit);
      fc.pre(compare(expected, prepared.pipelineWins.wins) > 0);
      const less = volumesOf(prepared, expected);
      const inputs = readChanceInputs(prepared);
      const total = (work: number[][]): number => work.flat().reduce((all, count) => all + count, 0);
      const [more, fewer] = [workOf(prepared, inputs, planned.volumes), workOf(prepared, inputs, less)];
      expect(total(fewer)).toBeLessThan(total(more));
      expect(exactReach(inputs, fewer, Number(plan.goal.amount))).toBeLessThan(asked / 100);
    });
    fc.assert(law, { numRuns: 30 });
  });

  it("renaming changes no chance", () => {
    const law = fc.property(smallPlans, (plan) => {
      const renamed = JSON.parse(JSON.stringify(plan).replaceAll('"demo"', '"meeting"')) as GoalPlan;
      expect(reachedBy(renamed)).toBe(reachedBy(plan));
    });
    fc.assert(law, { numRuns: 10 });
  });

  it("more open work never asks for more new work", () => {
    const law = fc.property(smallPlans, fc.integer({ min: 1, max: 3 }), (plan, more) => {
      const with_ = (units: number): GoalPlan => ({
        ...plan,
        pipeline: { demo: Array<object>(units).fill({}) },
        goal: { ...plan.goal, chance: "80%" },
      });
      const first = (answer: GoalPlan): number =>
        (solve(answer).targets?.path ?? []).reduce(
          (all, { kind, total }) => (kind === "work" ? all + total : all),
          0,
        );
      expect(first(with_(more))).toBeLessThanOrEqual(first(with_(0)));
    });
    fc.assert(law, { numRuns: 15 });
  });
});

function numberOf(text: string): number {
  const [num = 0, den = 1] = text.split("/").map(Number);
  return num / den;
}

// A seeded simulation that knows nothing of the model: each unit of each printed day converts or not, waits its lag, and
// counts if it is won by the last day.
describe("printed work, simulated", () => {
  it.each([50, 80, 90, 95])("a dated plan asked for %i%% succeeds as often as it says", (asked) => {
    const plan: GoalPlan = {
      goal: { metric: "customers", amount: 6, period: "2026-02", chance: `${asked}%` },
      funnel: [
        {
          stage: "call",
          rate: "40%",
          lag: [
            { days: 1, share: "50%" },
            { days: 9, share: "50%" },
          ],
        },
        { stage: "demo", rate: "60%", lag: 4 },
      ],
    };
    const { targets } = solve(plan);
    const days = targets?.path[0]?.days ?? [];
    const random = xoroshiro128plus(20_260_000 + asked);
    const toss = (): number => (random.next() >>> 0) / 2 ** 32;
    const runs = 20_000;
    let reached = 0;
    for (let run = 0; run < runs; run += 1) {
      let wins = 0;
      for (const { on, count } of days)
        for (let unit = 0; unit < count; unit += 1) {
          if (toss() >= 0.4 || toss() >= 0.6) continue;
          const won = Number(on.slice(-2)) + (toss() < 0.5 ? 1 : 9) + 4;
          if (on.startsWith("2026-02") && won <= 28) wins += 1;
        }
      if (wins >= 6) reached += 1;
    }
    const told = targets?.chance?.reached ?? NaN;
    expect(told).toBeGreaterThanOrEqual(asked / 100);
    // Four standard errors of the simulation.
    expect(Math.abs(reached / runs - told)).toBeLessThan(4 * Math.sqrt((told * (1 - told)) / runs));
  });
});
