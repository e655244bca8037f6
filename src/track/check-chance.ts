import { encodeExact } from "../number/exact-string.js";
import { nearestNumber } from "../number/nearest-number.js";
import { parseRate } from "../plan/rate.js";
import type { Plan } from "../plan/plan.js";
import type { FoundCase } from "./found-case.js";

/**
 * Is the goal as sure as `checks.minChance` insists?
 *
 * @param chance the chance that it has, from 0 to 1; null where it is not told
 * @param underWay whether it is the chance of the rest, after what has happened
 */
export function chanceCases({ checks, goals }: Plan, chance: number | null, underWay: boolean): FoundCase[] {
  if (checks?.minChance === undefined) return [];
  const least = parseRate(checks.minChance);
  const status = chance === null ? "skipped" : chance >= nearestNumber(least) ? "passed" : "failed";
  return [
    {
      ...{ status, code: "minChance", path: ["checks", "minChance"] },
      finding: {
        ...{ check: "chance", least: encodeExact(least), chance, underWay },
        ...(goals === undefined ? {} : { of: "all" }),
      },
    },
  ];
}
