import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align } from "../../src/align/align.js";
import { applyFix } from "../../src/align/apply-fix.js";
import { compile } from "../../src/solve/compile.js";
import { solve } from "../../src/solve/solve.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { betaDraw, randomFrom, tossed } from "../chance/simulation.js";
import { runs } from "../laws/runs.js";

interface More {
  readonly goal?: object;
  readonly rate?: PlanInput["funnel"][number]["rate"];
  readonly plan?: object;
}

function selling(
  name: string,
  amount: number,
  { goal, rate = { won: 30, of: 100 }, plan }: More = {},
): PlanInput {
  return {
    name,
    goal: { metric: "customers", amount, period: "2026-01", ...goal },
    funnel: [{ stage: "demo", rate, owner: "sales", minutes: 10 }],
    ...plan,
  };
}

const asked = { goal: { chance: "80%" } } as const;

describe("plans that ask for a chance", () => {
  // The chance used to be refused here, by name.
  it("are aligned with the work that the chance takes, as solve says it", () => {
    const plan = selling("One", 10, asked);
    const answer = align([plan, selling("Other", 5)]);
    const alone = solve(plan);
    expect(answer.chances[0]).toMatchObject({
      plan: "One",
      asked: 0.8,
      reached: alone.targets?.chance?.reached,
    });
    expect(align([plan, selling("Other", 5)].map((each) => compile(each)))).toEqual(answer);
  });

  it("collide where only the margin is too much, and settle for the greatest chance that fits", () => {
    // 10 wins at 30.2% are 34 demos, and 80% takes more; 20 minutes on 22 days are 44 demos of 10 minutes.
    const teams = { sales: { headcount: 1, minutesPerDay: 20 } };
    const set = { plans: [selling("One", 10, { goal: { chance: "90%" } })], teams };
    expect(align([selling("One", 10)], teams).conflicts).toEqual([]);
    const [conflict] = align(set.plans, teams).conflicts;
    expect(conflict?.plans).toEqual(["One"]);
    const fix = conflict?.fixes.find(({ code }) => code === "lower-chance");
    if (fix === undefined) throw new Error("a conflict over a margin has a lower chance as a fix");
    expect(align(applyFix(set, fix).plans, teams).conflicts).toEqual([]);
    const more = { ...fix, to: `${Number.parseInt(String(fix.to), 10) + 1}%` };
    expect(align(applyFix(set, more).plans, teams).conflicts).toHaveLength(1);
  });
});

describe("goals that share a stage are reached together", () => {
  // Oracle: the rate is drawn once a month from the sample's Beta, and every demo of both plans tossed, 60,000 times (seed
  // 3); the standard error is 0.2 points.
  it("as often as in simulation, which is not the product", () => {
    const plans = [selling("One", 10, asked), selling("Other", 6, asked)];
    const [together] = align(plans).together;
    const demos = plans.map((plan) => solve(plan).targets?.stages["demo"]?.total ?? 0);
    const random = randomFrom(3);
    let both = 0;
    for (let month = 0; month < 60_000; month += 1) {
      const rate = betaDraw(30.5, 70.5, random);
      const [one, other] = demos.map((units) => tossed(units, rate, random));
      if ((one ?? 0) >= 10 && (other ?? 0) >= 6) both += 1;
    }
    expect(together).toMatchObject({ plans: ["One", "Other"], stages: ["demo"], reason: null });
    expect(Math.abs((together?.chance ?? 0) - both / 60_000)).toBeLessThan(0.008);
    expect(together?.chance ?? 0).toBeGreaterThan((together?.product ?? 1) + 0.005);
    expect(together?.text).toMatch(
      /^The goals of "One" and "Other", which share "demo", are all reached with a chance of \d\d%, if their work is done as planned; with nothing in common it would be \d\d%\.$/,
    );
  });

  it("with the product of their chances where the rate is known for sure", () => {
    const known = { rate: "30%" } as const;
    const [together] = align([selling("One", 10, known), selling("Other", 6, known)]).together;
    expect(together?.chance).toBeCloseTo(together?.product ?? NaN, 12);
  });

  it("and are not told of where nothing is shared", () => {
    const other = { ...selling("Other", 6), funnel: [{ stage: "review", rate: "30%" }] } as const;
    const answer = align([selling("One", 10), other]);
    expect(answer.together).toEqual([]);
    expect(answer.chances.map(({ plan }) => plan)).toEqual(["One", "Other"]);
    expect(align([selling("One", 10), other], undefined, { chance: false }).chances).toEqual([]);
  });

  it.each([
    ["different-samples", selling("Other", 6, { rate: { won: 60, of: 200 } }), {}],
    ["different-spreads", selling("Other", 6, { plan: { spread: "30%" } }), { plan: { spread: "20%" } }],
    ["own-chance", selling("Other", 600), {}],
  ])("only between bounds where it cannot be known better: %s", (reason, other, more) => {
    const { together, chances } = align([selling("One", 10, more), other]);
    expect(together[0]).toMatchObject({ chance: null, reason });
    const reached = chances.map((each) => each.reached ?? 1);
    expect(together[0]?.atMost).toBeCloseTo(Math.min(...reached), 3);
    expect(together[0]?.text).toMatch(/ with a chance between /);
  });

  it("never above the least of their chances, and never below 1 less all failures", () => {
    const spread = fc.constantFrom(undefined, "15%");
    const law = fc.property(
      fc.array(fc.record({ amount: fc.integer({ min: 1, max: 25 }), isAsked: fc.boolean() }), {
        minLength: 2,
        maxLength: 3,
      }),
      fc.integer({ min: 1, max: 60 }),
      spread,
      (list, won, common) => {
        const plans = list.map(({ amount, isAsked }, index) =>
          selling(`plan ${index}`, amount, {
            rate: { won, of: 80 },
            plan: common === undefined ? {} : { spread: common },
            ...(isAsked ? asked : {}),
          }),
        );
        const { together, chances } = align(plans, undefined, { fixes: 0 });
        const reached = chances.map((each) => each.reached ?? NaN);
        const chance = together[0]?.chance ?? NaN;
        const failures = reached.reduce((sum, each) => sum + 1 - each, 0);
        expect(chance).toBeLessThanOrEqual(Math.min(...reached) + 1e-4);
        expect(chance).toBeGreaterThanOrEqual(1 - failures - 1e-4);
        expect(together[0]?.atLeast).toBeLessThanOrEqual(chance);
        expect(together[0]?.atMost).toBeGreaterThanOrEqual(chance);
        expect(align([...plans].reverse(), undefined, { fixes: 0 }).together[0]?.chance).toBeCloseTo(
          chance,
          9,
        );
      },
    );
    fc.assert(law, runs(0.06));
  });
});
