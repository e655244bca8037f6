import type { PlanInput } from "../../../src/plan/plan.js";
import type { Snapshot } from "../../../src/plan/snapshot.js";

/** One goal, three teams: the first story. */
export const story: PlanInput = {
  name: "Net new MRR across three teams",
  currency: "USD",
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
  deal: { value: 1_000, owner: "sales" },
  churn: { customers: 5, owner: "success" },
  funnel: [{ stage: "demo request", rate: "50%", owner: "marketing" }],
};

/** A single path of eight stages. */
export const eightStages: PlanInput = {
  name: "Eight stages",
  goal: { metric: "customers", amount: 12, period: "2026-Q1" },
  funnel: Array.from({ length: 8 }, (_, index) => ({
    stage: `stage ${index + 1}`,
    rate: index % 2 === 0 ? "50%" : "1/3",
    owner: index < 4 ? "marketing" : "sales",
  })),
};

/** Six channels that meet, one of them fed by channels of its own. */
export const sixChannels: PlanInput = {
  name: "Six channels",
  currency: "EUR",
  goal: { metric: "new-mrr", amount: 20_000, period: "2026-Q1" },
  deal: { value: 500 },
  funnel: [
    {
      stage: "demo",
      rate: "40%",
      cost: 20,
      sources: [
        {
          channel: "partners",
          share: "30%",
          funnel: [
            {
              stage: "introduction",
              rate: "50%",
              cost: 30,
              sources: [
                { channel: "resellers", share: "60%", funnel: [{ stage: "reseller lead", rate: "25%" }] },
                { channel: "consultants", rest: true, funnel: [{ stage: "tip", rate: "10%", cost: 5 }] },
              ],
            },
          ],
        },
        { channel: "search", share: "30%", funnel: [{ stage: "visit", rate: "4%", cost: "1.5" }] },
        { channel: "events", units: 12, funnel: [{ stage: "contact", rate: "1/7" }] },
        { channel: "mail", share: "10%", funnel: [{ stage: "reply", rate: "20%" }] },
        { channel: "calls", share: "10%", funnel: [{ stage: "call", rate: "8%", cost: 3 }] },
        { channel: "community", rest: true, funnel: [{ stage: "post", rate: "2%" }] },
      ],
    },
  ],
};

/** A list that is too short, and a start that is too late. */
export const infeasible: PlanInput = {
  name: "Too late, and too few",
  goal: { metric: "customers", amount: 30, period: "2026-01" },
  funnel: [
    { stage: "address", rate: "10%", lag: 60, available: 200 },
    { stage: "meeting", rate: "50%" },
  ],
};

/** No number of entries is enough. */
export const zeroRate: PlanInput = {
  name: "A rate of nothing",
  goal: { metric: "customers", amount: 5, period: "2026-01" },
  funnel: [
    { stage: "call", rate: "0%" },
    { stage: "meeting", rate: "50%" },
  ],
};

/** A year with holidays, a lag, and two teams of which one is asked for too much. */
export const year: PlanInput = {
  name: "A year",
  goal: { metric: "customers", amount: 120, period: "2026" },
  deal: { owner: "onboarding", activities: [{ name: "onboarding", owner: "onboarding", minutes: 300 }] },
  funnel: [{ stage: "call", rate: "10%", lag: 30, owner: "sales", minutes: 20 }],
  calendar: { holidays: ["2026-01-01", "2026-08-03/2026-08-14", "2026-12-24/2026-12-31"] },
  teams: { sales: { headcount: 1, minutesPerDay: 100 }, onboarding: { headcount: 1, minutesPerDay: 240 } },
};

/** What users may call things: markup, scripts, turned and broken text, formulas, and far too much of it. */
export const HOSTILE_NAMES: readonly string[] = [
  "<script>alert(1)</script>",
  "\"><img src=x onerror=alert(1)> ' & &amp; ]]> <!--",
  "\u202Eevil\u2066 \u0000\u0007\u001B[31m \uD800 \uFFFE\uFFFF",
  '=HYPERLINK("https://example.com")',
  "W".repeat(10_000),
  "مرحبا بالعالم 面談 👩‍💻🏳️‍🌈 Ǆ e\u0301\u0301\u0301",
  "a\u{E0041}b\u2028c",
  "javascript:alert(1)",
];

/** A plan in which every name is one of the hostile ones. */
export function hostile(): PlanInput {
  const [plan = "", last = "", deal = "", channel = "", owner = "", first = "", unit = "", second = ""] =
    HOSTILE_NAMES;
  return {
    name: plan,
    goal: { metric: "units", unit, amount: 10, period: "2026-01" },
    deal: { owner: deal, activities: [{ name: last, owner: deal, minutes: 30 }] },
    funnel: [
      {
        stage: last,
        rate: "1/3",
        owner,
        minutes: 45,
        cost: 3,
        sources: [
          { channel, share: "40%", funnel: [{ stage: first, rate: "50%", owner: deal }] },
          { channel: second, rest: true, funnel: [{ stage: owner, rate: "20%", cost: 12 }] },
        ],
      },
    ],
    teams: { [owner]: { headcount: 1, minutesPerDay: 1 }, [deal]: { headcount: 2, minutesPerDay: 300 } },
  };
}

/** A plan with dates and how it is going on one of them. */
export const drive: { readonly plan: PlanInput; readonly snapshot: Snapshot } = {
  plan: {
    name: "The quarter",
    currency: "USD",
    goal: { metric: "new-mrr", amount: 12_000, period: "2026-Q1" },
    deal: { value: 1_000, owner: "sales" },
    funnel: [
      { stage: "call", rate: "20%", lag: 5, owner: "marketing" },
      { stage: "meeting", rate: "40%", lag: 14, owner: "sales" },
    ],
  },
  snapshot: {
    asOf: "2026-02-20",
    entered: { call: 80, meeting: 14 },
    won: [
      { on: "2026-02-03", value: 900 },
      { on: "2026-02-11", value: 1_200 },
      { on: "2026-02-19", value: 800 },
    ],
  },
};
