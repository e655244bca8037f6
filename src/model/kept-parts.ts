import type { Path } from "../schema/issue.js";
import type { CompiledPlan, KeptParts } from "./compile.js";

/** Keys of a stage and of what it holds that move nothing in time: how many units there are, and what each takes. */
const AMOUNTS_OF_STAGES: ReadonlySet<string | number> = new Set([
  ...["rate", "available", "units", "share", "minutes", "cost", "perUnit", "budget"],
]);

/**
 * What a change at a path leaves as it is: when entries are won and who is there, where only rates, values and amounts
 * move; when entries are won, where teams do; nothing that is sure, where dates, lags or names do.
 */
export function keptBy(compiled: CompiledPlan, path: Path): KeptParts | undefined {
  // How often a unit comes again, and so when it is won, depends on rates.
  if (path[0] === "funnel" && compiled.flow.some(({ againLag }) => againLag !== undefined)) return undefined;
  switch (path[0]) {
    case "teams":
      return { of: compiled, parts: "time" };
    case "goal":
      return path[1] === "amount" ? { of: compiled, parts: "schedule" } : undefined;
    case "goals":
      return path[2] === "amount" ? { of: compiled, parts: "schedule" } : undefined;
    case "funnel":
      return AMOUNTS_OF_STAGES.has(path.at(-1) ?? "") ? { of: compiled, parts: "schedule" } : undefined;
    case "deal":
      // For how long a win pays says when wins must come.
      if (path[1] === "contractMonths" && compiled.earning !== undefined) return undefined;
      return { of: compiled, parts: "schedule" };
    case "buffer":
    case "budget":
    case "fixedCosts":
    case "base":
    case "churn":
    case "expansion":
    case "contraction":
    case "repeat":
    case "habits":
    case "tasks":
      return { of: compiled, parts: "schedule" };
    case undefined:
    default:
      return undefined;
  }
}
