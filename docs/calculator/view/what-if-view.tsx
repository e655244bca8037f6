import { useMemo } from "preact/hooks";
import type { LeverLine, WhatIfAnswer, WhatIfQuestion } from "../answer/what-if.js";
import { supposedSpecs } from "../form/supposed-fields.js";
import { saidIssues } from "../form/issue-words.js";
import { placeOf } from "../state/edited-document.js";
import { supposedPlan, type Supposed } from "../state/supposed.js";
import { SectionView } from "./blocks-view.js";
import { FieldView } from "./field-view.js";
import type { Page } from "./page.js";
import { idOf } from "./place-id.js";
import { useAnswer } from "./use-answer.js";

/** What moving a number does, and the plan beside one changed version of it. */
export function WhatIfView({ page }: { readonly page: Page }) {
  const { supposed } = page.state;
  const question = useMemo<WhatIfQuestion | null>(
    () =>
      page.plan === null
        ? null
        : { plan: page.plan, changes: supposed.map(({ path, to }) => ({ path, to })) },
    [page.plan, supposed],
  );
  const { answer, isFresh, problem } = useAnswer<WhatIfAnswer>("what-if-worker", question);
  if (question === null)
    return <p class="waiting">Put the plan right first: then its numbers can be moved.</p>;
  return (
    <div class={isFresh ? "what-if-view" : "what-if-view waits"}>
      <section class="levers" aria-labelledby="levers-heading">
        <h2 id="levers-heading">Which number is worth moving?</h2>
        {problem !== null && <p class="problem">{problem}</p>}
        {answer === null ? <p class="waiting">One moment …</p> : <LeverChart page={page} answer={answer} />}
      </section>
      {answer !== null && (
        <section class="versions" aria-labelledby="versions-heading">
          <h2 id="versions-heading">The plan, and the plan with a change</h2>
          {supposed.length === 0 ? (
            <p class="waiting">
              Press a bar: both versions then stand here side by side, in money and in work.
            </p>
          ) : (
            <Versions page={page} answer={answer} />
          )}
        </section>
      )}
    </div>
  );
}

const MEASURES: Readonly<Record<NonNullable<WhatIfAnswer["measure"]>, string>> = {
  "minutes a day": "minutes of work a day",
  "units a day": "units to start a day",
  outcome: "expected of today’s plan",
};

function LeverChart({ page, answer }: { readonly page: Page; readonly answer: WhatIfAnswer }) {
  const { measure, levers } = answer;
  if (measure === null) return <p>No number of this plan moves anything.</p>;
  return (
    <>
      <p class="hint">
        A tenth more of each, the strongest first: what it changes in {MEASURES[measure]}
        {levers.some(({ outcome }) => outcome !== "") && ", and what the work planned today then brings"}.
        Press one to try it.
      </p>
      <ul class="lever-bars">
        {levers.slice(0, MOST).map((line) => (
          <LeverBar key={placeOf(line.change.path)} page={page} line={line} />
        ))}
      </ul>
    </>
  );
}

/** Weaker levers than these are hardly worth a look. */
const MOST = 12;

function LeverBar({ page, line }: { readonly page: Page; readonly line: LeverLine }) {
  const { what, by, change, effect, share, more, outcome } = line;
  const place = placeOf(change.path);
  const isOn = page.state.supposed.some(({ path }) => placeOf(path) === place);
  return (
    <li>
      <button
        type="button"
        class={`lever ${more === "hurts" ? "hurts" : "helps"}`}
        aria-pressed={isOn}
        onClick={() => {
          page.dispatch(
            isOn ? { kind: "let be", path: change.path } : { kind: "suppose", one: { ...change, what } },
          );
        }}
      >
        <span class="lever-what">
          {sentenceCase(what)} <b>{by}</b>
        </span>
        <svg class="lever-bar" viewBox="-50 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect x={share < 0 ? 50 * share : 0} y="1" width={Math.max(0.5, Math.abs(50 * share))} height="8" />
          <line x1="0" y1="0" x2="0" y2="10" />
        </svg>
        <span class="lever-effect">
          {effect}
          {outcome !== "" && <span class="hint"> brings {outcome}</span>}
        </span>
      </button>
    </li>
  );
}

function Versions({ page, answer }: { readonly page: Page; readonly answer: WhatIfAnswer }) {
  const { document, supposed } = page.state;
  const changed = supposedPlan(document, supposed);
  const specs = supposedSpecs(document, supposed);
  const issues = saidIssues(changed, answer.issues);
  const form: Page = {
    ...page,
    state: { ...page.state, document: changed, draft: null, touched: new Set() },
    issues,
    dispatch: (action) => {
      const one = action.kind === "write" ? whichOf(supposed, action.path) : undefined;
      if (action.kind === "write" && one !== undefined)
        page.dispatch({ kind: "suppose", one: { ...one, to: action.to } });
    },
  };
  return (
    <>
      <div class="supposed">
        {specs.map((spec) => (
          <div class="one-supposed" key={idOf(spec.path)}>
            <FieldView page={form} spec={spec} />
            <button
              type="button"
              class="quiet"
              onClick={() => {
                page.dispatch({ kind: "let be", path: spec.path });
                page.focusNext("versions-heading");
              }}
            >
              Leave as planned<span class="for-ears">: {spec.label}</span>
            </button>
          </div>
        ))}
      </div>
      {answer.sections.slice(0, 1).map((section) => (
        <SectionView key={section.title} page={page} section={section} />
      ))}
      <p class="actions">
        <button
          type="button"
          class="main"
          disabled={issues.length > 0}
          onClick={() => {
            page.dispatch({
              kind: "adopt",
              notice: {
                kind: "done",
                text: "The changed version is the plan now. Going back brings the old one.",
              },
            });
          }}
        >
          Make the changed version the plan
        </button>
      </p>
    </>
  );
}

function whichOf(supposed: readonly Supposed[], path: Supposed["path"]): Supposed | undefined {
  return supposed.find((each) => placeOf(each.path) === placeOf(path));
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
