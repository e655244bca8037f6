import { FileChooser } from "./file-chooser.js";
import type { Page } from "./page.js";

/** Files that are dropped or chosen: a plan, what has happened, or an export of a CRM. They are read here and go nowhere. */
export function FilesView({ page }: { readonly page: Page }) {
  return (
    <section class="files" aria-labelledby="files-heading">
      <h2 id="files-heading">Open a file</h2>
      <p>
        Drop a plan anywhere on this page, or an export of your CRM (HubSpot, Salesforce, Pipedrive, any CSV
        or Excel table): it tells the rates from what happened, and how this week goes. A fresh page makes the
        plan from it.
      </p>
      <FileChooser page={page} id="file" label="Choose a file" />
    </section>
  );
}
