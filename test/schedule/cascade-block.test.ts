import { expect, it } from "vitest";
import { solve } from "../../src/solve/solve.js";

// Worked by hand: 1 win at 40% takes 2.5 meetings, which the fixed channel brings exactly. Handed over whole they are 3,
// and the half that is missing can only come through a channel whose rate is 0. It used to be called feasible.
it("names a rate of 0 that only whole numbers handed over ask to pass units on", () => {
  const plan = (rounding: "least" | "cascade") =>
    ({
      goal: { metric: "customers", amount: 1, period: { workingDays: 20 } },
      rounding,
      funnel: [
        {
          stage: "meeting",
          rate: "40%",
          sources: [
            { channel: "partners", units: 2.5, funnel: [{ stage: "referral", rate: "50%" }] },
            { channel: "search", rest: true, funnel: [{ stage: "visit", rate: 0 }] },
          ],
        },
      ],
    }) as const;
  expect(solve(plan("least")).status).toBe("feasible");
  const answer = solve(plan("cascade"));
  expect(answer.status === "infeasible" && answer.reasons.map(({ code }) => code)).toEqual(["zero-rate"]);
});
