import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withChange } from "../../src/plan/change.js";
import { plans } from "../generators/plans.js";
import { timedPlans } from "../generators/timed-plans.js";
import { stageNames } from "../generators/funnels.js";
import { plainRates } from "../generators/written.js";
import { neverMore } from "../laws/never-more.js";
import { runs } from "../laws/runs.js";
import { solved, targetsOf } from "../laws/solved.js";
import type { PlainPlan } from "../oracle/plain-plan.js";
import { ONE, Rational, whole } from "../oracle/rational.js";
import { readAmount, readLoss, readNumber, readRate, readValue } from "../oracle/written.js";

const factor = fc.integer({ min: 101, max: 300 }).map((percent) => new Rational(BigInt(percent), 100n));

/** More of a quantity, as a plan may write it. */
const more = (written: number | string, by: Rational): string => String(readNumber(written).times(by));

function compareTargets(better: PlainPlan, worse: PlainPlan): void {
  const [less, much] = [targetsOf(better), targetsOf(worse)];
  if (less !== undefined && much !== undefined) neverMore(less, much);
}

describe.each([
  ["without lags", plans(), 0.15],
  ["with lags and open work", timedPlans(), 0.06],
] as const)("work %s", (_, drawn, part) => {
  it("never grows with a higher rate", () => {
    const property = fc.property(drawn, fc.nat(), plainRates(1, 100), (plan, pick, step) => {
      const names = stageNames(plan.funnel);
      const name = names[pick % names.length];
      compareTargets(withRate(plan, name, step), plan);
    });
    fc.assert(property, runs(part));
  });

  it("never shrinks with a higher goal", () => {
    const property = fc.property(drawn, factor, (plan, by) => {
      compareTargets(plan, {
        ...plan,
        goal: { ...plan.goal, amount: more(String(readAmount(plan.goal.amount)), by) },
      });
    });
    fc.assert(property, runs(part));
  });

  it("never shrinks with a higher buffer", () => {
    const property = fc.property(drawn, fc.integer({ min: 1, max: 100 }), (plan, points) => {
      const buffer = readNumber(plan.buffer ?? 0).plus(new Rational(BigInt(points), 100n));
      compareTargets(plan, { ...plan, buffer: fraction(buffer.compare(ONE) > 0 ? ONE : buffer) });
    });
    fc.assert(property, runs(part));
  });
});

describe("work", () => {
  it("never shrinks with more churn", () => {
    const property = fc.property(plans(), fc.integer({ min: 2, max: 20 }), (plan, times) => {
      const { churn } = plan;
      // Not of repeat purchases by a rate: more churn empties the base early in a span, and a period that is only its
      // first part buys a greater share of it again (a tenth of a year: 9.31% of the year's at 22% churn, 9.21% at 20%).
      if (churn === undefined || plan.repeat?.rate !== undefined) return;
      const harder =
        churn.rate === undefined
          ? {
              ...churn,
              ...(churn.customers === undefined
                ? {}
                : { customers: more(readLoss(churn.customers).toString(), whole(times)) }),
              ...(churn.mrr === undefined ? {} : { mrr: more(churn.mrr, whole(times)) }),
            }
          : { ...churn, rate: raised(churn.rate, "50%") };
      compareTargets(plan, { ...plan, churn: harder });
    });
    fc.assert(property, runs(0.3));
  });

  it("never grows with a higher deal value where a churned customer has a value of its own", () => {
    const property = fc.property(plans(), factor, (plan, by) => {
      if (plan.deal?.value === undefined) return;
      if (plan.churn?.customers !== undefined && plan.churn.valueEach === undefined) return;
      const better = {
        ...plan,
        deal: { ...plan.deal, value: more(readValue(plan.deal.value).toString(), by) },
      };
      compareTargets(better, plan);
    });
    fc.assert(property, runs(0.3));
  });

  it("is never met by a higher goal where a lower one is not", () => {
    const limited = plans({ available: true, zeroRates: true });
    const property = fc.property(limited, factor, (plan, by) => {
      if (solved(plan).status === "feasible") return;
      const harder = {
        ...plan,
        goal: { ...plan.goal, amount: more(String(readAmount(plan.goal.amount)), by) },
      };
      expect(solved(harder).status).toBe("infeasible");
    });
    fc.assert(property, runs(0.12));
  });
});

/** A rate that is nearer to 100% by a part of what is missing. */
function raised(rate: Parameters<typeof readRate>[0], part: number | string): string {
  const now = readRate(rate);
  const higher = now.plus(ONE.minus(now).times(readNumber(part)));
  return fraction(higher);
}

function withRate(plan: PlainPlan, name: string | undefined, part: number | string): PlainPlan {
  return JSON.parse(
    JSON.stringify(plan, (_key, value: unknown) => {
      if (typeof value !== "object" || value === null || !("stage" in value) || !("rate" in value))
        return value;
      const stage = value as PlainPlan["funnel"][number];
      return stage.stage === name
        ? withChange(stage, { path: ["rate"], to: raised(stage.rate, part) })
        : value;
    }),
  ) as PlainPlan;
}

function fraction({ numerator, denominator }: Rational): string {
  return `${String(numerator)}/${String(denominator)}`;
}
