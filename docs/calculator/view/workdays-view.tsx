import { issueBeside } from "../form/issue-words.js";
import { listAt, valueIn } from "../state/plan-document.js";
import { Problem } from "./field-view.js";
import type { Page } from "./page.js";
import { idOf } from "./place-id.js";

const PATH = ["calendar", "workdays"];
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const USUAL: readonly string[] = DAYS.slice(0, 5);
const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** The days of the week on which work is done. */
export function WorkdaysView({ page }: { readonly page: Page }) {
  const written = valueIn(page.state.document, PATH) !== undefined;
  const days = written ? listAt(page.state.document, PATH) : USUAL;
  const issue = issueBeside(page.issues, PATH);
  const toggle = (day: string) => {
    const chosen = DAYS.filter((each) => (each === day) !== days.includes(each));
    const usual = chosen.length === USUAL.length && chosen.every((each) => USUAL.includes(each));
    page.dispatch({ kind: "write", path: PATH, to: usual ? undefined : chosen });
  };
  return (
    <fieldset class="workdays" aria-describedby={issue === undefined ? undefined : `${idOf(PATH)}-problem`}>
      <legend>Working days of a week</legend>
      {DAYS.map((day, index) => (
        <label key={day}>
          <input
            type="checkbox"
            checked={days.includes(day)}
            onChange={() => {
              toggle(day);
            }}
          />
          {NAMES[index]}
        </label>
      ))}
      {issue !== undefined && <Problem path={PATH} text={issue.text} />}
    </fieldset>
  );
}
