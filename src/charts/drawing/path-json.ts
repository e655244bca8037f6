import type { Path } from "../../schema/issue.js";

/** A path as JSON of plain characters: what would be made visible is written as JSON escapes it, so that it reads back. */
export function pathJson(path: Path): string {
  return JSON.stringify(path).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, (character) =>
    Array.from({ length: character.length }, (_, unit) => {
      return `\\u${character.charCodeAt(unit).toString(16).padStart(4, "0")}`;
    }).join(""),
  );
}
