import type { Metric } from "../plan/metric.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { at } from "../number/invariant.js";
import { divide, multiply, ratio, sum } from "../number/ratio.js";
import { withChange, type Change } from "../plan/change.js";
import { issueAt, type Issue, type Problem } from "../schema/issue.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import { PlanError, isPlanError } from "../schema/plan-error.js";
import type { NearestGoal } from "../diagnose/nearest-goal.js";
import type { Reason } from "../words/reasons.js";
import type { Solution, Targets } from "../solve/answer.js";
import { deepFreeze } from "../solve/freeze.js";
import { compilePlan, type CompiledPlan } from "../model/compile.js";
import type { SolveOptions } from "../model/options.js";
import { compiledFrom, type Compiled } from "../solve/compiled.js";
import { parsePlan } from "../plan/parse.js";
import { solveCompiled } from "../solve/solve.js";
import { levelWork } from "./level-work.js";
import { fieldsOf } from "../schema/fields.js";

/** A named list of changes to a plan. */
export interface Scenario {
  /** What it is called. */
  readonly name: string;
  /** What is different in it, one change after the other. */
  readonly changes: readonly Change[];
}

/** What a stage takes in one scenario. */
interface ComparedStage {
  /** Units that must enter, in whole numbers. */
  readonly total: number;
  /** The same by working day; null where there is none. */
  readonly perDay: number | null;
  /** The last day of its window; null where there is none. */
  readonly startBy: string | null;
}

/** One scenario with the figures that stand side by side; null where no number of entries is enough. */
export interface Compared {
  /** The scenario's name. */
  readonly name: string;
  /** What is different in it. */
  readonly changes: readonly Change[];
  /** Whether it can be reached. */
  readonly status: Solution["status"];
  /** The goal's amount; null where there are no targets. */
  readonly amount: ExactString | null;
  /** What that amount counts: the goal that needs most; only of several. */
  readonly metric?: Metric;
  /** Wins to go for; null where there are no targets. */
  readonly wins: number | null;
  /** The chance of the goal when this work is done, from 0 to 1; null where it is not told. */
  readonly chance: number | null;
  /** Minutes of all activities on a working day; null where none has minutes. */
  readonly minutesPerDay: ExactString | null;
  /** Hours of all activities; null where none has minutes. */
  readonly hours: ExactString | null;
  /** What the wins bring over their contracts; null where the plan does not say. */
  readonly revenue: ExactString | null;
  /** What all work costs; null where no cost is given. */
  readonly cost: ExactString | null;
  /** What is left when all work and the fixed costs are paid; null where the plan does not say enough for it. */
  readonly profit: ExactString | null;
  /** What winning one customer costs; null where no cost is given. */
  readonly cac: ExactString | null;
  /** The stages by name. */
  readonly stages: Readonly<Record<string, ComparedStage>>;
  /** Why it cannot be reached; empty where it can. */
  readonly reasons: readonly Reason[];
  /** The greatest goal that can be reached; null where this one can, or none. */
  readonly nearest: NearestGoal | null;
}

/** The plan as written, under the name `as planned`, and every scenario. */
export interface Comparison {
  /** The plan as it is, then each scenario, in order. */
  readonly scenarios: readonly Compared[];
}

/**
 * How do several versions of a plan look side by side?
 *
 * Solves the plan as it is written and once for each scenario, a named list of changes that are made together.
 *
 * @throws PlanError for a plan that is not valid, and with every issue of the scenarios whose changes make it invalid
 *
 * @example
 * ```ts
 * const plan = {
 *   goal: { metric: "customers", amount: 10, period: { workingDays: 20 } },
 *   funnel: [{ stage: "demo", rate: "25%" }],
 * } as const;
 * const better = { name: "better demos", changes: [{ path: ["funnel", 0, "rate"], to: "50%" }] };
 * compare(plan, [better]).scenarios.map(({ name, stages }) => [name, stages["demo"]?.total]);
 * // => [["as planned", 40], ["better demos", 20]]
 * ```
 */
export function compare(
  plan: PlanInput | Compiled,
  scenarios: readonly Scenario[],
  options?: SolveOptions,
): Comparison {
  const compiled = compiledFrom(plan, options);
  const changed = scenarios.map((scenario, index) => changedPlan(compiled, scenario, index));
  const issues = changed.flatMap((each) => ("issues" in each ? each.issues : []));
  if (issues.length > 0) throw new PlanError(issues);
  const versions = changed.flatMap((each) => ("issues" in each ? [] : [each]));
  const all = [{ scenario: { name: "as planned", changes: [] }, compiled }, ...versions];
  return deepFreeze({ scenarios: all.map(compared) });
}

/** A scenario with its plan, read. */
interface Version {
  readonly scenario: Scenario;
  readonly compiled: CompiledPlan;
}

function changedPlan(
  { written, minOnTimeShare }: CompiledPlan,
  scenario: Scenario,
  index: number,
): Version | { readonly issues: readonly Issue[] } {
  const { changes } = scenario;
  try {
    const data = parsePlan(changes.reduce<Plan>(withChange, written));
    return { scenario, compiled: compilePlan(data, minOnTimeShare) };
  } catch (error) {
    const path = ["scenarios", index];
    if (!isPlanError(error)) {
      const problem: Problem = {
        code: "change.path",
        expected: "changes of what the plan says",
        advice: String(fieldsOf(error)["message"]),
      };
      return { issues: [issueAt([...path, "changes"], changes, problem)] };
    }
    return { issues: error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })) };
  }
}

function compared({ scenario: { name, changes }, compiled }: Version): Compared {
  const solution = solveCompiled(compiled, { fixes: false });
  const { targets } = solution;
  const work = levelWork(compiled);
  const infeasible = solution.status === "infeasible" ? solution : undefined;
  return {
    name,
    changes,
    status: solution.status,
    amount: targets?.goal.amount ?? null,
    ...(compiled.goals.length === 0 ? {} : { metric: compiled.plan.goal.metric }),
    wins: targets?.wins ?? null,
    chance: targets?.chance?.reached ?? null,
    minutesPerDay: work?.minutesPerDay === undefined ? null : encodeExact(work.minutesPerDay),
    hours: targets === null ? null : hoursOf(compiled, targets),
    revenue: targets?.economics.revenue ?? null,
    cost: targets?.economics.cost ?? null,
    profit: targets?.economics.profit ?? null,
    cac: targets?.economics.cac ?? null,
    stages: Object.fromEntries(
      (targets?.path ?? []).map(({ stage, total, perDay, window }) => [
        stage,
        { total, perDay, startBy: window?.startBy ?? null },
      ]),
    ),
    reasons: infeasible?.reasons ?? [],
    nearest: infeasible?.nearest ?? null,
  };
}

/** The minutes of all activities in hours, in whole units as they are printed. */
function hoursOf({ flow, deal }: CompiledPlan, { activities }: Targets): ExactString | null {
  const all = [...flow.flatMap((stage) => stage.activities), ...deal.activities];
  const minutes = all.flatMap((activity, index) =>
    activity.minutes === undefined ? [] : [multiply(activity.minutes, ratio(at(activities, index).total))],
  );
  return minutes.length === 0 ? null : encodeExact(divide(sum(minutes), ratio(60)));
}
