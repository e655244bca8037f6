import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { differencesInTime } from "../oracle/agreement-in-time.js";
import { compare } from "../oracle/compare.js";
import { solveInTime } from "../oracle/in-time.js";
import type { PlainPlan } from "../oracle/plain-plan.js";
import { spreadOfLibrary } from "../oracle/spread.js";

// Weights of many digits used to be held in doubles: what did not fit threw a RangeError that nobody could read.
// Expected numbers: unbounded rationals.

const seasonality = { feb: 0.3333333333333333, mar: "0.1234567890123457", oct: "1/97" };

describe("weights of sixteen digits", () => {
  it("of the season are exact, without lags", () => {
    const plan: PlainPlan = {
      goal: { metric: "customers", amount: 1234, period: 2026 },
      funnel: [
        { stage: "call", rate: 0.3333333333333333 },
        { stage: "demo", rate: "1/3" },
      ],
      calendar: { seasonality },
    };
    expect(compare(plan, (data) => solve(parsePlan(data))).differences).toEqual([]);
  });

  it("of the season are exact, with lags", () => {
    const plan: PlainPlan = {
      goal: { metric: "customers", amount: 1234, period: 2026 },
      funnel: [
        {
          stage: "call",
          rate: 0.3333333333333333,
          lag: [
            { days: 3, share: "1/3" },
            { days: 20, share: "2/3" },
          ],
        },
        { stage: "demo", rate: "1/3", lag: "5 working days" },
      ],
      calendar: { seasonality },
    };
    const differences = differencesInTime(
      solve(parsePlan(plan)),
      solveInTime(plan, spreadOfLibrary),
      "least",
    );
    expect(differences).toEqual([]);
  });

  it("of people are exact: a week of five days of which 0.3333333333333333 is worked has that much of its minutes", () => {
    const answer = solve(
      parsePlan({
        goal: { metric: "customers", amount: 100, period: "2026-Q1" },
        funnel: [{ stage: "call", rate: 1, owner: "reps", minutes: 5, lag: 3 }],
        teams: {
          reps: {
            minutesPerDay: 300,
            people: [{ name: "Ana", fte: 0.3333333333333333 }],
          },
        },
      }),
    );
    // 5 days × 300 minutes × 0.3333333333333333.
    const full = answer.targets?.utilisation.find(({ week }) => week === "2026-01-05");
    expect(full?.capacity).toBe("499.99999999999995");
  });

  it("of eight people with eight denominators are dealt to: nobody a unit from their share", () => {
    const shares = [101, 103, 107, 109, 113, 127, 131, 137].map((den) => `${den - 1}/${den}`);
    const people = shares.map((fte, index) => ({
      name: `rep ${index}`,
      fte,
      ...(index === 3 ? { starts: "2026-05-01", ramp: { months: [0.3333333333333333, "2/3"] } } : {}),
    }));
    const { targets } = solve(
      parsePlan({
        goal: { metric: "customers", amount: 1000, period: 2026 },
        funnel: [{ stage: "call", rate: 0.5, owner: "reps", minutes: 5, lag: 3 }],
        teams: { reps: { minutesPerDay: 300, people } },
      }),
    );
    const [calls] = targets?.activities ?? [];
    const totals = calls?.people.map(({ total }) => total) ?? [];
    expect(totals.reduce((all, total) => all + total, 0)).toBe(calls?.total);
    const others = totals.filter((_, index) => index !== 3);
    // 100/101 and 136/137 of about 264 are less than one apart.
    expect(Math.max(...others) - Math.min(...others)).toBeLessThanOrEqual(2);
  });
});
