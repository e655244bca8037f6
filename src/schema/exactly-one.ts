import type { IssueCode } from "./issue-code.js";
import { issueAt, type Issue, type Path } from "./issue.js";
import { fieldsOf } from "./fields.js";

/** Finds what says none or several of the kinds of which it must say one; `advice` is for the one that says none. */
export function exactlyOne(
  path: Path,
  written: object,
  kinds: readonly string[],
  code: IssueCode,
  advice: string,
  expected = `exactly one of ${kinds.join(", ")}`,
): Issue[] {
  const given = kinds.filter((kind) => fieldsOf(written)[kind] !== undefined);
  if (given.length === 1) return [];
  return given.length === 0
    ? [issueAt(path, undefined, { code, expected, advice })]
    : [issueAt(path, given.join(" and "), { code, expected, advice: "keep one of them" })];
}
