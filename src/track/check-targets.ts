import type { Solution } from "../solve/answer.js";
import { agreedDay } from "./against-agreed.js";
import type { FoundCase } from "./found-case.js";
import { differencesFrom } from "./targets-difference.js";

/** Are the targets those that were agreed on, in a committed file? */
export function targetCase({ targets }: Solution, against: unknown): FoundCase {
  const differences = differencesFrom(targets, against) ?? null;
  const finding = { check: "targets", differences, agreedOn: agreedDay(against) } as const;
  if (differences === null) return { status: "failed", code: "targets.invalid", path: [], finding };
  return differences.length === 0
    ? { status: "passed", code: "targets", path: [], finding }
    : { status: "failed", code: "targets.changed", path: [], finding };
}
