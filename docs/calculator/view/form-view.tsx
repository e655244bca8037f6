import type { Path } from "reverse-funnel";
import { keptParts } from "../form/all-fields.js";
import { issueBeside, withPlace } from "../form/issue-words.js";
import { fieldGroups, type FieldGroup } from "../form/plan-fields.js";
import { namesToOffer } from "../state/owners.js";
import { valueIn } from "../state/plan-document.js";
import { ActivitiesView } from "./activities-view.js";
import { FieldsView } from "./fields-view.js";
import { Fold } from "./fold.js";
import type { Page } from "./page.js";
import { PeriodView } from "./period-view.js";
import { StagesView } from "./stages-view.js";
import { TeamsView } from "./teams-view.js";
import { WorkdaysView } from "./workdays-view.js";

/** The whole plan as a form. */
export function FormView({ page }: { readonly page: Page }) {
  const { document } = page.state;
  const groups = new Map(fieldGroups(document).map((group) => [group.name, group]));
  const group = (name: FieldGroup["name"]) => groups.get(name)?.fields ?? [];
  const holds = (path: Path) => valueIn(document, path) !== undefined;
  return (
    <form
      aria-label="Your plan"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <datalist id="owners">
        {namesToOffer(document).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Elsewhere page={page} />
      <section aria-labelledby="goal-heading">
        <h2 id="goal-heading">Your goal</h2>
        {holds(["goals"]) ? (
          <p class="hint">The plan has several goals. They are kept as its text writes them.</p>
        ) : (
          <>
            <FieldsView fields={group("goal")} page={page} />
            <PeriodView page={page} />
            <Fold title="More about the goal" open={matters(group("more-goal"), page)}>
              <FieldsView fields={group("more-goal")} page={page} />
            </Fold>
          </>
        )}
      </section>
      <section aria-labelledby="deal-heading">
        <h2 id="deal-heading">A win</h2>
        <FieldsView fields={group("deal")} page={page} />
        {group("more-deal").length > 0 && (
          <Fold title="How it is paid" open={matters(group("more-deal"), page)}>
            <FieldsView fields={group("more-deal")} page={page} />
          </Fold>
        )}
        <Fold title="Work that each win causes" open={holds(["deal", "activities"])}>
          <ActivitiesView page={page} path={["deal", "activities"]} />
        </Fold>
      </section>
      <section aria-labelledby="funnel-heading">
        <h2 id="funnel-heading">The way to a win</h2>
        <p class="lead">From the first contact on; those who leave the last stage are won.</p>
        <StagesView page={page} path={["funnel"]} />
      </section>
      {group("customers").length > 0 && (
        <section aria-labelledby="customers-heading">
          <h2 id="customers-heading">Customers you already have</h2>
          <FieldsView fields={group("customers")} page={page} />
          {group("more-customers").length > 0 && (
            <Fold title="More about them" open={matters(group("more-customers"), page)}>
              <FieldsView fields={group("more-customers")} page={page} />
            </Fold>
          )}
        </section>
      )}
      <Fold title="Days and time off" open={matters(group("days"), page) || holds(["calendar"])}>
        <WorkdaysView page={page} />
        <FieldsView fields={group("days")} page={page} />
      </Fold>
      <Fold title="People" id="teams-heading" open={holds(["teams"])}>
        <TeamsView page={page} />
      </Fold>
      <Fold title="Name, buffer, rounding" open={matters(group("care").slice(1), page)}>
        <FieldsView fields={group("care")} page={page} />
      </Fold>
      <KeptParts page={page} />
    </form>
  );
}

/** Whether any of the fields holds something, or must be put right. */
function matters(fields: FieldGroup["fields"], { state, issues }: Page): boolean {
  return fields.some(
    ({ path }) => valueIn(state.document, path) !== undefined || issueBeside(issues, path) !== undefined,
  );
}

/** What is wrong in places that have no field. */
function Elsewhere({ page }: { readonly page: Page }) {
  const issues = page.issues.filter(({ beside }) => beside === null);
  if (issues.length === 0) return null;
  return (
    <div class="problems">
      <h2>To put right</h2>
      <ul>
        {issues.slice(0, 20).map((issue) => (
          <li key={withPlace(issue)}>{withPlace(issue)}</li>
        ))}
      </ul>
      {issues.length > 20 && <p>{issues.length - 20} more follow.</p>}
    </div>
  );
}

function KeptParts({ page }: { readonly page: Page }) {
  const kept = keptParts(page.state.document);
  if (kept.length === 0) return null;
  return (
    <p class="hint kept-parts">
      This plan says more than the form has fields for. It is kept, counted and shown in the plan’s text:{" "}
      {kept.slice(0, 12).join(", ")}
      {kept.length > 12 ? ` and ${kept.length - 12} more` : ""}.
    </p>
  );
}
