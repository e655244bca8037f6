import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align } from "../../src/align/align.js";
import { applyFix } from "../../src/align/apply-fix.js";
import type { Alignment } from "../../src/align/answer.js";
import { parseQuantity } from "../../src/schema/quantity.js";
import { add, compare, ZERO } from "../../src/number/ratio.js";
import { encodeExact } from "../../src/number/exact-string.js";
import { solve } from "../../src/solve/solve.js";
import type { AlignInput } from "../../src/align/apply-fix.js";
import { planSets } from "./plan-sets.js";
import { runs } from "../laws/runs.js";

const RUNS = runs(0.1);

function alignmentOf({ plans, teams }: AlignInput): Alignment {
  return align(plans, teams);
}

/** Whether there is any conflict when only these plans are worked on. */
function fits({ plans, teams }: AlignInput, names: readonly string[]): boolean {
  const chosen = plans.filter(({ name }) => names.includes(name ?? ""));
  return align(chosen, teams).conflicts.length === 0;
}

describe("conflicts", () => {
  it("are minimal: the plans of one do not fit together, and without any one of them the rest does", () => {
    const property = fc.property(planSets, (set) => {
      for (const { plans } of alignmentOf(set).conflicts) {
        expect(fits(set, plans)).toBe(false);
        for (const name of plans)
          expect(
            fits(
              set,
              plans.filter((other) => other !== name),
            ),
          ).toBe(true);
      }
    });
    fc.assert(property, RUNS);
  });

  it("are there exactly when a plan fails alone, a week of a team is over, or a need is late", () => {
    const property = fc.property(planSets, (set) => {
      const { conflicts, use, tasks } = alignmentOf(set);
      const over = use.some((each) => each.over !== "0");
      const alone = set.plans.some((plan) => !fits(set, [plan.name ?? ""]));
      expect(conflicts.length > 0).toBe(over || tasks.length > 0 || alone);
    });
    fc.assert(property, RUNS);
  });

  it("can be mended: after each mend the plans of the conflict fit together", () => {
    const property = fc.property(planSets, (set) => {
      for (const { plans, fixes } of alignmentOf(set).conflicts)
        for (const fix of fixes) {
          const mended = applyFix(set, fix);
          expect(fits(mended, plans), fix.text).toBe(true);
        }
    });
    fc.assert(property, RUNS);
  });

  it("are not mended by a visibly smaller step: one person fewer, a goal of one more", () => {
    const property = fc.property(planSets, (set) => {
      for (const { plans, fixes } of alignmentOf(set).conflicts)
        for (const fix of fixes) {
          const last = fix.path.at(-1);
          const isSize = last === "headcount" && typeof fix.to === "number";
          const isGoal = last === "amount" && typeof fix.to === "string";
          if (!isSize && !isGoal) continue;
          const to = isSize ? fix.to - 1 : Number(fix.to) + 1;
          expect(fits(applyFix(set, { ...fix, to }), plans), fix.text).toBe(false);
        }
    });
    fc.assert(property, RUNS);
  });
});

describe("an alignment", () => {
  it("is the same whatever the order of the plans, but for the order of its lists", () => {
    const property = fc.property(planSets, (set) => {
      const one = alignmentOf(set);
      const other = align([...set.plans].reverse(), set.teams);
      const sets = ({ conflicts }: Alignment) =>
        conflicts.map(({ plans, weeks }) => JSON.stringify([[...plans].sort(), weeks])).sort();
      expect(sets(other)).toEqual(sets(one));
      expect(other.status).toBe(one.status);
      expect(other.scale?.share).toBe(one.scale?.share);
      const totals = ({ use }: Alignment) => use.map(({ demand, capacity }) => [demand, capacity]);
      expect(totals(other)).toEqual(totals(one));
    });
    fc.assert(property, RUNS);
  });

  it("adds up: each week's demand is the sum of the plans' parts", () => {
    const property = fc.property(planSets, (set) => {
      for (const { demand, plans } of alignmentOf(set).use) {
        const parts = plans.reduce((total, each) => add(total, parseQuantity(each.demand)), ZERO);
        expect(encodeExact(parts)).toBe(demand);
      }
    });
    fc.assert(property, RUNS);
  });

  it("of one plan says what solve says of it", () => {
    const property = fc.property(planSets, ({ plans: [plan], teams }) => {
      // In a plan of its own, time off must lie within the plan.
      if (plan === undefined || plan.goal.period === "2026-01-26/2026-02-20") return;
      const { status } = solve({ ...plan, teams });
      expect(align([plan], teams).status === "aligned").toBe(status === "feasible");
    });
    fc.assert(property, RUNS);
  });

  it("shrinks all goals alike as little as it takes: at the scale they fit, a tenth of a percent above not", () => {
    const property = fc.property(planSets, (set) => {
      const { scale, conflicts } = alignmentOf(set);
      if (scale === null) return;
      expect(scale.share === "1").toBe(conflicts.length === 0);
      const scaled = set.plans.map((plan, index) => ({
        ...plan,
        goal: { ...plan.goal, amount: scale.goals[index]?.amount ?? 0 },
      }));
      expect(align(scaled, set.teams).conflicts).toEqual([]);
      if (scale.share === "1") return;
      // Whole customers: the next step may be the same goals; where it is not, they do not fit.
      const more = Math.round(Number(scale.share) * 1000) + 1;
      const above = set.plans.map((plan) => ({
        ...plan,
        goal: { ...plan.goal, amount: Math.floor((Number(plan.goal.amount) * more) / 1000) },
      }));
      expect(align(above, set.teams).conflicts.length).toBeGreaterThan(0);
    });
    fc.assert(property, RUNS);
  });

  it("is frozen plain data: a JSON round trip is the identity", () => {
    const property = fc.property(planSets, (set) => {
      const alignment = alignmentOf(set);
      expect(JSON.parse(JSON.stringify(alignment))).toEqual(alignment);
      expect(Object.isFrozen(alignment.use)).toBe(true);
    });
    fc.assert(property, runs(0.05));
  });

  it("gives a team's week as much as it has, whoever else works in it", () => {
    const property = fc.property(planSets, (set) => {
      for (const { demand, capacity, over } of alignmentOf(set).use)
        expect(over !== "0").toBe(compare(parseQuantity(demand), parseQuantity(capacity)) > 0);
    });
    fc.assert(property, RUNS);
  });
});
