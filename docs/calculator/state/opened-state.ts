import type { DocumentReading } from "../files/read-document.js";
import type { Remembered } from "../files/remembered.js";
import { happenedAs, NOTHING_YET } from "./happened.js";
import { startPlan } from "./start-plan.js";
import { firstState, type Notice, type State } from "./state.js";
import type { ViewName } from "./view-name.js";

/**
 * The page as it opens: with the plan of its address, else the one that this browser kept, else an example. What was kept of
 * what has happened comes back with the plan that it belongs to. Another plan is not remembered by itself: it would take the
 * place of the one that was kept.
 */
export function openedState(
  given: DocumentReading | null,
  kept: Remembered | null,
  view: ViewName,
  today: string,
): State {
  const document = given?.document ?? kept?.document ?? startPlan(today);
  const isKept = kept !== null && JSON.stringify(document) === JSON.stringify(kept.document);
  return firstState(document, {
    view,
    remembers: isKept,
    happened: isKept ? happenedAs(kept.happened, kept.from) : NOTHING_YET,
    notice: openingNotice(given, kept),
  });
}

function openingNotice(given: DocumentReading | null, kept: Remembered | null): Notice | null {
  if (given?.problem !== undefined) return { kind: "problem", text: given.problem };
  return given === null && kept !== null
    ? { kind: "done", text: "Your plan is open again, as this browser kept it." }
    : null;
}
