import type { Solution } from "reverse-funnel";
import { funnelPicture } from "reverse-funnel/charts";
import { useMemo } from "preact/hooks";
import { remaining } from "../form/still-needed.js";
import { valueIn } from "../state/plan-document.js";
import { AssumptionsView } from "./assumptions-view.js";
import { BridgeView } from "./bridge-view.js";
import { HeadlineView, ThenView } from "./headline-view.js";
import { InfeasibleView } from "./infeasible-view.js";
import type { Page } from "./page.js";
import { PictureView } from "./picture-view.js";
import { PicturesView } from "./pictures-view.js";
import { SureView } from "./sure-view.js";
import { StageTable } from "./stage-table.js";

/** The answer to the plan: what to do each day first, then why. */
export function AnswerView({ page }: { readonly page: Page }) {
  const { answer, fresh } = page.state;
  const stale = !fresh && page.issues.length > 0;
  const waits = page.issues.length === 0;
  const words = remaining(page.issues);
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
      {answer === null ? (
        <>
          <Waiting words={words} waits={waits} />
          {valueIn(page.state.document, ["goal", "chance"]) !== undefined && (
            <SureView page={page} answer={null} />
          )}
        </>
      ) : (
        <Answered page={page} answer={answer} staleWords={stale ? words : null} />
      )}
    </section>
  );
}

interface Parts {
  readonly page: Page;
  readonly answer: Solution;
  /** What is still to be done before there is a newer answer; null while this is the newest. */
  readonly staleWords: string | null;
}

function Answered({ page, answer, staleWords }: Parts) {
  // A letter, or a step of the slider, that changes nothing of the answer need not draw it again.
  const drawnFor = [answer, staleWords, page.style] as const;
  return (
    <div class="answered">
      <div class="headline-place">
        {useMemo(
          () => (
            <>
              {staleWords !== null && (
                <p class="stale-note">The answer to what stood here before. {staleWords}</p>
              )}
              <HeadlineView page={page} answer={answer} />
            </>
          ),
          drawnFor,
        )}
      </div>
      <SureView page={page} answer={answer} />
      {useMemo(
        () => (
          <>
            <ThenView page={page} answer={answer} />
            {answer.status === "infeasible" && <InfeasibleView page={page} answer={answer} />}
            <PictureView page={page} picture={funnelPicture(answer)} titled={false} />
            <StageTable page={page} answer={answer} />
            <BridgeView page={page} answer={answer} />
            <PicturesView page={page} answer={answer} />
            <AssumptionsView page={page} answer={answer} />
          </>
        ),
        drawnFor,
      )}
    </div>
  );
}

/** Nothing can be said yet. */
function Waiting({ words, waits }: { readonly words: string; readonly waits: boolean }) {
  return <p class="waiting">{waits ? "One moment …" : `Your daily number will stand here. ${words}`}</p>;
}
