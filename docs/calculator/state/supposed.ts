import type { Change } from "reverse-funnel";
import { placeOf } from "./edited-document.js";
import { withValue, type PlanDocument } from "./plan-document.js";

/** One number of the plan that is supposed to be another. */
export interface Supposed extends Change {
  /** What it is called: `the rate of "demo"`. */
  readonly what: string;
}

/** The list with one more supposition; one of the same place gives way to it, in its place. */
export function withSupposed(list: readonly Supposed[], one: Supposed): readonly Supposed[] {
  const isThere = list.some(({ path }) => placeOf(path) === placeOf(one.path));
  return isThere
    ? list.map((each) => (placeOf(each.path) === placeOf(one.path) ? one : each))
    : [...list, one];
}

/** The list without the supposition of a place. */
export function withoutSupposed(list: readonly Supposed[], at: Change["path"]): readonly Supposed[] {
  return list.filter(({ path }) => placeOf(path) !== placeOf(at));
}

/** The plan as it is supposed to be. */
export function supposedPlan(document: PlanDocument, list: readonly Supposed[]): PlanDocument {
  return list.reduce((plan, { path, to }) => withValue(plan, path, to), document);
}
