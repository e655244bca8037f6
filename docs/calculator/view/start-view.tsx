import { STARTERS, type Starter } from "../files/starters.js";
import { emptyPlan } from "../state/start-plan.js";
import type { Page } from "./page.js";

const GROUPS: readonly Starter["group"][] = ["Start from", "The five stories"];

/** Another plan to begin with. */
export function StartView({ page }: { readonly page: Page }) {
  const begin = (id: string) => {
    const starter = STARTERS.find((each) => each.id === id);
    if (starter === undefined) return;
    void starter.read(page.today).then((reading) => {
      if (reading.problem !== undefined)
        page.dispatch({ kind: "say", notice: { kind: "problem", text: reading.problem } });
      else
        page.dispatch({
          kind: "replace",
          document: reading.document,
          notice: { kind: "done", text: `“${starter.title}” is open. Change the numbers to yours.` },
        });
    });
  };
  return (
    <div class="start">
      <div class="field field-choice">
        <label for="starter">Begin with an example</label>
        <select
          id="starter"
          value=""
          onChange={({ currentTarget }) => {
            begin(currentTarget.value);
            currentTarget.value = "";
          }}
        >
          <option value="">Choose one …</option>
          {GROUPS.map((group) => (
            <optgroup key={group} label={group}>
              {STARTERS.filter((starter) => starter.group === group).map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <button
        type="button"
        id="start-empty"
        onClick={() => {
          page.dispatch({ kind: "replace", document: emptyPlan(page.today) });
          page.focusNext("at-goal-metric");
        }}
      >
        Start empty
      </button>
    </div>
  );
}
