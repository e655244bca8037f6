import type { PlanDocument } from "./plan-document.js";

/** The plan that the page opens with: the first worked example, for the month after `today` (YYYY-MM-DD). */
export function startPlan(today: string): PlanDocument {
  return {
    goal: { metric: "net-new-mrr", amount: 10_000, period: nextMonth(today) },
    deal: { value: 1_000, owner: "sales" },
    churn: { customers: 5, owner: "success" },
    funnel: [{ stage: "demo request", rate: "50%", owner: "marketing" }],
  };
}

/** A plan with nothing in it but a place for the first stage. */
export function emptyPlan(today: string): PlanDocument {
  return { goal: { metric: "customers", period: nextMonth(today) }, funnel: [{ stage: "", rate: "" }] };
}

function nextMonth(today: string): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}
