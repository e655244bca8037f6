import { parsePlan } from "../../src/plan/parse.js";
import type { Solution, Targets } from "../../src/solve/answer.js";
import { solve } from "../../src/solve/solve.js";
import type { PlainPlan } from "../oracle/plain-plan.js";

/** Solves a generated plan, which is of no type that the library knows. */
export function solved(plan: PlainPlan): Solution {
  return solve(parsePlan(plan));
}

/** What it takes; undefined where that is not finite. */
export function targetsOf(plan: PlainPlan): Targets | undefined {
  return solve(parsePlan(plan), { fixes: false }).targets ?? undefined;
}

/** Work at a source, on a day or, without dates, in all. */
export interface Work {
  readonly stage: string;
  readonly on: string | null;
  readonly count: number;
}

/** The work at the sources, day by day or, without dates, in all. */
export function workOf({ path, period }: Targets): Work[] {
  const sources = path.filter(({ kind }) => kind === "work");
  if (period.kind === "undated")
    return sources.map(({ stage, total }) => ({ stage, on: null, count: total }));
  return sources.flatMap(({ stage, days }) => days.map((day): Work => ({ stage, ...day })));
}
