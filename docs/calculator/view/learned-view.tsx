import { pathText } from "reverse-funnel";
import type { LearnedFile } from "../files/learned.js";
import type { PlanDocument } from "../state/plan-document.js";
import type { Page } from "./page.js";

interface Parts {
  readonly page: Page;
  readonly learned: LearnedFile;
  readonly done: () => void;
}

/** What an export says of the plan's rates, from how many deals, to be taken over or not. */
export function LearnedView({ page, learned, done }: Parts) {
  const { file, read, lines, changes, left } = learned;
  return (
    <div class="learned" aria-labelledby="learned-heading" role="group">
      <h3 id="learned-heading">What {file} says</h3>
      <ul>
        {[...read, ...lines].map((line, index) => (
          <li key={index}>{line.trim()}</li>
        ))}
      </ul>
      {left.length > 0 && (
        <>
          <p>Left as it is:</p>
          <ul>
            {left.map(({ path, why }) => (
              <li key={path.join(" ")}>
                {pathText(path)}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="actions">
        {changes.length > 0 && (
          <button
            type="button"
            class="main"
            onClick={() => {
              page.dispatch({
                kind: "mend",
                document: learned.plan as unknown as PlanDocument,
                notice: { kind: "done", text: `${changes.length} numbers of ${file} are in the plan now.` },
              });
              done();
            }}
          >
            Take {changes.length} learned {changes.length === 1 ? "number" : "numbers"} into the plan
          </button>
        )}
        <button type="button" onClick={done}>
          {changes.length > 0 ? "Leave the plan as it is" : "Close"}
        </button>
      </p>
    </div>
  );
}
