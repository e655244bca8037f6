import type { Solution } from "../solve/answer.js";
import { agreedDay } from "./against-agreed.js";
import type { FoundCase } from "./found-case.js";
import { differencesFrom } from "./targets-difference.js";

/** Are the targets those that were agreed on, in a committed file? */
export function targetCases({ targets }: Solution, against: unknown): FoundCase[] {
  const differences = differencesFrom(targets, against);
  const agreedOn = agreedDay(against);
  const found = (difference: Extract<FoundCase["finding"], { readonly check: "targets" }>["difference"]) =>
    ({ check: "targets", difference, agreedOn }) as const;
  if (differences === undefined)
    return [
      {
        status: "failed",
        code: "targets.invalid",
        path: [],
        finding: found("no targets"),
      },
    ];
  if (differences.length === 0)
    return [{ status: "passed", code: "targets", path: [], finding: found(null) }];
  return differences.map((difference) => ({
    status: "failed",
    code: "targets.changed",
    path: [],
    finding: found(difference),
  }));
}
