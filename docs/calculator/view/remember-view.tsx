import type { Page } from "./page.js";

/** Whether this browser keeps the plan for the next visit: only if one says so. */
export function RememberView({ page }: { readonly page: Page }) {
  return (
    <p class="remember">
      <label>
        <input
          type="checkbox"
          checked={page.state.remembers}
          onChange={({ currentTarget }) => {
            page.dispatch({ kind: "remember", remembers: currentTarget.checked });
          }}
        />
        Remember my plan and counts in this browser
      </label>
    </p>
  );
}
