import type { Page } from "./page.js";

interface Parts {
  readonly page: Page;
  readonly id: string;
  readonly label: string;
}

/** Files to choose; they can be dropped anywhere on the page as well. */
export function FileChooser({ page, id, label }: Parts) {
  return (
    <>
      <label class="choose" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        multiple
        accept=".csv,.tsv,.xlsx,.yaml,.yml,.json,.txt"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) page.open(files);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
