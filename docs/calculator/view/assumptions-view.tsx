import type { Solution } from "reverse-funnel";
import { sentenceWords } from "../answer/number-words.js";
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
        {assumptions.map(({ path, text }) => (
          <li key={path.join(" ")}>{sentenceWords(text, answer.plan, page.style)}</li>
        ))}
      </ul>
    </Fold>
  );
}
