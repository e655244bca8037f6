import { sayFix, type Change, type Format, type InfeasibleSolution } from "reverse-funnel";
import { readAmount } from "../reading/amount-text.js";

/** One change that would make the plan reachable, in words. */
interface WayOut {
  readonly text: string;
  readonly change: Change;
}

/** The changes that would do: each single mend, and the nearest goal that can be reached. */
export function waysOut({ fixes, nearest }: InfeasibleSolution, format: Format): readonly WayOut[] {
  const single = fixes.map((fix) => ({
    text: sayFix(fix, format),
    change: { path: fix.path, to: tidied(fix.to) },
  }));
  const said = single.some(({ change }) => ["goal amount", "goals"].includes(change.path.join(" ")));
  // Several goals shrink together, in a fix that says so.
  if (nearest === null || said || nearest.goals !== undefined) return single;
  const text = `Go for ${format.written(nearest.amount)} instead.`;
  return [...single, { text, change: { path: ["goal", "amount"], to: tidied(nearest.amount) } }];
}

/** A number without the quotes that an answer's exact numbers have. */
function tidied(to: unknown): unknown {
  return typeof to === "string" ? readAmount(to, { decimal: "." }) : to;
}
