import type { Path } from "../schema/issue.js";
import type { CheckFinding } from "../words/checks.js";

/** One thing that was checked, before it is said. */
export interface FoundCase {
  readonly status: "passed" | "failed" | "skipped";
  readonly code: string;
  readonly path: Path;
  readonly finding: CheckFinding;
  /** Known when the plan was text. */
  readonly line?: number;
  readonly column?: number;
}
