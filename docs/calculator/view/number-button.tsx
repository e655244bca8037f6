import type { Path } from "reverse-funnel";
import type { Page } from "./page.js";

interface Parts {
  readonly page: Page;
  /** The number as it is shown. */
  readonly text: string;
  /** What it counts, for those who hear the page. */
  readonly of: string;
  readonly at: Path;
}

/** A number of the answer that explains itself when it is pressed. */
export function NumberButton({ page, text, of, at }: Parts) {
  return (
    <button
      type="button"
      class="number"
      data-path={JSON.stringify(at)}
      aria-haspopup="dialog"
      onClick={() => {
        page.dispatch({ kind: "explain", path: at });
      }}
    >
      {text}
      <span class="for-ears"> {of}: why?</span>
    </button>
  );
}
