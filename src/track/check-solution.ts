import { encodeExact, parseExact, type ExactString } from "../number/exact-string.js";
import { at, must } from "../number/invariant.js";
import { compare, divide, isPositive, isZero, ONE, subtract, type Ratio } from "../number/ratio.js";
import { parseProportion } from "../plan/rate.js";
import type { Solution } from "../solve/answer.js";
import type { Utilisation } from "../workload/activity-target.js";
import type { CheckFinding } from "../words/checks.js";
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

/** Is somebody asked for more than their own minutes in a week in which the team has room? One failure for each person. */
export function personalLoadCases({ targets }: Solution): FoundCase[] {
  const found = (
    status: "passed" | "failed",
    path: FoundCase["path"],
    over: OverPerson | null,
  ): FoundCase => ({
    ...{ status, code: "personal-load", path },
    finding: { check: "personal-load", over },
  });
  const weeks = (targets?.utilisation ?? [])
    .filter((row) => row.of === "minutes" && !isOver(row, ONE))
    .flatMap(({ team, week, people }) => people.map((person) => ({ ...person, team, week })));
  if (weeks.length === 0) return [];
  const people = new Map<string, (typeof weeks)[number][]>();
  for (const week of weeks.filter(({ isOver: over }) => over)) {
    const key = JSON.stringify([week.team, week.name]);
    people.set(key, [...(people.get(key) ?? []), week]);
  }
  if (people.size === 0) return [found("passed", ["teams"], null)];
  return [...people.values()].map((own) => {
    const worst = own.reduce(
      (most, each) => (compare(excessOf(each), excessOf(most)) > 0 ? each : most),
      at(own, 0),
    );
    const { team, name, week, demand, capacity } = worst;
    return found("failed", ["teams", team, "people"], {
      name,
      week,
      demand,
      capacity,
      otherWeeks: own.length - 1,
    });
  });
}

type OverPerson = NonNullable<Extract<CheckFinding, { readonly check: "personal-load" }>["over"]>;

function excessOf({ demand, capacity }: Pick<OverRow, "demand" | "capacity">): Ratio {
  return subtract(ratioOf(demand), ratioOf(capacity));
}

type OverRow = Pick<Utilisation, "team" | "week" | "demand" | "capacity">;

function isOver({ demand, capacity }: Pick<OverRow, "demand" | "capacity">, most: Ratio): boolean {
  const [needed, room] = [ratioOf(demand), ratioOf(capacity)];
  return isZero(room) ? isPositive(needed) : compare(divide(needed, room), most) > 0;
}

function ratioOf(exact: ExactString): Ratio {
  return must(parseExact(exact), "a figure of the answer");
}
