import type { DocumentReading } from "../files/read-document.js";
import type { PlanDocument } from "../state/plan-document.js";
import { fromFragment, toFragment } from "./address.js";

const PAUSE = 250;

let timer: ReturnType<typeof setTimeout> | undefined;
let newest: PlanDocument | undefined;

/**
 * Hands over the plan in the address: the one that the page was opened with, and each one that is gone back to. An address
 * without a plan gets the one that is shown.
 */
export function followAddress(shown: PlanDocument, take: (reading: DocumentReading) => void): void {
  const follow = () => {
    void fromFragment(location.hash).then((reading) => {
      if (reading !== null) take(reading);
      else if (newest === undefined) keepAddress(shown, false);
    });
  };
  follow();
  addEventListener("popstate", follow);
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
