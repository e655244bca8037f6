import type { DocumentReading } from "../files/read-document.js";
import type { PlanDocument } from "../state/plan-document.js";
import { fromFragment, toFragment } from "./address.js";

const PAUSE = 250;

let timer: ReturnType<typeof setTimeout> | undefined;
let newest: PlanDocument | undefined;

/** Hands over the plan in the address whenever someone goes back or forth to one. */
export function followAddress(take: (reading: DocumentReading) => void): void {
  addEventListener("popstate", () => {
    const { hash } = location;
    void fromFragment(hash).then((reading) => {
      // Whoever goes back twice at once means the second plan, whichever is read first.
      if (reading === null || location.hash !== hash) return;
      clearTimeout(timer);
      take(reading);
    });
  });
}

/**
 * Keeps the plan in the address, a moment after the last letter. Another plan is a new step, so that going back brings the
 * old one again; typing is not.
 */
export function keepAddress(document: PlanDocument, isAnother: boolean): void {
  newest = document;
  clearTimeout(timer);
  if (isAnother) void write(document, true);
  else timer = setTimeout(() => void write(document, false), PAUSE);
}

async function write(document: PlanDocument, isAnother: boolean): Promise<void> {
  const fragment = await toFragment(document);
  if (document !== newest || location.hash === `#${fragment}`) return;
  if (isAnother) history.pushState(null, "", `#${fragment}`);
  else history.replaceState(null, "", `#${fragment}`);
}
