import type { LearnedFile } from "../files/learned.js";
import { Announcer } from "./announcer.js";
import { FilesView } from "./files-view.js";
import { LateView } from "./late-view.js";
import type { Page } from "./page.js";
import { PlanView } from "./plan-view.js";
import { RememberView } from "./remember-view.js";
import { SiteBar } from "./site-bar.js";
import { StartView } from "./start-view.js";
import { useDrop } from "./use-drop.js";
import { useLate } from "./use-late.js";
import { ViewsNav } from "./views-nav.js";
import { withLateStyle } from "./with-late-style.js";

/** The whole page. */
export function App({ page }: { readonly page: Page }) {
  const { notice, view, learned } = page.state;
  const over = useDrop(page.open);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // The address holds the plan, so it is not changed to go there.
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        Skip to your plan
      </a>
      <header>
        <SiteBar />
        <div class="page-head">
          <h1>From your goal to today’s work</h1>
          <ViewsNav page={page} />
          <div class="notice-place">
            <div role="status">{notice !== null && <p class={`notice ${notice.kind}`}>{notice.text}</p>}</div>
            {notice === null && <p class="hint">Nothing you write or open here leaves this page.</p>}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} class={over ? "over" : undefined}>
        {view === "plan" && <StartView page={page} />}
        {learned !== null && <LateLearned page={page} learned={learned} />}
        {view === "plan" ? <PlanView page={page} /> : <LateView page={page} view={view} />}
      </main>
      <footer>
        {view === "plan" && <FilesView page={page} />}
        <RememberView page={page} />
        <p class="hint">
          <a href="licences.txt">Licences</a>
        </p>
      </footer>
      <Announcer page={page} />
    </>
  );
}

/** What an export says, once what shows it is there: most visits open none. */
function LateLearned({ page, learned }: { readonly page: Page; readonly learned: LearnedFile }) {
  const LearnedView = useLate(
    async () => (await withLateStyle(import("./learned-view.js"))).LearnedView,
    "learned",
  );
  if (LearnedView === undefined) return null;
  if (LearnedView === null)
    return <p class="problem">What {learned.file} says could not be shown. Open it again.</p>;
  return (
    <LearnedView
      page={page}
      learned={learned}
      done={() => {
        page.dispatch({ kind: "learned", learned: null });
      }}
    />
  );
}
