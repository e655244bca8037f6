import { align, applyFix, personalTargets, type Alignment } from "reverse-funnel";

const plan = {
  name: "Sales",
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "25%" }],
} as const;

const answer: Alignment = align([plan], { sales: { headcount: 2, minutesPerDay: 300 } });
export const over: string | undefined = answer.use[0]?.over;

// @ts-expect-error an answer is read only
answer.status = "aligned";
// @ts-expect-error a team has no such key
align([plan], { sales: { siez: 2 } });
// @ts-expect-error a mend is a change of a plan or a team, not a sentence
applyFix({ plans: [plan], teams: {} }, "hire");

const history = { Ana: [{ week: "2026-01-05", counts: { demo: 4 } }] };
export const next: number | null | undefined = personalTargets(plan, history).people[0]?.numbers[0]?.next;
// @ts-expect-error weeks are listed, not counted
personalTargets(plan, { Ana: 4 });
