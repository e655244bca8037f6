import type { PlanInput } from "./plan.js";

/** A plan without a funnel whose habits are all that it asks for is one with an empty funnel; any other data stays as it is. */
export function withEmptyFunnel(data: unknown): unknown {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return data;
  const { funnel, habits }: { readonly funnel?: unknown; readonly habits?: unknown } = data;
  return funnel === undefined && hasEntries(habits) ? Object.freeze({ ...data, funnel: [] }) : data;
}

/** Whether habits are all that a plan asks for: there is no funnel, so that nothing says how wins come about. */
export function isHabitsAlone({ funnel, habits }: Pick<PlanInput, "funnel" | "habits">): boolean {
  return funnel.length === 0 && hasEntries(habits);
}

function hasEntries(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}
