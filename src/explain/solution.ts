import type { InfeasibleSolution } from "../solve/answer.js";
import type { GuideOf } from "./explainer.js";
import { FIX } from "./fix.js";
import { explainBinds } from "./goals.js";
import { NOT_A_NUMBER } from "./guide.js";
import { NEAREST } from "./nearest.js";
import { explainPlanNumber } from "./plan-number.js";
import { REASON } from "./reason.js";
import { TARGETS } from "./targets.js";

/** What `solve` answers; an answer that can be reached has a part of the same keys. */
export const SOLUTION: GuideOf<InfeasibleSolution> = {
  status: NOT_A_NUMBER,
  plan: { "**": explainPlanNumber },
  binds: explainBinds,
  targets: TARGETS,
  reasons: { "*": REASON },
  nearest: NEAREST,
  fixes: { "*": FIX },
  assumptions: NOT_A_NUMBER,
};
