import type { Path, Solution } from "reverse-funnel";
import type { PlanDocument } from "./plan-document.js";

/** What stands in the field that is being typed in, as it was typed. */
export interface Draft {
  readonly path: Path;
  readonly text: string;
}

/** Something that happened and is said once, in words. */
export interface Notice {
  readonly kind: "done" | "problem";
  readonly text: string;
}

/** All that the page knows. The plan is its heart; everything else is about it. */
export interface State {
  readonly document: PlanDocument;
  /** How many plans stood here before this one: a new plan is met with nothing unfolded from the last. */
  readonly earlierPlans: number;
  readonly draft: Draft | null;
  /** The newest answer, and whether it still answers the document. */
  readonly answer: Solution | null;
  readonly fresh: boolean;
  /** The places that were typed in: what is missing there is a mistake, elsewhere it is yet to come. */
  readonly touched: ReadonlySet<string>;
  readonly notice: Notice | null;
  /** The number that is being explained. */
  readonly explained: Path | null;
}

/** The page before anything has happened. */
export function firstState(document: PlanDocument, notice: Notice | null = null, earlierPlans = 0): State {
  return {
    document,
    earlierPlans,
    draft: null,
    answer: null,
    fresh: false,
    touched: new Set(),
    notice,
    explained: null,
  };
}

/** A place as one word, for sets and for the names of elements. */
export function placeOf(path: Path): string {
  return JSON.stringify(path);
}
