import { useEffect, useMemo, useState } from "preact/hooks";
import type { WeekAnswer, WeekQuestion } from "../answer/week.js";
import { AS_OF, happenedFields } from "../form/happened-fields.js";
import { saidIssues, withPlace, type Said } from "../form/issue-words.js";
import { isKnown, snapshotOf } from "../state/happened.js";
import { valueIn } from "../state/plan-document.js";
import { FoldedSection, SectionView } from "./blocks-view.js";
import { FieldView } from "./field-view.js";
import { FieldsView } from "./fields-view.js";
import { FileChooser } from "./file-chooser.js";
import { Fold } from "./fold.js";
import type { Page } from "./page.js";
import { fetchPictures } from "./picture-svg.js";
import { useAnswer } from "./use-answer.js";

/** How the plan goes: what has happened on one side, what that means on the other. */
export function WeekView({ page }: { readonly page: Page }) {
  const [people, setPeople] = useState(false);
  const { happened } = page.state;
  const snapshot = useMemo(() => snapshotOf(happened, page.today), [happened.document, page.today]);
  const question = useMemo<WeekQuestion | null>(
    () => (page.plan === null || !isKnown(happened) ? null : { plan: page.plan, snapshot, people }),
    [page.plan, snapshot, people],
  );
  const { answer, isFresh, problem } = useAnswer<WeekAnswer>("week-worker", question);
  // Fetched while the week is worked out: a picture that came later would move what is read already.
  useEffect(() => void fetchPictures(), []);
  const issues = useMemo(() => issuesOf(page, snapshot, answer), [page.state.document, snapshot, answer]);
  return (
    <div class="week-view">
      <SoFar page={page} issues={issues} />
      <section
        class={isFresh ? "told-place" : "told-place waits"}
        aria-labelledby="week-heading"
        aria-live="polite"
      >
        <h2 id="week-heading" class="for-ears">
          How it goes
        </h2>
        {problem !== null && <p class="problem">{problem}</p>}
        {question === null ? (
          <p class="waiting">{waitingFor(page)}</p>
        ) : (
          <Told page={page} answer={answer} issues={issues} people={people} setPeople={setPeople} />
        )}
      </section>
    </div>
  );
}

function waitingFor({ plan }: Page): string {
  return plan === null
    ? "Put the plan right first: then it can be told how it goes."
    : "Type what happened so far, or choose an export. Then you read here whether you will make it, why, and what comes next.";
}

function issuesOf(
  { state }: Page,
  snapshot: WeekQuestion["snapshot"],
  answer: WeekAnswer | null,
): readonly Said[] {
  const { counts, more } = happenedFields(state.document);
  const places = [AS_OF, ...counts, ...more].map(({ path }) => path);
  return saidIssues(snapshot, answer?.issues ?? [], places);
}

/** What has happened, to be typed or read from an export. */
function SoFar({ page, issues }: { readonly page: Page; readonly issues: readonly Said[] }) {
  const { document, happened } = page.state;
  const { counts, more } = happenedFields(document);
  const form: Page = {
    ...page,
    state: { ...page.state, ...happened, document: snapshotOf(happened, page.today) },
    issues,
    dispatch: (action) => {
      if (action.kind === "write" || action.kind === "leave") page.dispatch({ kind: "count", action });
    },
  };
  const isListed = happened.from !== null;
  return (
    <form
      aria-label="What has happened so far"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <section>
        <h2>What happened so far</h2>
        <FileChooser page={page} id="export" label="From an export of your CRM" />
        {isListed ? (
          <Counted page={form} />
        ) : (
          <>
            <p class="hint or">or in numbers, since the first day of the plan:</p>
            <FieldsView page={form} fields={[...counts, AS_OF]} />
            <Fold
              title="More counts"
              open={more.some(({ path }) => valueIn(happened.document, path) !== undefined)}
            >
              <FieldsView page={form} fields={more} />
            </Fold>
          </>
        )}
      </section>
    </form>
  );
}

/** What was counted from an export, and up to which day. */
function Counted({ page }: { readonly page: Page }) {
  const { from } = page.state.happened;
  return (
    <>
      <FieldView page={page} spec={AS_OF} />
      <Fold title={`How ${from?.file ?? "the export"} was read`}>
        <ul class="lines">
          {from?.lines.map((line, index) => (
            <li key={index}>{line.trim()}</li>
          ))}
        </ul>
      </Fold>
    </>
  );
}

interface ToldParts {
  readonly page: Page;
  readonly answer: WeekAnswer | null;
  readonly issues: readonly Said[];
  readonly people: boolean;
  readonly setPeople: (people: boolean) => void;
}

function Told({ page, answer, issues, people, setPeople }: ToldParts) {
  if (answer === null)
    return (
      // A paragraph of its own: one that became another's would count as one that moved.
      <p key="waiting" class="waiting">
        One moment …
      </p>
    );
  const elsewhere = issues.filter(({ beside }) => beside === null);
  if (answer.issues.length > 0)
    return (
      <div class="problems">
        <h3>To put right</h3>
        <ul>
          {(elsewhere.length > 0 ? elsewhere : issues).slice(0, 8).map((issue) => (
            <li key={withPlace(issue)}>{issue.beside === null ? issue.text : withPlace(issue)}</li>
          ))}
        </ul>
      </div>
    );
  const pageParts = answer.sections.filter(({ place }) => place !== "appendix");
  const behind = answer.sections.filter(({ place }) => place === "appendix");
  return (
    <>
      {pageParts.map((section) => (
        <SectionView key={section.title} page={page} section={section} />
      ))}
      <p class="actions">
        {answer.rest !== null && <GoOn page={page} rest={answer.rest} />}
        {answer.hasPeople && (
          <label class="tick">
            <input
              type="checkbox"
              checked={people}
              onChange={({ currentTarget }) => {
                setPeople(currentTarget.checked);
              }}
            />
            Name people
          </label>
        )}
      </p>
      {answer.shares.map((section) => (
        <SectionView key={section.title} page={page} section={section} />
      ))}
      {behind.map((section) => (
        <FoldedSection key={section.title} page={page} section={section} />
      ))}
    </>
  );
}

/** The plan for the rest becomes the plan; going back in the browser brings the old one again. */
function GoOn({ page, rest }: { readonly page: Page; readonly rest: NonNullable<WeekAnswer["rest"]> }) {
  return (
    <button
      type="button"
      class="main"
      onClick={() => {
        page.dispatch({ kind: "show", view: "plan" });
        page.dispatch({
          kind: "go on",
          document: rest,
          notice: {
            kind: "done",
            text: "This is the plan for the rest of the period. Going back brings the old one.",
          },
        });
        page.focusNext("answer");
      }}
    >
      Make a new plan for the rest
    </button>
  );
}
