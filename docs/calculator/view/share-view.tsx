import { useState } from "preact/hooks";
import { CopyButton } from "./copy-button.js";
import { Fold } from "./fold.js";
import type { Page } from "./page.js";
import { PlanTextView } from "./plan-text-view.js";

/** Taking the plan along: as an address, as YAML or as JSON. */
export function ShareView({ page }: { readonly page: Page }) {
  const [form, setForm] = useState<"yaml" | "json">("yaml");
  return (
    <section class="share" aria-labelledby="share-heading">
      <h2 id="share-heading">Keep it, share it</h2>
      <p>
        The address of this page holds your plan. Whoever has the address has the plan; it is not sent to any
        server.{" "}
        <CopyButton
          text={() => location.href}
          words="Copy the address"
          longNote="It is long, and some programs cut it: the plan as text is safer."
        />
      </p>
      <Fold title="The plan as text">
        <fieldset class="forms">
          <legend>Written as</legend>
          {(["yaml", "json"] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="plan-form"
                checked={form === each}
                onChange={() => {
                  setForm(each);
                }}
              />
              {each.toUpperCase()}
            </label>
          ))}
        </fieldset>
        <PlanTextView page={page} form={form} />
      </Fold>
    </section>
  );
}
