import { sayChance, sayHowOften, type Solution } from "reverse-funnel";
import { chancePercent, LEAST_CHANCE, MOST_CHANCE, nearestPlace } from "../reading/chance-percent.js";
import { issueBeside } from "../form/issue-words.js";
import { valueIn } from "../state/plan-document.js";
import { Problem } from "./field-view.js";
import type { Page } from "./page.js";
import { idOf } from "./place-id.js";

const PATH = ["goal", "chance"];
const ID = idOf(PATH);

interface SureParts {
  readonly page: Page;
  /** Null while there is none yet. */
  readonly answer: Solution | null;
}

/** How sure the goal is, and a slider that asks for more: the daily numbers follow it. */
export function SureView({ page, answer }: SureParts) {
  const asked = valueIn(page.state.document, PATH);
  const issue = issueBeside(page.issues, PATH);
  const described = [`${ID}-words`, ...(issue === undefined ? [] : [`${ID}-problem`])].join(" ");
  return (
    <section class="sure" aria-labelledby={`${ID}-heading`}>
      <h3 id={`${ID}-heading`}>How sure?</h3>
      <div class="sure-line">
        {/* Of several goals the plan's text says how sure. */}
        {valueIn(page.state.document, ["goals"]) === undefined && (
          <Slider page={page} asked={asked} reached={reachedOf(answer)} described={described} />
        )}
        {asked !== undefined && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              page.dispatch({ kind: "write", path: PATH, to: undefined });
              page.focusNext(ID);
            }}
          >
            Take out
          </button>
        )}
      </div>
      <p class="hint" id={`${ID}-words`}>
        {wordsOf(page, answer)}
      </p>
      {issue !== undefined && <Problem path={PATH} text={issue.text} />}
    </section>
  );
}

interface SliderParts {
  readonly page: Page;
  readonly asked: unknown;
  /** How sure it is now; null where that is not told. */
  readonly reached: number | null;
  readonly described: string;
}

function Slider({ page, asked, reached, described }: SliderParts) {
  const percent = asked === undefined ? nearestPlace(reached ?? 0) : chancePercent(asked);
  if (percent === null) return <span id={ID}>Asked for as it stands in the plan’s text.</span>;
  const now = reached === null ? "not asked for" : `${page.format.rate(String(reached))} as it is`;
  const words = asked === undefined ? now : `${percent}% asked for`;
  return (
    <>
      <input
        type="range"
        id={ID}
        aria-labelledby={`${ID}-heading`}
        aria-describedby={described}
        aria-valuetext={words}
        min={LEAST_CHANCE}
        max={MOST_CHANCE}
        step={1}
        value={percent}
        onInput={({ currentTarget }) => {
          page.dispatch({ kind: "write", path: PATH, to: `${currentTarget.value}%` });
        }}
      />
      <output for={ID}>{words}</output>
    </>
  );
}

function reachedOf(answer: Solution | null): number | null {
  return answer?.targets?.chance?.reached ?? null;
}

/** How sure it is, and what that means; or how to be surer, where no chance is told. */
function wordsOf({ format }: Page, answer: Solution | null): string {
  const reached = reachedOf(answer);
  if (answer?.status !== "feasible" || answer.targets.chance === null || reached === null)
    return "Move the slider to say how sure you want to be.";
  const sure = sayChance(answer.plan, answer.targets.chance, format);
  return `${sure ?? ""} ${sayHowOften(answer.plan, reached, format)}`;
}
