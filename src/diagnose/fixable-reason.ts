import type { CapacityReason, ReasonData } from "../words/reasons.js";

/** A team that is asked for too much of something, mostly for one activity. */
export type Overload = Pick<CapacityReason, "code" | "team" | "of" | "activity">;

/** What of a reason decides which changes are tried. */
export type FixableReason = Exclude<ReasonData, { readonly code: "capacity" }> | Overload;
