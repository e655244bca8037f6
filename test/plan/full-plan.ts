/** A plan that uses every part and every key that a plan knows (but the alternatives of one another). */
export function fullPlan() {
  return {
    version: 1,
    name: "Q1 growth",
    currency: "USD",
    workFrom: "2026-01-05",
    goal: {
      metric: "net-new-mrr",
      amount: 10_000,
      period: "2026-Q1",
      profile: { "2026-01": "30%", "2026-02-01/2026-03-31": "70%" },
      why: "We pay our own way.",
    },
    deal: {
      value: { mean: 1000, sd: 400 },
      per: "month",
      contractMonths: 12,
      upsells: [{ name: "backup", rate: "20%", value: 150 }],
      margin: "70%",
      commission: "10%",
      lifetimeMonths: 36,
      owner: "sales",
      activities: [{ name: "onboarding", owner: "support", minutes: 240 }],
    },
    base: { customers: 250, mrr: 240_000 },
    churn: { rate: "1.5%", per: "month", newCustomers: "1%", valueEach: 900, owner: "support" },
    expansion: { mrr: 1200 },
    contraction: { rate: "0.1%", per: "month" },
    repeat: { rate: "10%", per: "month", value: 400 },
    buffer: "10%",
    spread: { month: "25%" },
    rounding: "cascade",
    funnel: [
      {
        stage: "meeting",
        plural: "meetings",
        owner: "sales",
        rate: { won: 48, of: 120 },
        lag: 7,
        lossLag: "2 weeks",
        activities: [
          { name: "hold meeting", minutes: 60, why: "people buy from people" },
          { name: "research", perUnit: 2, minutes: 30, cost: 5 },
        ],
        sources: [
          {
            channel: "inbound",
            units: 400,
            budget: 90_000,
            funnel: [
              { stage: "visitor", rate: "2%", owner: "marketing", cost: 1.5 },
              { stage: "lead", rate: "1/4", owner: "marketing", lag: "3 working days" },
            ],
          },
          {
            channel: "partners",
            share: "25%",
            funnel: [{ stage: "referral", rate: { rate: "40%", low: "30%", high: "50%" }, minutes: 15 }],
          },
          {
            channel: "outbound",
            rest: true,
            funnel: [{ stage: "prospect", rate: { now: "20%", change: "+4 points" }, available: 4000 }],
          },
        ],
      },
      { stage: "second meeting", sameAs: "meeting", why: "The boss joins." },
      { stage: "proposal", rate: 0.4, owner: "sales", lag: { median: 14, p90: 40 } },
      {
        stage: "contract",
        rate: "90%",
        lag: [
          { days: 0, share: "20%" },
          { days: 3, share: 0.8 },
        ],
      },
    ],
    fixedCosts: [{ name: "tools", amount: 400, per: "month" }],
    budget: 500_000,
    calendar: {
      workdays: ["mon", "tue", "wed", "thu", "fri"],
      holidays: ["2026-01-19", "2026-02-16/2026-02-18", { start: "2026-03-09", end: "2026-03-10" }],
      seasonality: { feb: "80%" },
    },
    teams: {
      marketing: {
        ...{ headcount: 2, minutesPerDay: 360, maxPerDay: { visitor: 900 } },
        ...{ costPerHour: 40, paid: "capacity", budget: 300_000 },
      },
      support: { headcount: 2, minutesPerDay: 360 },
      sales: {
        minutesPerDay: 360,
        overheadMinutesPerDay: 60,
        quota: 9000,
        people: [
          { name: "Ana", quota: 6000, leaves: "2026-03-20", costPerHour: 60 },
          {
            name: "Ben",
            starts: "2026-02-02",
            ramp: { months: ["25%", "50%", "75%"] },
            absences: ["2026-03-02/2026-03-06"],
            fte: "50%",
            costPerHour: 45,
          },
        ],
      },
    },
    pipeline: { proposal: 4, meeting: [{ entered: "2026-01-02", value: 1200, expected: "2026-02-10" }] },
    habits: [
      { name: "meet noisy users", owner: "support", atLeast: 3, per: "week", minutes: 45, serves: "goal" },
      { name: "answer tickets", owner: "support", share: "100%", within: "15 minutes" },
      { name: "long meetings", atMost: 2, per: "month", why: "They cost a morning." },
      { name: "calls", owner: "sales", per: "day", atLeast: [{ from: "2026-01-05", count: 25 }] },
    ],
    tasks: [
      { name: "training", owner: "support", minutes: 960, due: "2026-01-30" },
      { name: "documentation", owner: "support", minutes: 9600, due: "2026-02-20", after: "training" },
    ],
    checks: { minAttainment: "90%", maxUtilisation: "100%", freshWithinDays: 7 },
  };
}
