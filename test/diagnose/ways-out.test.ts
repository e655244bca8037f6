import fc from "fast-check";
import { describe, it } from "vitest";
import { plans } from "../generators/plans.js";
import { timedPlans } from "../generators/timed-plans.js";
import { runs } from "../laws/runs.js";
import { solved } from "../laws/solved.js";
import { mendsAreLeast, nearestIsNearest } from "../laws/ways-out.js";

describe.each([
  ["without lags", plans({ zeroRates: true, available: true }), 0.4],
  ["with lags and open work", timedPlans({ zeroRates: true, available: true }), 0.2],
] as const)("a plan %s that cannot be met", (_, drawn, part) => {
  it("has a nearest goal that solves, and a step above it does not", () => {
    const property = fc.property(drawn, (plan) => {
      const answer = solved(plan);
      if (answer.status === "infeasible") nearestIsNearest(plan, answer);
    });
    fc.assert(property, runs(part));
  });

  it("has mends that each do alone, and a step less does not", () => {
    const property = fc.property(drawn, (plan) => {
      const answer = solved(plan);
      if (answer.status === "infeasible") mendsAreLeast(plan, answer);
    });
    fc.assert(property, runs(part));
  });
});
