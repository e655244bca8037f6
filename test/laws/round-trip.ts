import { expect } from "vitest";
import type { Targets } from "../../src/solve/answer.js";
import { dayOf } from "../oracle/dates.js";
import { forwardWins } from "../oracle/forward.js";
import type { PlainPlan } from "../oracle/plain-plan.js";
import { whole } from "../oracle/rational.js";
import type { Rational } from "../oracle/rational.js";
import { spreadOfLibrary } from "../oracle/spread.js";
import { workOf } from "./solved.js";

/** Law: the expected wins of the plan's own work, with what is open, are at least the wins to go for. */
export function bringsTheWins(plan: PlainPlan, targets: Targets): void {
  const won = winsOf(plan, targets, 0);
  expect(won.compare(whole(targets.wins)) >= 0, `${String(won)} of ${targets.wins}`).toBe(true);
}

/** Law: with one unit of work less they are fewer. */
export function isLeast(plan: PlainPlan, targets: Targets): void {
  const won = winsOf(plan, targets, 1);
  expect(won.compare(whole(targets.wins)) < 0, `${String(won)} of ${targets.wins}`).toBe(true);
}

/** The wins when so many units of the work are left out, the last days' first. */
function winsOf(plan: PlainPlan, targets: Targets, less: number): Rational {
  let left = less;
  const work = workOf(targets)
    .reverse()
    .map(({ stage, on, count }) => {
      const done = Math.max(0, count - left);
      left -= count - done;
      return { stage, on: on === null ? 0 : dayOf(on), count: done };
    });
  return forwardWins(plan, work, spreadOfLibrary);
}
