import type { Punctuation } from "../reading/amount-text.js";
import { valueIn } from "../state/plan-document.js";
import { placeOf, type EditedDocument } from "../state/edited-document.js";
import type { Field, FieldSpec } from "./field.js";
import { fieldText } from "./field-text.js";
import { issueBeside, type Said } from "./issue-words.js";

/** What stands in a field now, and what is wrong with it. */
export function filledField(
  spec: FieldSpec,
  state: EditedDocument,
  issues: readonly Said[],
  punctuation: Punctuation,
): Field {
  const place = placeOf(spec.path);
  const drafted = state.draft !== null && placeOf(state.draft.path) === place ? state.draft.text : undefined;
  const text = drafted ?? fieldText(spec.kind, valueIn(state.document, spec.path), punctuation);
  const issue = issueBeside(issues, spec.path);
  const wanted = issue?.missing === true && text === "";
  const isQuiet = wanted && !state.touched.has(place);
  return { ...spec, text, wanted, problem: issue === undefined || isQuiet ? null : issue.text };
}
