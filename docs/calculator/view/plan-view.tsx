import { useMemo } from "preact/hooks";
import { AnswerView } from "./answer-view.js";
import { LateExplain } from "./late-explain.js";
import { FormView } from "./form-view.js";
import { GlanceView } from "./glance-view.js";
import type { Page } from "./page.js";

/** The plan as a form, and its answer beside it. */
export function PlanView({ page }: { readonly page: Page }) {
  const { document: written, earlierPlans, draft, touched } = page.state;
  return (
    <div class="plan-view">
      {useMemo(
        () => (
          <FormView key={earlierPlans} page={page} />
        ),
        // An answer that comes in changes nothing of the form.
        [written, earlierPlans, draft, touched, page.issues, page.style],
      )}
      <AnswerView page={page} />
      <GlanceView page={page} />
      <LateExplain page={page} />
    </div>
  );
}
