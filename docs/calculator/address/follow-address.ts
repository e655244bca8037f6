import type { DocumentReading } from "../files/read-document.js";
import type { PlanDocument } from "../state/plan-document.js";
import { searchFor, viewIn, type ViewName } from "../state/view-name.js";
import { fromFragment, toFragment } from "./address.js";

const PAUSE = 250;

let timer: ReturnType<typeof setTimeout> | undefined;
let newest: PlanDocument | undefined;
/** The plan that the address holds, to tell another one from the same in another part of the page. */
let shown = location.hash;

/** Hands over the part, and the plan where it is another one, whenever someone goes back or forth in the address. */
export function followAddress(take: (view: ViewName, reading: DocumentReading | null) => void): void {
  addEventListener("popstate", () => {
    const { hash, search } = location;
    if (hash === shown) {
      take(viewIn(search), null);
      return;
    }
    void fromFragment(hash).then((reading) => {
      // Whoever goes back twice at once means the second plan, whichever is read first.
      if (reading === null || location.hash !== hash) return;
      clearTimeout(timer);
      shown = hash;
      take(viewIn(search), reading);
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

/** Keeps the part of the page that is in sight in the address, as a new step. */
export function keepView(view: ViewName): void {
  history.pushState(null, "", `${location.pathname}${searchFor(view)}${location.hash}`);
}

async function write(document: PlanDocument, isAnother: boolean): Promise<void> {
  const fragment = await toFragment(document);
  if (document !== newest || location.hash === `#${fragment}`) return;
  shown = `#${fragment}`;
  if (isAnother) history.pushState(null, "", shown);
  else history.replaceState(null, "", shown);
}
