import { teamFields } from "../form/stage-fields.js";
import { ownersIn } from "../state/owners.js";
import { membersOf, valueIn } from "../state/plan-document.js";
import { FieldsView } from "./fields-view.js";
import type { Page } from "./page.js";
import { idOf } from "./place-id.js";

/** Who there is: for each owner of the plan, how many people and minutes. */
export function TeamsView({ page }: { readonly page: Page }) {
  const teams = Object.keys(membersOf(valueIn(page.state.document, ["teams"])));
  const others = ownersIn(page.state.document).filter((owner) => !teams.includes(owner));
  return (
    <div class="items">
      <p class="hint">
        Without people any number of things can be done in a day. With them, and with the minutes that each
        thing takes (in its stage), the plan says whether the work fits; every owner is then one of the teams.
      </p>
      {teams.map((team) => (
        <fieldset class="item" key={team}>
          <legend>{team}</legend>
          <FieldsView page={page} fields={teamFields(["teams", team])} />
          <button
            type="button"
            class="quiet"
            onClick={() => {
              page.dispatch({ kind: "write", path: ["teams", team], to: undefined });
              page.focusNext("teams-heading");
            }}
          >
            Remove team {team}
          </button>
        </fieldset>
      ))}
      {others.length > 0 && (
        <button
          type="button"
          class="add"
          onClick={() => {
            const entries = [...teams, ...others].map((team) => [
              team,
              valueIn(page.state.document, ["teams", team]) ?? { headcount: 1, minutesPerDay: 360 },
            ]);
            page.dispatch({ kind: "write", path: ["teams"], to: Object.fromEntries(entries) });
            page.focusNext(idOf(["teams", others[0] ?? "", "headcount"]));
          }}
        >
          Say how many people there are in {others.join(", ")}
        </button>
      )}
      {teams.length === 0 && others.length === 0 && (
        <p class="hint">Name who does each stage first; each of them can then be a team.</p>
      )}
    </div>
  );
}
