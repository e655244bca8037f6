import type { PlanDocument } from "../state/plan-document.js";

/** A plan that was read from somewhere, right or not yet right; or why it is no plan at all. */
export type DocumentReading =
  | { readonly document: PlanDocument; readonly problem?: undefined }
  | { readonly document?: undefined; readonly problem: string };

/** No plan is nested deeper; what is would only exhaust the page. */
const DEEPEST = 40;

/** Takes data of any origin as the page's plan; whether it is a right one is said beside the fields. */
export function readDocument(data: unknown): DocumentReading {
  if (data === null || typeof data !== "object" || Array.isArray(data))
    return { problem: "This is no plan: a plan is a list of parts such as goal and funnel." };
  if (isDeeperThan(data, DEEPEST)) return { problem: "This is no plan: it is nested too deeply." };
  if (!("goal" in data) && !("funnel" in data))
    return { problem: "This is no plan: it has neither a goal nor a funnel." };
  return { document: { ...data } };
}

/** What has happened, where data of any origin says up to which day; null for anything else, a plan too. */
export function readSnapshotDocument(data: unknown): PlanDocument | null {
  if (data === null || typeof data !== "object" || !("asOf" in data) || "goal" in data) return null;
  return isDeeperThan(data, DEEPEST) ? null : { ...data };
}

function isDeeperThan(data: unknown, depth: number): boolean {
  if (data === null || typeof data !== "object") return false;
  return depth === 0 || Object.values(data).some((member) => isDeeperThan(member, depth - 1));
}
