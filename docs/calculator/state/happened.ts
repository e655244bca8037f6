import type { EditedDocument } from "./edited-document.js";
import type { PlanDocument } from "./plan-document.js";

/** The export that counts were made from. */
export interface CountedFrom {
  readonly file: string;
  /** What was read and what was set aside, in lines. */
  readonly lines: readonly string[];
}

/** What has happened so far, as a snapshot writes it, right or not yet right. */
export interface Happened extends EditedDocument {
  /** Null where it was typed, or stood in a file as it is. */
  readonly from: CountedFrom | null;
}

/** Nothing is known of what has happened. */
export const NOTHING_YET: Happened = { document: {}, draft: null, touched: new Set(), from: null };

/** What has happened, as it was read from somewhere. */
export function happenedAs(document: PlanDocument, from: CountedFrom | null = null): Happened {
  return { ...NOTHING_YET, document, from };
}

/** Whether anything is known but the day. */
export function isKnown({ document }: Happened): boolean {
  return Object.keys(document).some((key) => key !== "asOf");
}

/** The snapshot up to the day that was chosen; up to `today` (YYYY-MM-DD) where none was. */
export function snapshotOf({ document }: Happened, today: string): PlanDocument {
  return { ...document, asOf: document["asOf"] ?? today };
}
