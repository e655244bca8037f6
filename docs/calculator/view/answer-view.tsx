import type { Solution } from "reverse-funnel";
import { AssumptionsView } from "./assumptions-view.js";
import { BridgeView } from "./bridge-view.js";
import { HeadlineView } from "./headline-view.js";
import { InfeasibleView } from "./infeasible-view.js";
import type { Page } from "./page.js";
import { PictureView } from "./picture-view.js";
import { StageTable } from "./stage-table.js";

/** The answer to the plan: what to do each day first, then why. */
export function AnswerView({ page }: { readonly page: Page }) {
  const { answer, fresh } = page.state;
  const stale = !fresh && page.issues.length > 0;
  return (
    <section
      id="answer"
      class={stale ? "answer stale" : "answer"}
      aria-labelledby="answer-heading"
      tabIndex={-1}
    >
      <h2 id="answer-heading" class="for-ears">
        The answer
      </h2>
      {stale && answer !== null && (
        <p class="stale-note">The answer to what stood here before. {howMany(page)}</p>
      )}
      {answer === null ? <Waiting page={page} /> : <Answered page={page} answer={answer} />}
    </section>
  );
}

function Answered({ page, answer }: { readonly page: Page; readonly answer: Solution }) {
  return (
    <div class="answered">
      <HeadlineView page={page} answer={answer} />
      {answer.status === "infeasible" && <InfeasibleView page={page} answer={answer} />}
      <PictureView page={page} answer={answer} />
      <StageTable page={page} answer={answer} />
      <BridgeView page={page} answer={answer} />
      <AssumptionsView page={page} answer={answer} />
    </div>
  );
}

/** Nothing can be said yet. */
function Waiting({ page }: { readonly page: Page }) {
  return (
    <p class="waiting">
      {page.issues.length === 0 ? "One moment …" : `Your daily number will stand here. ${howMany(page)}`}
    </p>
  );
}

function howMany({ issues }: Page): string {
  const missing = issues.filter(({ missing: isMissing }) => isMissing).length;
  const wrong = issues.length - missing;
  const parts = [
    missing === 0 ? "" : `${missing} ${missing === 1 ? "field is" : "fields are"} still needed`,
    wrong === 0 ? "" : `${wrong} ${wrong === 1 ? "entry needs" : "entries need"} another look`,
  ];
  const text = parts.filter((part) => part !== "").join(", ");
  return text === "" ? "" : `${text}.`;
}
