import type { IssueCode } from "../schema/issue-code.js";
import type { Path } from "../schema/issue.js";
import type { CheckFinding } from "../words/checks.js";
import type { Reason } from "../words/reasons.js";

/** What was checked: an issue of the plan, a reason why its goal is out of reach, or one of what a check looks at. */
export type CheckCode =
  | IssueCode
  | Reason["code"]
  | "plan"
  | "reachable"
  | "utilisation"
  | "personal-load"
  | "targets"
  | "targets.changed"
  | "targets.invalid"
  | "agreed"
  | "freshness"
  | "freshWithinDays"
  | "attainment"
  | "minAttainment"
  | "minChance"
  | "backtest"
  | "work"
  | "loss-limit";

/** One thing that was checked, before it is said. */
export interface FoundCase {
  readonly status: "passed" | "failed" | "skipped";
  readonly code: CheckCode;
  readonly path: Path;
  readonly finding: CheckFinding;
  /** Known when the plan was text. */
  readonly line?: number;
  readonly column?: number;
}
