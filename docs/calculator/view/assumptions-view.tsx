import { planFormat, sayAssumption } from "reverse-funnel";
import type { Solution } from "reverse-funnel";
import { Fold } from "./fold.js";
import type { Page } from "./page.js";

/** What the answer rests on that the plan does not say. */
export function AssumptionsView({ page, answer }: { readonly page: Page; readonly answer: Solution }) {
  const { assumptions } = answer;
  if (assumptions.length === 0) return null;
  return (
    <Fold
      title={`What this rests on: ${assumptions.length} ${assumptions.length === 1 ? "assumption" : "assumptions"}`}
    >
      <ul class="assumptions">
        {assumptions.map((assumption) => (
          <li key={`${assumption.code} ${assumption.path.join(" ")}`}>
            {sayAssumption(assumption, planFormat(answer.plan, page.format))}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
