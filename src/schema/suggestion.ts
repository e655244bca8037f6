const LONGEST_NAME = 40;
/** So many names are compared; a list of more is no list that someone mistyped a word of. */
const MOST_NAMES = 100;
/** So many are printed when none is near. */
const PRINTED = 14;

/** Finds the known name that a typed name most likely meant, or undefined when none is near. */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  if (typed.length > LONGEST_NAME) return undefined;
  const wanted = fold(typed);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of known.slice(0, MOST_NAMES)) {
    const candidate = fold(name);
    // As many letters as the lengths differ by are missing or too many.
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, candidate);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}

/** Case and the characters between words are not what a typo is about. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/** Counts the insertions, deletions, changes and swaps of neighbours that turn one word into the other. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length] ?? 0;
}

/** The end of a sentence that names the nearest known word, or lists the known ones where none is near. */
export function suggestion(typed: unknown, known: readonly string[]): string {
  const near = typeof typed === "string" ? nearestName(typed, known) : undefined;
  if (near !== undefined) return `did you mean ${JSON.stringify(near)}`;
  const printed = known.slice(0, PRINTED).map((name) => name.slice(0, LONGEST_NAME));
  const more = known.length > PRINTED ? `, … (${known.length} in all)` : "";
  return `write one of ${printed.join(", ")}${more}`;
}
