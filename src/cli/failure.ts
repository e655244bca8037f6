import type { Issue } from "../schema/issue.js";
import { nearestName } from "../schema/suggestion.js";

/** The command was used in a way that makes no sense: exit code 2, the message and where to find help. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What was handed in is wrong: exit code 2, one line for each issue. */
export class InputError extends Error {
  override readonly name = "InputError";

  readonly file: string;
  readonly issues: readonly Issue[];

  constructor(file: string, issues: readonly Issue[]) {
    super(`${file} has ${issues.length} issues`);
    this.file = file;
    this.issues = issues;
  }
}

/** Names the known word that was most likely meant, or all of them. */
export function nearestHint(typed: string, known: readonly string[]): string {
  const near = nearestName(
    typed.replace(/^-+/, ""),
    known.map((word) => word.replace(/^-+/, "")),
  );
  const meant = known.find((word) => word.replace(/^-+/, "") === near);
  return meant === undefined ? `known are ${known.join(", ")}` : `did you mean ${meant}?`;
}
