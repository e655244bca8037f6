import type { PlanInput } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";

/** A plan, with names that the compiler does not know. */
export type WrittenPlan = PlanInput;

/** A snapshot, with names that the compiler does not know. */
export type WrittenSnapshot = Snapshot;
