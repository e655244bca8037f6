import type { output, ZodMiniType } from "zod/mini";
import type { Issue } from "./issue.js";
import { copyPlainData } from "./plain-data.js";
import { shapeIssues } from "./shape-issues.js";

/**
 * A frozen copy of plain data of any origin, and what in it does not fit a shape. Only where there are no issues the data is
 * what its type says.
 */
export function parseShape<Shape extends ZodMiniType>(
  shape: Shape,
  written: unknown,
): { readonly data: output<Shape>; readonly issues: readonly Issue[] } {
  const copy = copyPlainData(written);
  const issues = copy.issues.length > 0 ? copy.issues : shapeIssues(shape, copy.data);
  return { data: copy.data as output<Shape>, issues };
}
