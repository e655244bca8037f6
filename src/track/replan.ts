import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import { compilePlan, type DatedPlan } from "../model/compile.js";
import type { SolveOptions } from "../model/options.js";
import { valueAt } from "../plan/change.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Path } from "../schema/issue.js";
import type { Fix } from "../words/fixes.js";
import type { NearestGoal } from "../diagnose/nearest-goal.js";
import type { Solution } from "../solve/answer.js";
import { canBeMet } from "../solve/can-be-met.js";
import type { Compiled } from "../solve/compiled.js";
import { deepFreeze } from "../solve/freeze.js";
import { solveCompiled } from "../solve/solve.js";
import { planFormat } from "../words/plan-format.js";
import { sayReplanned, type ReplannedKind } from "../words/replanned.js";
import { compileDatedPlan, compileSnapshotFor } from "./dated.js";
import type { RateChoice } from "./observed-rates.js";
import { restOfPlan } from "./rest-of-plan.js";

/** How a plan for the rest of the period is made. */
export interface ReplanOptions extends SolveOptions {
  /**
   * The rates of the new plan: as `"planned"` (default), as `"seen"` so far where units have had the time to go on, or
   * `{ blend: 20 }`, where the planned rate counts as much as twenty units seen.
   */
  readonly rates?: RateChoice | undefined;
}

/** What was changed in a plan, and why. */
interface Replanned {
  /** The number that is different. */
  readonly path: Path;
  /** What the old plan says; null where it says nothing. */
  readonly from: unknown;
  /** What the new one says; undefined where it says nothing. */
  readonly to: unknown;
  /** Why it is different; `code` tells the reasons apart. */
  readonly reason: ReplannedKind;
  /** The change and its reason in a sentence. */
  readonly text: string;
}

/** The plan for the rest of the period. */
export interface Replan<Stage extends string = string, Team extends string = string> {
  /** The snapshot's day. */
  readonly asOf: string;
  /** The plan for what is left of the period. */
  readonly plan: Plan<Stage, Team>;
  /** Everything that differs from the old plan; made one after the other they turn it into the new one. */
  readonly changes: readonly Replanned[];
  /** Its answer. */
  readonly solution: Solution<Stage, Team>;
  /** Where the rest is out of reach: the greatest goal for it; null where nothing can be reached, or all can. */
  readonly nearest: NearestGoal | null;
  /** Each single change that is enough; empty where the rest is within reach. */
  readonly fixes: readonly Fix[];
}

/**
 * What must be done from tomorrow on, given what has happened?
 *
 * Makes a new plan from the day after the snapshot to the period's end: the amount less what was achieved net, the base as
 * it is now, the churn that is still to come, the pipeline of the snapshot, the same buffer on what remains. Before the
 * period's first day, with nothing done, it is the old plan. On the period's last day and after it no day of work is left:
 * the answer is then whether the goal is reached.
 *
 * @param plan a plan, which is read, or one that was compiled, which is taken as it is
 * @throws PlanError for a plan or snapshot that is not valid
 *
 * @example
 * ```ts
 * const plan = {
 *   goal: { metric: "customers", amount: 10, period: "2026-01" },
 *   funnel: [{ stage: "demo", rate: "25%" }],
 * } as const;
 * const { solution } = replan(plan, { asOf: "2026-01-16", won: 6 });
 * solution.targets?.wins; // => 4
 * solution.targets?.stages.demo.total; // => 16
 * ```
 */
export function replan<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team> | Compiled<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  options: ReplanOptions = {},
): Replan<Stage, Team> {
  const compiled = compileDatedPlan(plan, options);
  const seen = compileSnapshotFor(compiled, snapshot);
  return deepFreeze<Replan>(replanCompiled(compiled, seen, options)) as Replan<Stage, Team>;
}

/** The new plan of a plan and a snapshot that were read. */
function replanCompiled(compiled: DatedPlan, seen: CompiledSnapshot, options: ReplanOptions): Replan {
  const { changes, plan } = restOfPlan(compiled, seen, options.rates);
  const solution = solveCompiled(compilePlan(plan, compiled.minOnTimeShare), options);
  const infeasible = solution.status === "infeasible" ? solution : undefined;
  const format = planFormat(compiled.plan);
  return {
    asOf: seen.snapshot.asOf,
    plan,
    changes: changes.map(({ path, to, reason }) => ({
      ...{ path, from: valueAt(compiled.written, path) ?? null, to, reason },
      text: sayReplanned(reason, format),
    })),
    solution,
    nearest: infeasible?.nearest ?? null,
    fixes: infeasible?.fixes ?? [],
  };
}

/** Whether the rest of the period can still bring what is missing. */
export function isRestReachable(compiled: DatedPlan, seen: CompiledSnapshot): boolean {
  if (seen.asOf >= compiled.period.last) return false;
  return canBeMet(compilePlan(restOfPlan(compiled, seen).plan, compiled.minOnTimeShare));
}
