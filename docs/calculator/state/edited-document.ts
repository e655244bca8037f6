import type { Path } from "reverse-funnel";
import { withValue, type PlanDocument } from "./plan-document.js";

/** What stands in the field that is being typed in, as it was typed. */
interface Draft {
  readonly path: Path;
  readonly text: string;
}

/** Plain data that somebody fills in field by field. */
export interface EditedDocument {
  readonly document: PlanDocument;
  readonly draft: Draft | null;
  /** The places that were typed in: what is missing there is a mistake, elsewhere it is yet to come. */
  readonly touched: ReadonlySet<string>;
}

/** Something that happens to a field. */
export type FieldAction =
  | { readonly kind: "write"; readonly path: Path; readonly to: unknown; readonly draft?: string }
  | { readonly kind: "leave"; readonly path: Path };

/** A place as one word, for sets and for the names of elements. */
export function placeOf(path: Path): string {
  return JSON.stringify(path);
}

/** The data after a field of it was written in or left. */
export function edit(edited: EditedDocument, action: FieldAction): EditedDocument {
  const { path } = action;
  if (action.kind === "leave") return leave(edited, path);
  const draft = action.draft === undefined ? null : { path, text: action.draft };
  return { ...edited, document: withValue(edited.document, path, action.to), draft };
}

/** A field that was left shows what its text was read as. */
export function leave({ document, draft, touched }: EditedDocument, path: Path): EditedDocument {
  const isDrafted = draft !== null && placeOf(draft.path) === placeOf(path);
  return {
    document,
    draft: isDrafted ? null : draft,
    touched: new Set([...touched, placeOf(path)]),
  };
}
