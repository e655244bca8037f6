import { encodeExact, parseExact, type ExactString } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { compare, divide, isPositive, isZero, type Ratio } from "../number/ratio.js";
import { parseProportion } from "../plan/rate.js";
import type { Solution } from "../solve/answer.js";
import type { Utilisation } from "../workload/activity-target.js";
import type { FoundCase } from "./found-case.js";

/** So many single changes are named; the answer of solve has all of them. */
const NAMED = 3;

/** Can the goal be reached? One failure for each reason why not. */
export function reachableCases(solution: Solution): FoundCase[] {
  if (solution.status === "feasible")
    return [
      {
        status: "passed",
        code: "reachable",
        path: ["goal"],
        finding: { check: "reachable", reason: null, fixes: [] },
      },
    ];
  const fixes = solution.fixes.slice(0, NAMED);
  return solution.reasons.map((reason) => ({
    status: "failed",
    code: reason.code,
    path: reason.path,
    finding: { check: "reachable", reason, fixes },
  }));
}

/** Has each team room for what it is asked, in each week? One failure for each team and week where it has not. */
export function utilisationCases({ plan, targets }: Solution): FoundCase[] {
  const written = plan.checks?.maxUtilisation;
  if (written === undefined) return [];
  const limit = parseProportion(written);
  const most = encodeExact(limit);
  const path = ["checks", "maxUtilisation"];
  const found = (status: "passed" | "failed", over: OverRow | null): FoundCase => ({
    ...{ status, code: "utilisation", path },
    finding: { check: "utilisation", most, over },
  });
  // Where no number of wins meets the goal, nobody is asked for anything.
  const over = (targets?.utilisation ?? []).filter((row) => isOver(row, limit));
  if (over.length === 0) return [found("passed", null)];
  return over.map(({ team, week, demand, capacity }) => found("failed", { team, week, demand, capacity }));
}

type OverRow = Pick<Utilisation, "team" | "week" | "demand" | "capacity">;

function isOver({ demand, capacity }: OverRow, most: Ratio): boolean {
  const [needed, room] = [ratioOf(demand), ratioOf(capacity)];
  return isZero(room) ? isPositive(needed) : compare(divide(needed, room), most) > 0;
}

function ratioOf(exact: ExactString): Ratio {
  return must(parseExact(exact), "a figure of the answer");
}
