import { copyPlainData } from "../schema/plain-data.js";
import { findRenamed, type Renaming } from "../schema/find-renamed.js";
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
  const copy = copyPlainData(data);
  return copy.issues.length > 0 ? data : renamed(copy.data, oldWords(copy.data));
}

/** Lists the old words in a plan or a snapshot; data with `asOf` or `through` at its top is a snapshot. */
export function oldWords(data: unknown): Renaming[] {
  const isSnapshot = data !== null && typeof data === "object" && ("asOf" in data || "through" in data);
  return findRenamed(isSnapshot ? snapshotShape : planShape, data);
}

/** Makes the renamed data; keys keep their order. */
function renamed(data: unknown, words: readonly Renaming[]): unknown {
  const here = words.filter(({ path }) => path.length === 0);
  if (here[0] !== undefined) return here[0].to;
  if (words.length === 0 || data === null || typeof data !== "object") return data;
  const below = (key: string | number): Renaming[] =>
    words
      .filter(({ path, what }) => path[0] === key && (path.length > 1 || what === "value"))
      .map((word) => ({ ...word, path: word.path.slice(1) }));
  if (Array.isArray(data)) return data.map((item, index) => renamed(item, below(index)));
  const names = new Map(
    words
      .filter(({ path, what }) => path.length === 1 && what === "key")
      .map(({ path, to }) => [path[0], to]),
  );
  return Object.fromEntries(
    Object.entries(data).map(([key, member]) => [names.get(key) ?? key, renamed(member, below(key))]),
  );
}
