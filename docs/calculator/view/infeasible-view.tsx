import { applyChange, planFormat, sayReason, type InfeasibleSolution } from "reverse-funnel";
import { waysOut } from "../answer/ways-out.js";
import { NumberButton } from "./number-button.js";
import type { Page } from "./page.js";

interface Parts {
  readonly page: Page;
  readonly answer: InfeasibleSolution;
}

/** Why the goal cannot be reached, how much of it can, and what would do. */
export function InfeasibleView({ page, answer }: Parts) {
  const format = planFormat(answer.plan, page.format);
  const ways = waysOut(answer, format);
  return (
    <section class="out-of-reach" aria-labelledby="reasons-heading">
      <h3 id="reasons-heading">Why it cannot be reached</h3>
      <ul>
        {answer.reasons.map((reason, index) => (
          <li key={index}>{sayReason(reason, format)}</li>
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
              text={format.written(answer.nearest.amount)}
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
                <span>{text}</span>
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
                  Apply<span class="for-ears"> {text}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
