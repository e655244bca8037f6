import type { CountedFrom } from "../state/happened.js";
import { membersOf, type PlanDocument } from "../state/plan-document.js";

/** What this browser keeps for the next visit, if one wants it. */
export interface Remembered {
  readonly document: PlanDocument;
  readonly happened: PlanDocument;
  readonly from: CountedFrom | null;
}

/** Where things are kept by name: a browser's `localStorage`. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const KEY = "reverse-funnel-calculator";

/** What was kept; null where nothing was, or nothing may be read. */
export function remembered(store: () => Store): Remembered | null {
  try {
    const { document, happened, from } = membersOf(JSON.parse(store().getItem(KEY) ?? "null"));
    if (document === undefined) return null;
    const { file, lines } = membersOf(from);
    const counted =
      typeof file === "string" && Array.isArray(lines) ? { file, lines: lines.map(String) } : null;
    return { document: membersOf(document), happened: membersOf(happened), from: counted };
  } catch {
    return null;
  }
}

/** Keeps it, or forgets what was kept; whether the browser did so. */
export function remember(store: () => Store, kept: Remembered | null): boolean {
  try {
    if (kept === null) store().removeItem(KEY);
    else store().setItem(KEY, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}
