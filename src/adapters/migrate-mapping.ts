import { isList, isRecord } from "../schema/fields.js";
import { findRenamed, type Renaming } from "../schema/find-renamed.js";
import { newNameOf } from "../schema/renamed.js";
import { renameWords } from "../schema/rename-words.js";
import { shapeOf } from "../schema/schema-at.js";
import { mappingShape } from "./parse-mapping.js";

/**
 * Brings a mapping that was written in old words to the words of today: `pipeline` becomes `crmPipeline`. Nothing else
 * changes, and nothing is judged: read the result with `safeParseMapping`.
 *
 * @example
 * ```ts
 * migrateMapping({ columns: { id: "Deal" }, pipeline: "New business" });
 * // => { columns: { id: "Deal" }, crmPipeline: "New business" }
 * ```
 */
export function migrateMapping(data: unknown): unknown {
  return renameWords(data, oldMappingWords);
}

/** Lists the old words in a mapping. */
export function oldMappingWords(data: unknown): Renaming[] {
  return findRenamed(mappingShape, data);
}

/**
 * Whether data is a mapping, not a plan or a snapshot: each of its keys is one of a mapping, today or before. What plans have
 * too is told apart by its form: a mapping names a pipeline of the CRM, and the stages of its funnel.
 */
export function isMapping(data: unknown): boolean {
  if (!isRecord(data)) return false;
  const known = Object.keys(shapeOf(mappingShape) ?? {});
  const keys = Object.keys(data);
  const { funnel, pipeline } = data;
  return (
    keys.length > 0 &&
    keys.every((key) => known.includes(key) || newNameOf(key, known) !== undefined) &&
    !isRecord(pipeline) &&
    !(isList(funnel) && funnel.some(isRecord))
  );
}
