import { safeParseMapping } from "reverse-funnel/adapters";
import type { PlanDocument } from "../state/plan-document.js";
import type { Meant } from "./read-export.js";

/** How an export is meant; or what is wrong with the map that should say so. */
type MeantReading =
  | { readonly meant: Meant; readonly problem?: undefined }
  | { readonly meant?: undefined; readonly problem: string };

/** Reads a map of an export; where there is none, the export speaks for itself. */
export function meantBy(mapping: PlanDocument | null): MeantReading {
  if (mapping === null) return { meant: {} };
  const result = safeParseMapping(mapping);
  if (!result.success) return { problem: `The map of the export: ${result.error.message}` };
  // The stages are always those of the plan, or of the file itself.
  return { meant: result.data };
}
