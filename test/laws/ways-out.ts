import { expect } from "vitest";
import { applyChange, type Change } from "../../src/plan/change.js";
import { parsePlan } from "../../src/plan/parse.js";
import type { Fix } from "../../src/words/fixes.js";
import type { Solution } from "../../src/solve/answer.js";
import { solve } from "../../src/solve/solve.js";
import { dateText, dayOf } from "../oracle/dates.js";
import type { PlainPlan } from "../oracle/plain-plan.js";
import { Rational } from "../oracle/rational.js";
import { readNumber } from "../oracle/written.js";

type Infeasible = Extract<Solution, { status: "infeasible" }>;

/** Law: the nearest goal can be reached, and one step above it cannot. */
export function nearestIsNearest(plan: PlainPlan, { nearest }: Infeasible): void {
  const goal = (amount: string): Change => ({ path: ["goal", "amount"], to: amount });
  if (nearest === null) {
    expect(statusAfter(plan, goal("0"))).toBe("infeasible");
    return;
  }
  expect(statusAfter(plan, goal(nearest.amount))).toBe("feasible");
  const above = readNumber(nearest.amount).plus(new Rational(1n, stepsPerUnit(plan)));
  expect(statusAfter(plan, goal(String(above))), String(above)).toBe("infeasible");
}

/** Law: each mend alone makes the plan feasible, and a step less does not. */
export function mendsAreLeast(plan: PlainPlan, { fixes }: Infeasible): void {
  for (const fix of fixes) {
    expect(statusAfter(plan, fix), fix.text).toBe("feasible");
    const less = oneStepLess(plan, fix);
    if (less !== undefined)
      expect(statusAfter(plan, { path: fix.path, to: less }), `${fix.text} ${JSON.stringify(less)}`).toBe(
        "infeasible",
      );
  }
}

function statusAfter(plan: PlainPlan, change: Change): string {
  return solve(applyChange(parsePlan(plan), change)).status;
}

/** Whole customers, else hundredths: generated plans have no currency. */
function stepsPerUnit(plan: PlainPlan): bigint {
  return plan.goal.metric === "customers" || plan.goal.metric === "net-new-customers" ? 1n : 100n;
}

/** Undefined where a step less is no change of the plan, or none that it may say. */
function oneStepLess(plan: PlainPlan, { path, to }: Fix): unknown {
  const key = path.at(-1);
  if (key === "workFrom") return dateText(dayOf(String(to)) + 1);
  if (key === "period") return aDayShorter(to as { readonly start: string; readonly end: string });
  if (key === "available") return Number(to) - 1;
  if (key === "value") return String(readNumber(String(to)).minus(new Rational(1n, stepsPerUnit(plan))));
  if (key === "amount") return undefined;
  if (key === "units") return Number(to) - 1;
  // A smaller cut of churn is a step less, not a deeper one.
  if (key === "customers") return String(readNumber(String(to)).plus(new Rational(1n)));
  if (key === "mrr") return String(readNumber(String(to)).plus(new Rational(1n, stepsPerUnit(plan))));
  const tenth = new Rational(1n, 1000n);
  const rate = readNumber(String(to));
  const cuts = key === "buffer" || path[0] === "churn";
  return percent(cuts ? rate.plus(tenth) : rate.minus(tenth));
}

function aDayShorter({ start, end }: { readonly start: string; readonly end: string }): unknown {
  return { start, end: dateText(dayOf(end) - 1) };
}

function percent(rate: Rational): string {
  return `${String(rate.times(new Rational(100n)))}%`;
}
