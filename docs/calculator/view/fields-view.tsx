import type { FieldSpec } from "../form/field.js";
import { FieldView } from "./field-view.js";
import type { Page } from "./page.js";
import { idOf } from "./place-id.js";

interface Parts {
  readonly page: Page;
  readonly fields: readonly FieldSpec[];
}

/** Fields beside each other, as many as there is room for. */
export function FieldsView({ page, fields }: Parts) {
  return (
    <div class="fields">
      {fields.map((spec) => (
        <FieldView key={idOf(spec.path)} spec={spec} page={page} />
      ))}
    </div>
  );
}
