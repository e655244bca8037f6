import type { Solution } from "../../src/solve/answer.js";
import { differences, exceedsCounts } from "./agreement.js";
import type { PlainPlan } from "./plain-plan.js";
import { OracleRefusal } from "./refusal.js";
import { oracleSolve } from "./solve.js";
import type { OracleAnswer } from "./solve.js";

/** How a plan came out, and where the library differs from the oracle. */
export interface Comparison {
  readonly outcome: "feasible" | "infeasible" | "refused" | "too large";
  readonly differences: readonly string[];
}

/** Solves a plan twice, by the library and by the oracle, and says where the answers differ. `beside` puts into the oracle's what else the plan says. */
export function compare(
  plan: PlainPlan,
  solve: (plan: unknown) => Solution,
  beside: (answer: OracleAnswer) => OracleAnswer = (answer) => answer,
): Comparison {
  const expected = refusable(() => beside(oracleSolve(plan)));
  if (expected instanceof OracleRefusal) return compareRefusal(solve(plan), expected);
  const found = tooLarge(() => solve(plan));
  const isTooLarge = exceedsCounts(expected);
  if (found === "too large" || isTooLarge) {
    const agree = (found === "too large") === isTooLarge;
    return {
      outcome: "too large",
      differences: agree ? [] : [`too large: ${String(!isTooLarge)}, not ${String(isTooLarge)}`],
    };
  }
  return { outcome: found.status, differences: differences(found, expected) };
}

/** A rate of 0 or a win of no value: the library must name it. */
function compareRefusal(answer: Solution, { code }: OracleRefusal): Comparison {
  const isNamed = answer.status === "infeasible" && answer.reasons.some((reason) => reason.code === code);
  return { outcome: "refused", differences: isNamed ? [] : [`because: ${code} is not named`] };
}

function refusable(solve: () => OracleAnswer): OracleAnswer | OracleRefusal {
  try {
    return solve();
  } catch (error) {
    if (error instanceof OracleRefusal) return error;
    throw error;
  }
}

function tooLarge(solve: () => Solution): Solution | "too large" {
  try {
    return solve();
  } catch (error) {
    const { code, issues = [] } = error as {
      readonly code?: string;
      readonly issues?: { readonly code: string }[];
    };
    if (code === "count.too-large" || issues.some((issue) => issue.code === "count.too-large"))
      return "too large";
    throw error;
  }
}
