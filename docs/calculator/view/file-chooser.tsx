import type { Page } from "./page.js";

interface Parts {
  readonly page: Page;
  readonly id: string;
  readonly label: string;
}

/** A file to choose; one can be dropped anywhere on the page as well. */
export function FileChooser({ page, id, label }: Parts) {
  return (
    <>
      <label class="choose" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.xlsx,.yaml,.yml,.json,.txt"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) page.open(file);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
