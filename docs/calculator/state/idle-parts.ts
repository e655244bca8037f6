import type { Path } from "reverse-funnel";
import { membersOf, withValue, type PlanDocument } from "./plan-document.js";

/** Parts that say how much in one of these ways, and are nothing without. */
const AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  churn: ["customers", "mrr", "rate"],
  expansion: ["mrr", "rate"],
  contraction: ["mrr", "rate"],
};

/** What says whose a part is, or for how long, but not how much. */
const BESIDE: readonly string[] = ["owner", "per"];

/**
 * The document without a part whose last amount was just taken out at `left`: someone who empties the field for churn has
 * no churn, even if its owner is still written down.
 */
export function withoutIdlePart(document: PlanDocument, left: Path): PlanDocument {
  const [part = "", amount = ""] = left.map(String);
  if (AMOUNTS[part]?.includes(amount) !== true) return document;
  const members = Object.keys(membersOf(document[part]));
  const isIdle = members.length > 0 && members.every((key) => BESIDE.includes(key));
  return isIdle ? withValue(document, [part], undefined) : document;
}
