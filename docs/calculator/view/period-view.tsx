import type { TargetedInputEvent } from "preact";
import { issueBeside } from "../form/issue-words.js";
import { valueIn } from "../state/plan-document.js";
import { periodAs, periodForm, periodValue, type PeriodForm, type PeriodKind } from "../state/period.js";
import { ChoiceView } from "./choice-view.js";
import { Problem } from "./field-view.js";
import type { Page } from "./page.js";
import { idOf } from "./place-id.js";

const PATH = ["goal", "period"];
const ID = idOf(PATH);

const KIND_WORDS: Readonly<Record<PeriodKind, string>> = {
  month: "a month",
  quarter: "a quarter",
  year: "a year",
  weeks: "so many weeks",
  range: "from one day to another",
  days: "so many working days",
};

/** By when: the kind of period, and the fields that this kind has. */
export function PeriodView({ page }: { readonly page: Page }) {
  const form = periodForm(valueIn(page.state.document, PATH));
  const issue = issueBeside(page.issues, PATH);
  const write = (to: PeriodForm) => {
    page.dispatch({ kind: "write", path: PATH, to: periodValue(to) });
  };
  return (
    <fieldset class="period" aria-describedby={issue === undefined ? undefined : `${ID}-problem`}>
      <legend>In which time</legend>
      <ChoiceView
        id={`${ID}-kind`}
        label="Kind of period"
        value={form.kind}
        words={KIND_WORDS}
        choose={(kind) => {
          write(periodAs(kind, form, page.today));
        }}
      />
      <PeriodFields form={form} invalid={issue !== undefined} write={write} />
      {issue !== undefined && <Problem path={PATH} text={issue.text} />}
    </fieldset>
  );
}

interface Parts {
  readonly form: PeriodForm;
  readonly invalid: boolean;
  readonly write: (to: PeriodForm) => void;
}

type Text = "name" | "start" | "end" | "count";

interface Asked {
  readonly part: Text;
  readonly label: string;
  readonly type: "text" | "month" | "date";
}

const ASKED: Readonly<Record<PeriodKind, readonly Asked[]>> = {
  month: [{ part: "name", label: "Month", type: "month" }],
  quarter: [{ part: "name", label: "Quarter, such as 2026-Q1", type: "text" }],
  year: [{ part: "name", label: "Year", type: "text" }],
  weeks: [
    { part: "start", label: "First day", type: "date" },
    { part: "count", label: "Weeks", type: "text" },
  ],
  range: [
    { part: "start", label: "First day", type: "date" },
    { part: "end", label: "Last day", type: "date" },
  ],
  days: [{ part: "count", label: "Working days", type: "text" }],
};

function PeriodFields({ form, invalid, write }: Parts) {
  return (
    <>
      {ASKED[form.kind].map(({ part, label, type }) => {
        const common = {
          id: `${ID}-${part}`,
          autocomplete: "off",
          value: form[part],
          "aria-invalid": invalid ? ("true" as const) : undefined,
          "aria-describedby": invalid ? `${ID}-problem` : undefined,
          onInput: ({ currentTarget }: TargetedInputEvent<HTMLInputElement>) => {
            write({ ...form, [part]: currentTarget.value });
          },
        };
        return (
          <div class="field" key={part}>
            <label for={common.id}>{label}</label>
            {type === "text" ? (
              <input {...common} type="text" inputMode={part === "count" ? "numeric" : "text"} />
            ) : (
              // Browsers without a picker for months show a line to type in.
              <input {...common} type={type} placeholder={type === "month" ? "2026-12" : undefined} />
            )}
          </div>
        );
      })}
    </>
  );
}
