import type { Path } from "reverse-funnel";
import { activityFields } from "../form/stage-fields.js";
import { listAt } from "../state/plan-document.js";
import { FieldsView } from "./fields-view.js";
import type { Page } from "./page.js";
import { idOf } from "./place-id.js";

/** Work done for each unit of a stage, or for each win. */
export function ActivitiesView({ page, path }: { readonly page: Page; readonly path: Path }) {
  const activities = listAt(page.state.document, path);
  return (
    <div class="items">
      {activities.map((_, index) => (
        <fieldset class="item" key={index}>
          <legend>Activity {index + 1}</legend>
          <FieldsView page={page} fields={activityFields([...path, index])} />
          <button
            type="button"
            class="quiet"
            onClick={() => {
              page.dispatch({ kind: "remove", path, at: index });
              page.focusNext(`${idOf(path)}-add`);
            }}
          >
            Remove activity {index + 1}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        class="add"
        id={`${idOf(path)}-add`}
        onClick={() => {
          page.dispatch({ kind: "add", path, item: { name: "" } });
          page.focusNext(idOf([...path, activities.length, "name"]));
        }}
      >
        Add an activity
      </button>
    </div>
  );
}
