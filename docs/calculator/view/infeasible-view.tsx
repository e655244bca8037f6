import { applyChange, type InfeasibleSolution } from "reverse-funnel";
import { exactWords, sentenceWords } from "../answer/number-words.js";
import { waysOut } from "../answer/ways-out.js";
import { NumberButton } from "./number-button.js";
import type { Page } from "./page.js";

interface Parts {
  readonly page: Page;
  readonly answer: InfeasibleSolution;
}

/** Why the goal cannot be reached, how much of it can, and what would do. */
export function InfeasibleView({ page, answer }: Parts) {
  const say = (text: string) => sentenceWords(text, answer.plan, page.style);
  const ways = waysOut(answer);
  return (
    <section class="out-of-reach" aria-labelledby="reasons-heading">
      <h3 id="reasons-heading">Why it cannot be reached</h3>
      <ul>
        {answer.reasons.map(({ text }, index) => (
          <li key={index}>{say(text)}</li>
        ))}
      </ul>
      <p>
        {answer.nearest === null ? (
          "As the plan stands, not even a goal of 0 can be reached."
        ) : (
          <>
            The most that can be reached:{" "}
            <NumberButton
              page={page}
              text={exactWords(answer.nearest.amount, page.style)}
              of="most that can be reached"
              at={["nearest", "amount"]}
            />
          </>
        )}
      </p>
      {ways.length > 0 && (
        <>
          <h3>Any one of these would do</h3>
          <ul class="ways-out">
            {ways.map(({ text, change }) => (
              <li key={change.path.join(" ")}>
                <span>{say(text)}</span>
                <button
                  type="button"
                  onClick={() => {
                    const plan = applyChange(answer.plan, change);
                    page.dispatch({
                      kind: "mend",
                      document: { ...plan },
                      notice: { kind: "done", text: `Done: ${text}` },
                    });
                    page.focusNext("answer");
                  }}
                >
                  Apply<span class="for-ears"> {say(text)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
