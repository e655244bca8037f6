import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { forecast } from "../../src/forecast/forecast.js";
import { parsePlan } from "../../src/plan/parse.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import { solve } from "../../src/solve/solve.js";
import { timedPlans } from "../generators/timed-plans.js";
import { runs } from "../laws/runs.js";
import { dateText, dayOf, readPeriod } from "../oracle/dates.js";
import type { PlainPlan } from "../oracle/plain-plan.js";
import { sum, whole } from "../oracle/rational.js";
import { readNumber } from "../oracle/written.js";

/** The day before the first on which work can be done: nothing has happened yet. */
function beforeAll(plan: PlainPlan): Snapshot | undefined {
  const period = readPeriod(plan.goal.period);
  if (period === null) return undefined;
  return { asOf: dateText((plan.workFrom === undefined ? period.start : dayOf(plan.workFrom)) - 1) };
}

const dated = timedPlans({ period: "dated" } as never);

function asked(plan: PlainPlan) {
  const read = parsePlan(plan);
  const snapshot = beforeAll(plan);
  const answer = solve(read);
  return { read, snapshot, answer };
}

describe("a forecast at the plan's own pace, from its own start", () => {
  test("comes to the plan's wins, and to those of open work and surplus where they are more", () => {
    let held = 0;
    fc.assert(
      fc.property(dated, (plan) => {
        const { read, snapshot, answer } = asked(plan);
        if (snapshot === undefined || answer.targets === null) return;
        if (
          answer.status === "infeasible" &&
          answer.reasons.some(({ code }) => code !== "available" && code !== "capacity")
        )
          return;
        const { targets } = answer;
        const { atEnd, afterEnd } = forecast(read, snapshot);
        const wins = readNumber(atEnd.wins);
        const unvalued = !JSON.stringify(plan.pipeline ?? {}).includes("value");
        const surplus = targets.path.some((target) => target.surplus !== "0");
        const enough = readNumber(targets.pipeline.averageWins).compare(whole(targets.wins)) >= 0;
        if (!unvalued || surplus || enough) return;
        held += 1;
        expect(String(wins)).toBe(String(whole(targets.wins)));
        if (plan.pipeline === undefined) {
          const late = readNumber(targets.path.at(-1)?.afterEnd ?? "0");
          expect(String(readNumber(afterEnd.wins))).toBe(String(late));
        }
      }),
      runs(0.4),
    );
    expect(held).toBeGreaterThan(0);
  });

  test("reaches at least the goal's amount, whatever open items are worth", () => {
    fc.assert(
      fc.property(dated, (plan) => {
        const { read, snapshot, answer } = asked(plan);
        if (snapshot === undefined || answer.status === "infeasible") return;
        const { atEnd } = forecast(read, snapshot);
        expect(
          readNumber(atEnd.amount).compare(readNumber(answer.targets.goal.amount)),
        ).toBeGreaterThanOrEqual(0);
      }),
      runs(0.2),
    );
  });

  test("adds up: what is won, open and still to be started make the wins", () => {
    fc.assert(
      fc.property(dated, fc.nat(40), (plan, later) => {
        const { read, snapshot } = asked(plan);
        if (snapshot === undefined) return;
        const asOf = dateText(dayOf(snapshot.asOf) + later);
        const { atEnd, byDate } = forecast(read, { asOf, won: 3 });
        const { won, pipeline: open, pace } = atEnd.from;
        const parts = [won, open, pace].map(readNumber);
        expect(String(sum(parts))).toBe(String(readNumber(atEnd.wins)));
        const wins = byDate.map((day) => readNumber(day.wins));
        wins.slice(1).forEach((reached, index) => {
          expect(reached.compare(wins[index] ?? reached)).toBeGreaterThanOrEqual(0);
        });
      }),
      runs(0.2),
    );
  });

  test("is the same plain, frozen data each time, and outlives JSON", () => {
    fc.assert(
      fc.property(dated, (plan) => {
        const { read, snapshot } = asked(plan);
        if (snapshot === undefined) return;
        const answer = forecast(read, snapshot);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        expect(forecast(read, snapshot)).toEqual(answer);
        expect(Object.isFrozen(answer.byDate)).toBe(true);
      }),
      runs(0.2),
    );
  });
});
