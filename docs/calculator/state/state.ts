import type { Path, Solution } from "reverse-funnel";
import type { LearnedFile } from "../files/learned.js";
import type { EditedDocument } from "./edited-document.js";
import { NOTHING_YET, type Happened } from "./happened.js";
import type { PlanDocument } from "./plan-document.js";
import type { Supposed } from "./supposed.js";
import type { ViewName } from "./view-name.js";

/** Something that happened and is said once, in words. */
export interface Notice {
  readonly kind: "done" | "problem";
  readonly text: string;
}

/** All that the page knows. The plan is its heart; everything else is about it. */
export interface State extends EditedDocument {
  /** The part of the page that is in sight. */
  readonly view: ViewName;
  /** How many plans stood here before this one: a new plan is met with nothing unfolded from the last. */
  readonly earlierPlans: number;
  /** The newest answer, and whether it still answers the document. */
  readonly answer: Solution | null;
  readonly fresh: boolean;
  readonly notice: Notice | null;
  /** The number that is being explained. */
  readonly explained: Path | null;
  /** What has happened so far. */
  readonly happened: Happened;
  /** What an export says of the plan's rates, as long as nobody has said yes or no to it. */
  readonly learned: LearnedFile | null;
  /** The numbers that are other ones in the version beside the plan. */
  readonly supposed: readonly Supposed[];
  /** Whether this browser keeps plan and counts for the next visit. */
  readonly remembers: boolean;
}

/** The page before anything has happened. */
export function firstState(document: PlanDocument, more: Partial<State> = {}): State {
  return {
    view: "plan",
    document,
    earlierPlans: 0,
    draft: null,
    answer: null,
    fresh: false,
    touched: new Set(),
    notice: null,
    explained: null,
    happened: NOTHING_YET,
    learned: null,
    supposed: [],
    remembers: false,
    ...more,
  };
}
