import type { Path } from "reverse-funnel";
import { listAt, withValue, type PlanDocument } from "./plan-document.js";

/** The document with one more item at the end of a list. */
export function withItem(document: PlanDocument, path: Path, item: unknown): PlanDocument {
  return withValue(document, path, [...listAt(document, path), item]);
}

/** The document without one item of a list; a list that is left empty goes too, unless it must stay. */
export function withoutItem(document: PlanDocument, path: Path, at: number, mustStay = false): PlanDocument {
  const rest = listAt(document, path).filter((_, index) => index !== at);
  return withValue(document, path, rest.length === 0 && !mustStay ? undefined : rest);
}

/** The document with an item of a list one place further up (-1) or down (1); at either end nothing moves. */
export function withMoved(document: PlanDocument, path: Path, at: number, by: -1 | 1): PlanDocument {
  const list = [...listAt(document, path)];
  const to = at + by;
  if (!(at in list) || !(to in list)) return document;
  [list[at], list[to]] = [list[to], list[at]];
  return withValue(document, path, list);
}
