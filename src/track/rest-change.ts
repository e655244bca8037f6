import type { Change } from "../plan/change.js";
import type { ReplannedKind } from "../words/replanned.js";

/** A number that is another one in the plan for the rest of the period, and why. */
export type RestChange = Change & { readonly reason: ReplannedKind };
