import { useState } from "preact/hooks";
import { openFile, type Opened } from "../files/open-file.js";
import { LearnedView } from "./learned-view.js";
import type { Page } from "./page.js";
import { useDrop } from "./use-drop.js";

/** Files that are dropped or chosen: a plan, or an export of a CRM. They are read here and go nowhere. */
export function FilesView({ page }: { readonly page: Page }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const take = (file: File) => {
    setOpened(null);
    void openFile(file, page.state.document, page.today).then((result) => {
      if (result.kind === "plan")
        page.dispatch({
          kind: "replace",
          document: result.document,
          notice: { kind: "done", text: result.said },
        });
      setOpened(result);
      if (result.kind === "learned") setTimeout(showLearned);
    });
  };
  const over = useDrop(take);
  return (
    <section class={over ? "files over" : "files"} aria-labelledby="files-heading">
      <h2 id="files-heading">Open a file</h2>
      <p>
        Drop a plan (YAML or JSON) anywhere on this page, or an export of your CRM (CSV) to learn the rates
        from what happened: an empty plan is made from it. Files are read in this page and never leave it.
      </p>
      <label class="choose" for="file">
        Choose a file
      </label>
      <input
        id="file"
        type="file"
        accept=".yaml,.yml,.json,.csv,.tsv,.txt"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) take(file);
          currentTarget.value = "";
        }}
      />
      <div role="status">{opened?.kind === "problem" && <p class="problem">{opened.problem}</p>}</div>
      {opened?.kind === "learned" && (
        <LearnedView
          page={page}
          learned={opened.learned}
          done={() => {
            setOpened(null);
          }}
        />
      )}
    </section>
  );
}

/** Wherever on the page the file was dropped: what it says is shown. */
function showLearned(): void {
  document.getElementById("learned-heading")?.focus();
}
