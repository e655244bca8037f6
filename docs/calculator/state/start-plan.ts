import { valueIn, type PlanDocument } from "./plan-document.js";

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

/** Whether nobody has said yet how much, nor named a stage: a plan may then come from elsewhere. */
export function isUnwritten(document: PlanDocument): boolean {
  const stage = valueIn(document, ["funnel", 0, "stage"]);
  return valueIn(document, ["goal", "amount"]) === undefined && (stage === undefined || stage === "");
}

/** Whether a plan is as the page made it: an empty one, or its own first example. */
export function isUntouched(document: PlanDocument, today: string): boolean {
  return isUnwritten(document) || JSON.stringify(document) === JSON.stringify(startPlan(today));
}

/** Six people to hire within the quarter after `today` (YYYY-MM-DD); the rates are to be written over. */
export function hiringPlan(today: string): PlanDocument {
  return {
    goal: { metric: "units", unit: "hires", amount: 6, period: nextQuarter(today) },
    deal: { owner: "hiring manager" },
    funnel: [
      { stage: "application", rate: "10%", owner: "recruiting" },
      { stage: "first interview", rate: "25%", owner: "recruiting" },
      { stage: "second interview", rate: "40%", owner: "hiring manager" },
      { stage: "offer", rate: "75%", owner: "hiring manager" },
    ],
  };
}

function nextQuarter(today: string): string {
  const [year, quarter] = [Number(today.slice(0, 4)), Math.ceil(Number(today.slice(5, 7)) / 3)];
  return quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`;
}

function nextMonth(today: string): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}
