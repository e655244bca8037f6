import type { Count } from "../number/measure.js";
import { isSafeCount } from "../number/ceiling.js";
import type { Whole } from "../number/ratio.js";
import { issueAt, type Path, type Problem } from "../schema/issue.js";
import { PlanError } from "../schema/plan-error.js";

/**
 * Takes a whole number into an answer as a count, and refuses one beyond 2^53 − 1 instead of printing a wrong one.
 *
 * @throws PlanError for a number beyond 2^53 − 1
 */
export function toCount(whole: Whole, path: Path): Count {
  if (isSafeCount(whole)) return whole;
  const problem: Problem = {
    code: "count.too-large",
    expected: "counts up to 9007199254740991",
    advice: "lower the goal, raise the rates or count in larger units",
  };
  throw new PlanError([issueAt(path, String(whole), problem)]);
}
