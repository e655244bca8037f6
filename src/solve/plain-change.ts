import { isPositive } from "../number/ratio.js";
import { valueAt, type Change } from "../plan/change.js";
import type { Plan } from "../plan/plan.js";
import { tryQuantity } from "../schema/quantity.js";
import { readRateChange } from "./rate-change.js";

/** Amounts that no rule of the plan holds against another part. */
const FREE_AMOUNTS: ReadonlySet<string | number> = new Set([
  "amount",
  "value",
  "minutes",
  "cost",
  "perUnit",
  "available",
]);

/**
 * Says whether a change surely keeps the plan valid, so that the plan need not be read again: an amount above 0 for an
 * amount, or a rate above 0 for the rate of a stage.
 */
export function standsAlone(plan: Plan, change: Change): boolean {
  if (valueAt(plan, change.path) === undefined) return false;
  if (readRateChange(change, plan.funnel.length) !== undefined) return hasOnlyRate(change.to);
  const key = change.path.at(-1);
  if (key === undefined || !FREE_AMOUNTS.has(key) || change.path[0] === "repeat") return false;
  const amount = tryQuantity(change.to);
  return amount !== undefined && isPositive(amount);
}

function hasOnlyRate(to: unknown): boolean {
  return typeof to !== "object" || to === null || Object.keys(to).length === 2;
}
