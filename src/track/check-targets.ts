import type { Solution } from "../solve/answer.js";
import type { FoundCase } from "./found-case.js";
import { differencesFrom } from "./targets-difference.js";

/** Are the targets those that were agreed on, in a committed file? */
export function targetCases({ targets }: Solution, against: unknown): FoundCase[] {
  const differences = differencesFrom(targets, against);
  if (differences === undefined)
    return [
      {
        status: "failed",
        code: "targets.invalid",
        path: [],
        finding: { check: "targets", difference: "no targets" },
      },
    ];
  if (differences.length === 0)
    return [{ status: "passed", code: "targets", path: [], finding: { check: "targets", difference: null } }];
  return differences.map((difference) => ({
    status: "failed",
    code: "targets.changed",
    path: [],
    finding: { check: "targets", difference },
  }));
}
