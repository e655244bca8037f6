import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import type { Metric } from "../../plan/metric.js";
import { nameCheck, sayFinding, type CheckFinding } from "../checks.js";
import { amountOf } from "../progress.js";
import { plain, type SaidExplanation } from "./said.js";

/** What the period ends at, by the goal; `month` is the worst one where the goal holds for each. */
export interface CheckedAttainment {
  readonly metric: Metric;
  readonly end: ExactString;
  readonly goal: ExactString;
  readonly attainment: ExactString;
  readonly month: string | null;
}

/** What a check found: its sentence has the number, and what it was compared with. */
export const CHECK_SAYINGS = {
  "check-finding": ({ finding }: { readonly finding: CheckFinding }, format: Format): SaidExplanation =>
    plain(sayFinding(finding, format), nameCheck(finding, format)),

  "check-attainment": (
    { metric, end, goal, attainment, month }: CheckedAttainment,
    format: Format,
  ): SaidExplanation => {
    const share = format.rate(attainment);
    if (month !== null) return plain(`The worst month, ${month}, attains ${share} of its goal.`, share);
    const [reached, asked] = [amountOf(metric, end, format), amountOf(metric, goal, format)];
    return plain(
      `The ${reached} that the period ends at are ${share} of the goal of ${asked}.`,
      `${reached} ÷ ${asked} = ${share}`,
    );
  },
};
