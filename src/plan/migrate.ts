import { findRenamed, type Renaming } from "../schema/find-renamed.js";
import { renameWords } from "../schema/rename-words.js";
import { planShape } from "./plan-schema.js";
import { snapshotShape } from "./snapshot.js";

/**
 * Brings a plan or a snapshot that was written in old words to the words of today: `needs` becomes `tasks`, `size`
 * becomes `headcount`, `through` becomes `asOf`. Nothing else changes, and nothing is judged: read the result with
 * `parsePlan` or `parseSnapshot`. What has no old words comes back equal.
 *
 * @example
 * ```ts
 * migrate({ rounding: "handover", needs: [{ name: "hire", minutes: 60, by: "2026-01-30" }] });
 * // => { rounding: "cascade", tasks: [{ name: "hire", minutes: 60, due: "2026-01-30" }] }
 * ```
 */
export function migrate(data: unknown): unknown {
  return renameWords(data, oldWords);
}

/** Lists the old words in a plan or a snapshot; data with `asOf` or `through` at its top is a snapshot. */
export function oldWords(data: unknown): Renaming[] {
  const isSnapshot = data !== null && typeof data === "object" && ("asOf" in data || "through" in data);
  return findRenamed(isSnapshot ? snapshotShape : planShape, data);
}
