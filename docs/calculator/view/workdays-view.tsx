import { issueBeside } from "../form/issue-words.js";
import { listAt, valueIn } from "../state/plan-document.js";
import { Problem } from "./field-view.js";
import type { Page } from "./page.js";
import { idOf } from "./place-id.js";

const PATH = ["calendar", "workdays"];
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const USUAL: readonly string[] = DAYS.slice(0, 5);
const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

function isName(value: unknown): boolean {
  return typeof value === "string";
}

/** The weekdays that shares name, in a list or by themselves. */
function namesIn(written: unknown): readonly string[] {
  const parts: readonly unknown[] = Array.isArray(written) ? written : [written];
  return parts.flatMap((part) => (typeof part === "object" && part !== null ? Object.keys(part) : []));
}

/** The days of the week on which work is done. */
export function WorkdaysView({ page }: { readonly page: Page }) {
  const written = valueIn(page.state.document, PATH);
  const days = written === undefined ? USUAL : listAt(page.state.document, PATH);
  // Short days are kept as they are written: a box has no place for their share.
  const hasShares = written !== undefined && !(Array.isArray(written) && days.every(isName));
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
            checked={days.includes(day) || (hasShares && namesIn(written).includes(day))}
            disabled={hasShares}
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
