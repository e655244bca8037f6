import type { PlanInput } from "../../plan/plan.js";
import { cascade } from "./cascade.js";
import { least } from "./least.js";
import type { Rounding } from "./rounding.js";

/** Every rounding by the name a plan gives it. */
const ROUNDINGS: Readonly<Record<NonNullable<PlanInput["rounding"]>, Rounding>> = { least, cascade };

/** The rounding of a plan; `least` unless it names another. */
export function chooseRounding(plan: PlanInput): Rounding {
  return ROUNDINGS[plan.rounding ?? "least"];
}
