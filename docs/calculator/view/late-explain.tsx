import { useRef } from "preact/hooks";
import type { Page } from "./page.js";
import { useLate } from "./use-late.js";
import { withLateStyle } from "./with-late-style.js";

/** Why a number is what it is: what shows it is fetched when a number is pressed for the first time. */
export function LateExplain({ page }: { readonly page: Page }) {
  const isWanted = useRef(false);
  isWanted.current ||= page.state.explained !== null;
  return isWanted.current ? <Explain page={page} /> : null;
}

function Explain({ page }: { readonly page: Page }) {
  const ExplainView = useLate(
    async () => (await withLateStyle(import("./explain-view.js"))).ExplainView,
    "explain",
  );
  if (ExplainView === undefined) return null;
  if (ExplainView === null)
    return <p class="problem">Where a number comes from could not be loaded. Load the page again.</p>;
  return <ExplainView page={page} />;
}
