import { searchFor, VIEWS, type ViewName } from "../state/view-name.js";
import type { Page } from "./page.js";

const TITLES: Readonly<Record<ViewName, string>> = {
  plan: "Plan",
  week: "This week",
  "what-if": "What if",
  take: "Take along",
};

/** The ways between the parts of the page. */
export function ViewsNav({ page }: { readonly page: Page }) {
  return (
    <nav class="views" aria-label="Parts of this page">
      <ul>
        {VIEWS.map((view) => (
          <li key={view}>
            <a
              href={`${location.pathname}${searchFor(view)}${location.hash}`}
              aria-current={page.state.view === view ? "page" : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                page.dispatch({ kind: "show", view });
              }}
            >
              {TITLES[view]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
