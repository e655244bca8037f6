import { pathText } from "reverse-funnel";
import { useLayoutEffect } from "preact/hooks";
import { learnedRates, type LearnedLine } from "../files/learned-rates.js";
import type { LearnedFile } from "../files/learned.js";
import { Fold } from "./fold.js";
import type { Page } from "./page.js";

interface Parts {
  readonly page: Page;
  readonly learned: LearnedFile;
  readonly done: () => void;
}

/** What an export says of the plan's rates, from how many deals, to be taken over or not. */
export function LearnedView({ page, learned, done }: Parts) {
  const { file, read, lines, changes, left } = learned;
  const rates = learnedRates(learned.before, changes, learned.rates);
  useLayoutEffect(() => {
    page.focusNext("learned-heading");
  }, [learned]);
  return (
    <div class="learned" aria-labelledby="learned-heading" role="group">
      <h3 id="learned-heading" tabIndex={-1}>
        What {file} says
      </h3>
      {rates.length > 0 && <Rates page={page} rates={rates} />}
      {changes.length > rates.length && (
        <p>
          And {changes.length - rates.length} more numbers: how long going on and losing take, or what a deal
          is worth.
        </p>
      )}
      {changes.length === 0 && <p>Nothing in it changes the plan.</p>}
      {left.length > 0 && (
        <ul>
          {left.map(({ path, why }) => (
            <li key={path.join(" ")}>
              {pathText(path)} stays as it is: {why.text}
            </li>
          ))}
        </ul>
      )}
      <Take page={page} learned={learned} done={done} />
      <Fold title="How the file was read" open={changes.length === 0}>
        <ul>
          {[...read, ...lines].map((line, index) => (
            <li key={index}>{line.trim()}</li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}

function Rates({ page, rates }: { readonly page: Page; readonly rates: readonly LearnedLine[] }) {
  const words = (rate: string | null) => (rate === null ? "–" : page.format.rate(rate));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">In the plan</th>
          <th scope="col">Learned</th>
          <th scope="col">From</th>
        </tr>
      </thead>
      <tbody>
        {rates.map(({ stage, written, learned: { rate, low, high, won, of } }) => (
          <tr key={stage}>
            <th scope="row">
              <span class="what">{stage}</span>
            </th>
            <td class="figure">{written}</td>
            <td class="figure">
              <strong>{words(rate)}</strong>
              <br />
              <span class="hint">
                {words(low)} to {words(high)}
              </span>
            </td>
            <td class="figure">
              {page.format.number(won)} of {page.format.number(of)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Take({ page, learned, done }: Parts) {
  const { file, changes } = learned;
  const numbers = `${changes.length} learned ${changes.length === 1 ? "number" : "numbers"}`;
  return (
    <p class="actions">
      {changes.length > 0 && (
        <button
          type="button"
          class="main"
          onClick={() => {
            page.dispatch({
              kind: "mend",
              document: { ...learned.plan },
              notice: { kind: "done", text: `${numbers} of ${file} are in the plan now.` },
            });
            done();
            page.focusNext("answer");
          }}
        >
          Take {numbers} into the plan
        </button>
      )}
      <button type="button" onClick={done}>
        {changes.length > 0 ? "Leave the plan as it is" : "Close"}
      </button>
    </p>
  );
}
