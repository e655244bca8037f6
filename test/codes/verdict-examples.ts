import type { PlanInput } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import { track } from "../../src/track/track.js";
import type { Verdict } from "../../src/track/verdict.js";

/** What a verdict means, and what leads to it. */
export interface JudgedExample {
  readonly means: string;
  readonly judge: () => Verdict;
}

// 20 working days: 200 calls, 40 meetings, 20 wins; a deal takes no time.
const PLAN: PlanInput = {
  goal: { metric: "customers", amount: 20, period: { start: "2026-01-05", end: "2026-01-30" } },
  funnel: [
    { stage: "call", rate: "20%" },
    { stage: "meeting", rate: "50%" },
  ],
};
// A call becomes a customer 45 days later.
const LONG: PlanInput = {
  goal: { metric: "customers", amount: 12, period: "2026-Q3" },
  funnel: [{ stage: "call", rate: "10%", lag: 45 }],
};
const WEEK: PlanInput = {
  goal: { metric: "customers", amount: 10, period: { start: "2026-01-05", end: "2026-02-27" } },
  funnel: [{ stage: "call", rate: "50%", lag: 7 }],
};
const MONEY: PlanInput = {
  goal: { metric: "net-new-mrr", amount: 10_000, period: { start: "2026-01-05", end: "2026-01-30" } },
  deal: { value: 1_000 },
  churn: { customers: 5, valueEach: 1_000 },
  funnel: [{ stage: "demo", rate: "50%" }],
};
const MONTHLY: PlanInput = {
  goal: { metric: "customers", amount: 2, period: "2026-Q1", every: "month" },
  funnel: [{ stage: "call", rate: "10%" }],
};

const HALF = "2026-01-16";
const judged =
  (plan: PlanInput, seen: Snapshot): (() => Verdict) =>
  () =>
    track(plan, seen).verdict;
const cheap = Array.from({ length: 5 }, () => ({ on: "2026-01-09", value: 800 }));

/** How each verdict comes about. A new kind needs one here, and the page of codes shows what it says. */
export const VERDICT_EXAMPLES: Readonly<Record<Verdict["kind"], JudgedExample>> = {
  "on track": {
    means: "The outcome is as planned so far, and nothing speaks against the rest.",
    judge: judged(PLAN, { asOf: HALF, entered: { call: 100, meeting: 20 }, won: 10 }),
  },
  "early warning": {
    means: "Too little was started, which the outcome cannot show yet.",
    judge: judged(LONG, {
      ...{ asOf: "2026-08-07", won: 0 },
      entered: { call: [{ on: "2026-07-10", count: 10 }] },
    }),
  },
  "month missed": {
    means: "The goal holds for each month, and one that is over did not reach it.",
    judge: judged(MONTHLY, {
      ...{ asOf: "2026-02-10", won: [{ on: "2026-01-20" }, { on: "2026-02-03" }, { on: "2026-02-04" }] },
      entered: { call: 20 },
    }),
  },
  "work not done": {
    means: "Too little was started.",
    judge: judged(PLAN, { asOf: HALF, entered: { call: 50, meeting: 10 }, won: 5 }),
  },
  "days not known": {
    means:
      "The work was done, and fewer went on than planned by now. It was counted without days, so it may have come late instead.",
    judge: judged(WEEK, { asOf: "2026-01-30", entered: { call: 14 }, won: 0 }),
  },
  "outcome did not follow": {
    means: "The work was done, and fewer went on than planned.",
    judge: judged(PLAN, { asOf: HALF, entered: { call: 100, meeting: 20 }, won: 2 }),
  },
  both: {
    means: "Too little was started, and fewer went on than planned.",
    judge: judged(PLAN, { asOf: HALF, entered: { call: 70, meeting: 14 }, won: 0 }),
  },
  "not known": {
    means: "How much was started is not said.",
    judge: judged(PLAN, { asOf: HALF, won: 2 }),
  },
  "too early": {
    means: "What was started has not had the time to go on.",
    judge: judged(WEEK, {
      ...{ asOf: "2026-01-30", won: 0 },
      entered: { call: [{ on: "2026-01-27", count: 20 }] },
    }),
  },
  elsewhere: {
    means: "The cause is the value of the wins, what was lost, or something that the funnel does not hold.",
    judge: judged(MONEY, { asOf: "2026-01-09", entered: { demo: 8 }, won: cheap, churned: 4 }),
  },
  "outlook short": {
    means: "The outcome is as planned so far, and the rest of the plan does not bring the goal.",
    judge: judged(LONG, { asOf: "2026-08-14", entered: { call: 120 }, pipeline: {}, won: 0 }),
  },
  "within luck": {
    means: "The work was done, and that fewer went on may be luck.",
    judge: judged(PLAN, { asOf: HALF, entered: { call: 100, meeting: 20 }, won: 8 }),
  },
};
