import { useMemo } from "preact/hooks";
import { AnswerView } from "./answer-view.js";
import { ExplainView } from "./explain-view.js";
import { FilesView } from "./files-view.js";
import { FormView } from "./form-view.js";
import type { Page } from "./page.js";
import { ShareView } from "./share-view.js";
import { StartView } from "./start-view.js";
import { ThemeButton } from "./theme-button.js";
import { Announcer } from "./announcer.js";
import { GlanceView } from "./glance-view.js";

/** The whole page. */
export function App({ page }: { readonly page: Page }) {
  const { notice, document: written, earlierPlans, draft, touched } = page.state;
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
        <nav aria-label="Site">
          <a href="../index.html">reverse-funnel</a>
          <ThemeButton />
        </nav>
        <h1>From your goal to today’s work</h1>
        <p class="lead">
          Say what you want to reach, read what to do each working day. The numbers are an example until you
          change them. Nothing you write leaves this page.
        </p>
        <StartView page={page} />
        <div role="status" class="notice-place">
          {notice !== null && <p class={`notice ${notice.kind}`}>{notice.text}</p>}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {useMemo(
          () => (
            <FormView key={earlierPlans} page={page} />
          ),
          // An answer that comes in changes nothing of the form.
          [written, earlierPlans, draft, touched, page.issues, page.style],
        )}
        <AnswerView page={page} />
      </main>
      <footer>
        <ShareView page={page} />
        <FilesView page={page} />
        <p class="hint">
          <a href="../index.html">Guides and examples</a> · <a href="licences.txt">Licences</a>
        </p>
      </footer>
      <GlanceView page={page} />
      <ExplainView page={page} />
      <Announcer page={page} />
    </>
  );
}
