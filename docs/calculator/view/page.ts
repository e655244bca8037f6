import type { Format, NumberStyle, Plan } from "reverse-funnel";
import type { Said } from "../form/issue-words.js";
import type { State } from "../state/state.js";
import type { Action } from "../state/update.js";

/** What every part of the page is given: what is known, and a way to say what happened. */
export interface Page {
  readonly state: State;
  /** The plan as it is written now, where it is a right one. */
  readonly plan: Plan | null;
  readonly issues: readonly Said[];
  /** How figures are punctuated here. */
  readonly style: NumberStyle;
  /** How figures of the answer are written here. */
  readonly format: Format;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly dispatch: (action: Action) => void;
  /** Reads a file that was chosen or dropped. */
  readonly open: (file: File) => void;
  /** Moves the focus, once the page is drawn again, to the element with this id. */
  readonly focusNext: (id: string) => void;
}
