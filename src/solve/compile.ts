import { exactWins, wholeWins } from "../model/bridge.js";
import { withChange, type Change } from "../plan/change.js";
import { parsePlan } from "../plan/parse.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import type { Unread } from "../plan/unread.js";
import type { Solution } from "./answer.js";
import { planWork } from "./chance/goal-chance.js";
import { toCount } from "../model/count.js";
import { deepFreeze } from "./freeze.js";
import { changeRate, compileKernel, type Kernel } from "./kernel.js";
import { parseMinOnTimeShare, prepare, type Prepared, type SolveOptions } from "../schedule/prepared.js";
import { readRateChange } from "./rate-change.js";
import { solveModel } from "./solve-model.js";
import { standsAlone } from "./plain-change.js";

/** Whole units by stage, in the order of {@link Model.stages}, for so many wins. */
export interface ModelVolumes {
  /** Wins to go for. */
  readonly wins: number;
  /** Whole units that must enter each stage, in the order of `stages`. */
  readonly totals: readonly number[];
}

/** A plan read once, for many what-ifs. */
export interface Model<Stage extends string = string, Team extends string = string> {
  /** The plan that was compiled. */
  readonly plan: Plan<Stage, Team>;
  /** The names of the stages from the sources to the win. */
  readonly stages: readonly Stage[];
  /** Solves the plan with these changes made, all else as written. */
  readonly solve: (changes?: readonly Change[]) => Solution<Stage, Team>;
  /** Only the whole volumes, as fast as arithmetic allows; null when no number of entries is enough. */
  readonly volumes: (changes?: readonly Change[]) => ModelVolumes | null;
}

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
export function compile<const Stage extends string, const Team extends string = string, Given = PlanInput>(
  plan: PlanInput<Stage, Team> & Unread<Given>,
  options?: SolveOptions,
): Model<Stage, Team> {
  const read = parsePlan(plan);
  const model = prepare(read, parseMinOnTimeShare(options));
  return {
    plan: read as PlanInput as Plan<Stage, Team>,
    stages: model.flow.map(({ name }) => name as Stage),
    solve: (changes = []) =>
      deepFreeze(
        solveModel(changedModel(model, changes), { chance: options?.chance !== false }),
      ) as unknown as Solution<Stage, Team>,
    volumes: volumesOf(model),
  };
}

const NO_CHANGES: readonly Change[] = [];

function volumesOf(model: Prepared): Model["volumes"] {
  const wins = winsOf(model);
  const kernel =
    wins === null ||
    model.plan.goal.chance !== undefined ||
    model.plan.rounding === "cascade" ||
    model.pipeline.length > 0
      ? undefined
      : compileKernel(model.flow, wins);
  if (wins === null || kernel === undefined)
    return (changes = NO_CHANGES) => longWay(changedModel(model, changes));
  return (changes = NO_CHANGES) =>
    kernelVolumes(kernel, wins, changes) ?? longWay(changedModel(model, changes));
}

function kernelVolumes(kernel: Kernel, wins: number, changes: readonly Change[]): ModelVolumes | undefined {
  const totals = kernel.totals.slice();
  const change = changes[0];
  if (change === undefined) return { wins, totals };
  const rate = changes.length === 1 ? readRateChange(change, totals.length) : undefined;
  if (rate === undefined || !changeRate(kernel, rate.stage, rate.num, rate.den, totals)) return undefined;
  return { wins, totals };
}

function winsOf(model: Prepared): number | null {
  const exact = exactWins(model.bridge);
  return exact === undefined ? null : toCount(wholeWins(model.bridge, exact), ["goal", "amount"]);
}

function longWay(model: Prepared): ModelVolumes | null {
  const planned = planWork(model);
  if (planned === undefined) return null;
  const { whole, blocked, wins } = planned.volumes;
  if (blocked.length > 0) return null;
  return {
    wins: toCount(wins, ["goal", "amount"]),
    totals: whole.map((units, index) => toCount(units, model.flow[index]?.path ?? [])),
  };
}

function changedModel(model: Prepared, changes: readonly Change[]): Prepared {
  if (changes.length === 0) return model;
  const data = changes.reduce(withChange, model.plan);
  if (changes.every((change) => standsAlone(model.plan, change)))
    return prepare(data, model.minOnTimeShare, model);
  return prepare(parsePlan(data), model.minOnTimeShare);
}
