import type { Path } from "reverse-funnel";

/** A place of the plan as the id of its field: letters, digits and signs that may stand in an id. */
export function idOf(path: Path): string {
  return `at-${path
    .map((step) =>
      String(step)
        .slice(0, 80)
        .replace(/[^A-Za-z0-9]/gu, lettered),
    )
    .join("-")}`;
}

function lettered(character: string): string {
  return `_${(character.codePointAt(0) ?? 0).toString(36)}_`;
}
