import type { PlanDocument } from "../state/plan-document.js";
import type { Supposed } from "../state/supposed.js";
import { specsInForm } from "./all-fields.js";
import type { FieldSpec } from "./field.js";
import { isSame } from "./within.js";

/** A field for each number that is supposed to be another, called what it is called among the levers. */
export function supposedSpecs(document: PlanDocument, supposed: readonly Supposed[]): readonly FieldSpec[] {
  const specs = specsInForm(document);
  return supposed.map(({ path, what }) => {
    const kind = specs.find((spec) => isSame(spec.path, path))?.kind ?? "text";
    return { path, kind, label: what.charAt(0).toUpperCase() + what.slice(1) };
  });
}
