import type { IssueCode } from "./issue-code.js";
import type { PlacedName } from "./duplicate-names.js";
import { issueAt, MOST_ISSUES, type Issue } from "./issue.js";
import { suggestion } from "./suggestion.js";

/** Finds names that are not among the known ones, and says which one was probably meant. */
export function unknownNames(
  named: readonly PlacedName[],
  known: ReadonlySet<string>,
  code: IssueCode,
  expected: string,
  advise: (name: string, known: readonly string[]) => string = suggestion,
): Issue[] {
  const unknown = named.filter(([name]) => !known.has(name)).slice(0, MOST_ISSUES);
  if (unknown.length === 0) return [];
  const names = [...known];
  return unknown.map(([name, path]) => issueAt(path, name, { code, expected, advice: advise(name, names) }));
}
