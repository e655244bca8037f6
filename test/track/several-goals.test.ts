import { describe, expect, test } from "vitest";
import { forecast } from "../../src/forecast/forecast.js";
import { parseExact } from "../../src/number/exact-string.js";
import { must } from "../../src/number/invariant.js";
import { equal, subtract, sum } from "../../src/number/ratio.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { toText } from "../../src/report/text/to-text.js";
import { forecastReport } from "../../src/report/forecast/forecast-report.js";
import { trackReport } from "../../src/report/track/track-report.js";
import { solve } from "../../src/solve/solve.js";
import { againstAgreed } from "../../src/track/against-agreed.js";
import { check } from "../../src/track/check.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { track } from "../../src/track/track.js";

/** 30 customers bind; the base of 100 customers at 1,000 each loses 12 of them in the quarter. */
const THREE: PlanInput<"call" | "demo"> = {
  currency: "USD",
  goals: [
    { metric: "customers", amount: 30, period: "2026-Q1" },
    { metric: "ending-mrr", amount: 112_000 },
    { metric: "new-mrr", amount: 20_000 },
  ],
  deal: { value: 1000, per: "month" },
  base: { mrr: 100_000, customers: 100 },
  churn: { customers: 4, per: "month", owner: "success" },
  funnel: [
    { stage: "call", rate: "10%", owner: "sales" },
    { stage: "demo", rate: "25%", owner: "sales" },
  ],
};

/** Half of the 64 working days have passed. */
const SEEN = { asOf: "2026-02-13", entered: { call: 380, demo: 40 }, won: 8, churned: 9 } as const;

const exact = (text: string) => must(parseExact(text), "an exact number");

describe("each of several goals stands by itself", () => {
  const { goals = [], chance, verdict, lossLimits, status } = track(THREE, SEEN);

  test("where it is, where it should be, and where it ends", () => {
    // By hand: half of the 30 wins by now, and 12 × 44/90 churned; then 8 + 15 wins, and 12 churned in all.
    expect(goals.map(({ metric, now, planned, projected }) => [metric, now, planned, projected])).toEqual([
      ["customers", "8", "15", "23"],
      ["ending-mrr", "99000", "327400/3", "111000"],
      ["new-mrr", "8000", "15000", "23000"],
    ]);
    expect(goals.map(({ attainment }) => attainment)).toEqual(["23/30", "111/112", "1.15"]);
  });

  test("and with the chance that it has; together they have that of the hardest one", () => {
    const each = goals.map((goal) => goal.chance?.asPlanned ?? 0);
    expect(chance?.asPlanned).toBe(Math.min(...each));
    // Binomial tails: 22, 16 (3 more churn, as planned) and 12 wins of 600 calls, of which one in 40 is won.
    expect(each.map((one) => one.toFixed(2))).toEqual(["0.05", "0.43", "0.82"]);
    expect(goals.map((goal) => goal.status)).toEqual(["behind", "on track", "on track"]);
    expect(status).toBe("behind");
  });

  test("with the parts of its own gap, which add up to it", () => {
    for (const { gap, now, planned } of goals) {
      const all = sum(gap.map(({ amount }) => exact(amount)));
      expect(equal(all, subtract(exact(now), exact(planned)))).toBe(true);
    }
    // Only the base has lost something: 9,000 instead of 12,000 × 44/90.
    const churn = goals.map(({ causes }) => causes.find(({ cause }) => cause === "losses")?.amount);
    expect(churn).toEqual([undefined, "-9400/3", undefined]);
  });

  test("and with what it takes from now on", () => {
    // 22 wins of 32 days × 40 calls are 27.5 a day; the others have enough in the plan's 18.75, but ending MRR: 16 wins are 20.
    const needs = goals.map(({ ahead }) => ahead.needed.map(({ perDay }) => perDay));
    expect(needs).toEqual([["27.5"], ["20"], ["18.75"]]);
    const needed = verdict.statements.find(({ code }) => code === "needed");
    expect(needed?.text).toBe(
      'From now on it takes 28 "call" a working day (the plan asks 18.8) for all goals, which is possible.',
    );
  });

  test("every sentence says which goal it is of", () => {
    expect(verdict.of).toBe("customers");
    expect(verdict.text).toBe('For customers, the work was not done: too little was started at "call".');
    const texts = verdict.statements.map(({ text }) => text);
    expect(texts).toContain(
      "Of a goal of 112,000 USD of ending MRR, the period ends at 105,500 USD (94%) at the pace so far, and at 111,000 USD (99%) if the rest is done as planned.",
    );
    expect(texts).toContain(
      "All goals together have a chance of 5.1% if the rest is done as planned, and under 0.1% at the pace so far.",
    );
    expect(texts).toContain("99,000 USD of ending MRR now, of 109,133 USD planned by now.");
  });

  test("the goal that stands worst is told of first, also where another one needs most", () => {
    // 30 wins by now are all customers that were asked for; but the base has lost 40.
    const { verdict: told, binds, goals: all } = track(THREE, { ...SEEN, won: 30, churned: 40 });
    expect(binds).toBe(0);
    expect(all?.map((goal) => goal.status)).toEqual(["ahead", "behind", "ahead"]);
    expect(told.of).toBe("ending-mrr");
    expect(told.text).toBe("For ending MRR, the base lost more than planned.");
  });

  test("the report has a line for each of them", () => {
    const text = toText(trackReport(track(THREE, SEEN)), { width: 100 });
    expect(text).toMatch(/112,000 of ending MRR +99,000 +109,133 +111,000 +99% +43% +on track/);
    expect(text).toMatch(/Due to +Wins +Customers +Ending MRR +New MRR/);
  });

  test("losses have their limit, though the goal that needs most does not mind them", () => {
    expect(
      lossLimits.map(({ item, atMost, byNow, actual, status: limit }) => [
        item,
        atMost,
        byNow,
        actual,
        limit,
      ]),
    ).toEqual([
      // 12 × 44/90 = 5.9 by now.
      ["churned customers", "12", "6", "9", "behind"],
    ]);
  });
});

describe("limits on losses of several goals", () => {
  test("are solved for, checked and scored", () => {
    expect(solve(THREE).targets?.lossLimits).toEqual([
      { owner: "success", item: "churned customers", atMost: "12" },
    ]);
    const broken = check(THREE, { snapshot: { ...SEEN, churned: 13 } });
    expect(broken.failures.map(({ code }) => code)).toContain("loss-limit");
    const row = scorecard(THREE, SEEN).rows.find(({ kind }) => kind === "limit");
    expect(row?.purpose).toEqual({
      code: "won-again",
      goal: { metric: "ending-mrr", amount: "112000", unit: null },
    });
  });

  test("are two where goals count losses in two ways", () => {
    // 4% of 100 customers, and of 100,000.
    const plan: PlanInput = {
      goals: [
        { metric: "net-new-customers", amount: 10, period: "2026-Q1" },
        { metric: "ending-mrr", amount: 112_000 },
      ],
      deal: { value: 1000, per: "month" },
      base: { mrr: 100_000, customers: 100 },
      churn: { rate: "4%", per: "period" },
      funnel: [{ stage: "demo", rate: "25%" }],
    };
    expect(solve(plan).targets?.lossLimits.map(({ item, atMost }) => [item, atMost])).toEqual([
      ["churned customers", "4"],
      ["churned MRR", "4000"],
    ]);
  });
});

test("a check says of each goal what it takes", () => {
  const { cases } = check({ ...THREE, checks: { minAttainment: "100%" } }, { snapshot: SEEN });
  const attained = cases.filter(({ code }) => code === "attainment");
  expect(attained.map(({ name, status }) => [name, status])).toEqual([
    ["the goal of customers is within reach", "failed"],
    ["the goal of ending MRR is within reach", "failed"],
    ["the goal of new MRR is within reach", "passed"],
  ]);
  expect(attained[1]?.text).toContain(
    'it takes 20 "call" a working day (the plan asks 18.8) for the goal of ending MRR',
  );
});

test("a check of chance is that of all together; once the period is over, of all that were reached", () => {
  const plan = { ...THREE, checks: { minChance: "50%" } };
  const [asked] = check(plan, { snapshot: SEEN }).failures.filter(({ code }) => code === "minChance");
  expect(asked?.text).toMatch(/^All goals together have a chance of 5\.1%/);
  // 30 customers and their MRR are won, and 13 have left.
  const over = { asOf: "2026-03-31", won: 24, churned: 13, entered: { call: 1200 } };
  expect(check(plan, { snapshot: over }).failures.map(({ code }) => code)).toContain("minChance");
});

test("a scorecard names all goals that the work is for", () => {
  const card = scorecard(THREE, SEEN);
  expect(card.goals?.map(({ metric }) => metric)).toEqual(["customers", "ending-mrr", "new-mrr"]);
  const [outcome] = card.rows;
  expect(outcome?.purpose).toMatchObject({ others: [{ metric: "ending-mrr" }, { metric: "new-mrr" }] });
});

test("a forecast has the chance of each goal, and that of all", () => {
  const answer = forecast(THREE, SEEN);
  const each = (answer.goals ?? []).map(({ chance }) => chance ?? 0);
  expect(answer.chance?.atEnd?.chance).toBe(Math.min(...each));
  expect(each.map((one) => one.toFixed(2))).toEqual(["0.05", "0.43", "0.82"]);
  const text = toText(forecastReport(answer), { width: 200 });
  expect(text).toContain("5.1% sure to reach all goals.");
  expect(text).toContain(
    "Of 112,000 USD of ending MRR: 111,000 USD of ending MRR, 99% of the goal, with a chance of 43% by itself.",
  );
  expect(forecast(THREE, SEEN, { chance: false }).goals?.map(({ chance }) => chance)).toEqual([
    null,
    null,
    null,
  ]);
});

test("what was agreed is told of each goal, by the work of the goal that bound then", () => {
  // Agreed: 24 wins in the quarter for an end of 112,000; now 30 customers are asked for.
  const agreed = solve({
    ...THREE,
    goals: [{ metric: "customers", amount: 20, period: "2026-Q1" }, ...rest(THREE)],
  });
  const answer = againstAgreed(THREE, SEEN, agreed);
  const all = answer === undefined ? [] : [answer, ...(answer.others ?? [])];
  expect(all.map(({ metric, agreed: was, plan }) => [metric, was.planned, plan.planned])).toEqual([
    // Half of 24 and of 30 wins; of the base 12 × 44/90 churned.
    ["ending-mrr", "318400/3", "327400/3"],
    ["customers", "12", "15"],
    ["new-mrr", "12000", "15000"],
  ]);
  expect(answer?.text).toContain("(a goal of 20 customers), 12 should be there by now, and 8 is: 4 short.");
});

function rest({ goals = [] }: PlanInput<"call" | "demo">) {
  return goals.slice(1);
}
