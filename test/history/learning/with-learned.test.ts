import { describe, expect, it } from "vitest";
import type { Journey } from "../../../src/history/journeys/journey.js";
import { learn } from "../../../src/history/learning/learn.js";
import { applyLearned } from "../../../src/history/learning/apply-learned.js";
import { definePlan } from "../../../src/plan/define-plan.js";
import { parsePlan } from "../../../src/plan/parse.js";

const funnel = [
  { stage: "demo", rate: "40%" },
  { stage: "proposal", rate: "50%" },
] as const;
const plan = definePlan({
  currency: "USD",
  goal: { metric: "new-mrr", amount: 10_000, period: "2026-Q2" },
  deal: { value: 1000 },
  funnel,
});
const deal = { owner: null, channel: null, currency: "USD", probability: null, expected: null };
const steps = [{ stage: "demo", on: "2026-01-05" }] as const;
const won: Journey = {
  ...deal,
  id: "1",
  value: "900",
  steps: [...steps, { stage: "proposal", on: "2026-01-08" }],
  state: "won",
  closed: "2026-01-12",
};
const lost: Journey = { ...deal, id: "2", value: null, steps, state: "lost", closed: "2026-01-20" };

describe("applyLearned", () => {
  it("writes rates, lags and the value into the plan and lists every change", () => {
    const learned = learn([won, lost], { stages: plan.funnel, asOf: "2026-03-01" });
    const { plan: next, changes, left } = applyLearned(plan, learned);
    expect(changes.map(({ path }) => path.join("."))).toEqual([
      "funnel.0.rate",
      "funnel.0.lag",
      "funnel.0.lossLag",
      "funnel.1.rate",
      "funnel.1.lag",
      "deal.value",
    ]);
    expect(next.funnel[0]).toMatchObject({
      rate: { won: 1, of: 2 },
      lag: 3,
      lossLag: 15,
    });
    expect(next.deal?.value).toBe("900");
    expect(left).toEqual([]);
    expect(parsePlan(JSON.parse(JSON.stringify(next)))).toEqual(next);
  });

  it("leaves a stage the rate of another, and says that it does not learn how values differ", () => {
    const shared = definePlan({
      ...plan,
      deal: { value: { mean: 1000, sd: 400 } },
      funnel: [
        { stage: "demo", rate: "40%" },
        { stage: "proposal", sameAs: "demo" },
      ],
    });
    const learned = learn([won, lost], { stages: shared.funnel, asOf: "2026-03-01" });
    const { plan: next, left } = applyLearned(shared, learned);
    expect(next.funnel[1]).toMatchObject({ sameAs: "demo", lag: 4 });
    expect(left).toEqual([
      {
        path: ["funnel", 1, "sameAs"],
        why: { code: "same-as", stage: "demo", text: 'It has the rate of "demo".' },
      },
      {
        path: ["deal", "value"],
        why: {
          ...{ code: "value-varies", wins: 1, mean: "900", currency: "USD" },
          text: "It says how values differ, which learn does not: 1 win has a mean of 900 USD.",
        },
      },
    ]);
    expect(next.deal?.value).toEqual({ mean: 1000, sd: 400 });
  });

  it("leaves a stage that is not mature as it is, and says why", () => {
    const young: Journey = { ...lost, id: "3", state: "open", closed: null };
    const learned = learn([won, lost, young], { stages: plan.funnel, asOf: "2026-01-21" });
    const { plan: next, left } = applyLearned(plan, learned);
    expect(next.funnel[0]?.rate).toBe("40%");
    expect(left).toEqual([
      {
        path: ["funnel", 0, "rate"],
        why: expect.objectContaining({
          ...{ code: "not-watched", open: 1, entered: 3, atLeast: 1 },
          text: expect.stringContaining("The interval leaves room for all that are open") as string,
        }) as object,
      },
    ]);
  });

  it("writes no lags into a plan without dates, and no value in another currency", () => {
    const undated = parsePlan({ ...plan, goal: { ...plan.goal, period: { workingDays: 20 } } });
    const euros = { ...won, currency: "EUR" };
    const { changes, left } = applyLearned(
      undated,
      learn([euros, lost], { stages: undated.funnel, asOf: "2026-03-01" }),
    );
    expect(changes.map(({ path }) => path.join("."))).toEqual(["funnel.0.rate", "funnel.1.rate"]);
    expect(left[0]?.why.text).toContain("Won deals are in EUR");
  });
});
