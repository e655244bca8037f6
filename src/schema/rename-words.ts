import { copyPlainData } from "./plain-data.js";
import type { Renaming } from "./find-renamed.js";

/** Plain data with new words in the place of the old ones that are found in it; what is no plain data comes back as it is. */
export function renameWords(data: unknown, find: (data: unknown) => readonly Renaming[]): unknown {
  const copy = copyPlainData(data);
  return copy.issues.length > 0 ? data : renamed(copy.data, find(copy.data));
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
