import { goalAt } from "../model/chosen-goal.js";
import { compilePlan, type CompiledPlan } from "../model/compile.js";
import { toCount } from "../model/count.js";
import type { SolveOptions } from "../model/options.js";
import { at } from "../number/invariant.js";
import { withChange, type Change } from "../plan/change.js";
import type { PlanInput } from "../plan/plan.js";
import { planWork } from "./chance/goal-chance.js";
import { compiledFrom, CompiledHandle, type Compiled, type CompiledVolumes } from "./compiled.js";
import { deepFreeze } from "./freeze.js";
import { changeRate, compileKernel, type Kernel } from "./kernel.js";
import { standsAlone } from "./plain-change.js";
import { readRateChange } from "./rate-change.js";
import { winsToGoFor } from "../schedule/planned-wins.js";
import { parsePlan } from "../plan/parse.js";
import { solveCompiled } from "./solve.js";

/**
 * Reads a plan once and answers what-ifs on it without reading it again: a change of one rate costs about what a loop of
 * divisions costs.
 *
 * @throws PlanError as {@link solve} does; `solve` and `volumes` of the model throw it for a change that is not valid
 *
 * @example
 * ```ts
 * const model = compile({
 *   goal: { metric: "customers", amount: 14, period: { workingDays: 20 } },
 *   funnel: [{ stage: "call", rate: "10%" }, { stage: "meeting", rate: "35%" }, { stage: "proposal", rate: "40%" }],
 * });
 * model.volumes()?.totals; // => [1000, 100, 35]
 * model.volumes([{ path: ["funnel", 0, "rate"], to: "20%" }])?.totals; // => [500, 100, 35]
 * ```
 */
export function compile<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team> | Compiled<Stage, Team>,
  options?: SolveOptions,
): Compiled<Stage, Team> {
  const compiled = compiledFrom(plan, options);
  const handle: Compiled = new CompiledHandle(compiled, {
    solve: (changes = NO_CHANGES) => deepFreeze(solveCompiled(changedPlan(compiled, changes), options)),
    volumes: volumesOf(compiled),
  });
  return handle as Compiled<Stage, Team>;
}

const NO_CHANGES: readonly Change[] = [];

function volumesOf(compiled: CompiledPlan): Compiled["volumes"] {
  const wins = winsOf(compiled);
  const kernel =
    wins === null ||
    compiled.plan.goal.chance !== undefined ||
    compiled.plan.goal.metric === "profit" ||
    compiled.plan.rounding === "cascade" ||
    compiled.months.length > 0 ||
    compiled.pipeline.length > 0
      ? undefined
      : compileKernel(compiled.flow, wins);
  if (wins === null || kernel === undefined)
    return (changes = NO_CHANGES) => longWay(changedPlan(compiled, changes));
  return (changes = NO_CHANGES) =>
    kernelVolumes(kernel, wins, changes) ?? longWay(changedPlan(compiled, changes));
}

function kernelVolumes(
  kernel: Kernel,
  wins: number,
  changes: readonly Change[],
): CompiledVolumes | undefined {
  const totals = kernel.totals.slice();
  const change = changes[0];
  if (change === undefined) return { wins, totals };
  const rate = changes.length === 1 ? readRateChange(change, totals.length) : undefined;
  if (rate === undefined || !changeRate(kernel, rate.stage, rate.num, rate.den, totals)) return undefined;
  return { wins, totals };
}

function winsOf(compiled: CompiledPlan): number | null {
  const wins = winsToGoFor(compiled);
  return wins === undefined ? null : toCount(wins, goalAt(compiled, "amount"));
}

function longWay(compiled: CompiledPlan): CompiledVolumes | null {
  const planned = planWork(compiled);
  if (planned === undefined) return null;
  const { stages, blocked, wins } = planned.volumes;
  if (blocked.length > 0) return null;
  const whole = toCount(wins, goalAt(compiled, "amount"));
  return {
    wins: whole,
    totals: compiled.flow.map(({ index, path }) => toCount(at(stages, index).whole, path)),
  };
}

function changedPlan(compiled: CompiledPlan, changes: readonly Change[]): CompiledPlan {
  if (changes.length === 0) return compiled;
  const { written, minOnTimeShare } = compiled;
  const data = changes.reduce(withChange, written);
  if (changes.every((change) => standsAlone(written, change)))
    return compilePlan(data, minOnTimeShare, { of: compiled, parts: "schedule" });
  return compilePlan(parsePlan(data), minOnTimeShare);
}
