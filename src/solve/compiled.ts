import { equal } from "../number/ratio.js";
import { compilePlan, type CompiledPlan } from "../model/compile.js";
import { parseMinOnTimeShare, type SolveOptions } from "../model/options.js";
import type { Change } from "../plan/change.js";
import type { Plan } from "../plan/plan.js";
import type { Solution } from "./answer.js";
import { parsePlan } from "../plan/parse.js";

/** Whole units by stage, in the order of the compiled plan's `stages`, for so many wins. */
export interface CompiledVolumes {
  /** Wins to go for. */
  readonly wins: number;
  /** Whole units that must enter each stage, in the order of `stages`. */
  readonly totals: readonly number[];
}

/** A plan read once, for many what-ifs and for every verb that takes a plan. */
export interface Compiled<Stage extends string = string, Team extends string = string> {
  /** The plan that was compiled. */
  readonly plan: Plan<Stage, Team>;
  /** The names of the stages from the sources to the win. */
  readonly stages: readonly Stage[];
  /** Solves the plan with these changes made, all else as written. */
  readonly solve: (changes?: readonly Change[]) => Solution<Stage, Team>;
  /** Only the whole volumes, as fast as arithmetic allows; null when no number of entries is enough. */
  readonly volumes: (changes?: readonly Change[]) => CompiledVolumes | null;
}

/** A compiled plan with what was read of it, which only our own verbs see. */
export class CompiledHandle implements Compiled {
  readonly plan: Plan;
  readonly stages: readonly string[];
  readonly solve: Compiled["solve"];
  readonly volumes: Compiled["volumes"];
  readonly #compiled: CompiledPlan;

  constructor(compiled: CompiledPlan, answers: Pick<Compiled, "solve" | "volumes">) {
    this.plan = compiled.written;
    this.stages = compiled.flow.map(({ name }) => name);
    this.solve = answers.solve;
    this.volumes = answers.volumes;
    this.#compiled = compiled;
  }

  /** What was read of a compiled plan; undefined for anything else. */
  static compiledOf(plan: unknown): CompiledPlan | undefined {
    return typeof plan === "object" && plan !== null && #compiled in plan ? plan.#compiled : undefined;
  }
}

/** Reads a plan for a verb; one that was compiled is taken as it is, unless the verb asks for other windows. */
export function compiledFrom(plan: unknown, options: SolveOptions = {}): CompiledPlan {
  const compiled = CompiledHandle.compiledOf(plan);
  if (compiled === undefined) return compilePlan(parsePlan(plan), parseMinOnTimeShare(options));
  if (options.minOnTimeShare === undefined) return compiled;
  const minOnTimeShare = parseMinOnTimeShare(options);
  return equal(minOnTimeShare, compiled.minOnTimeShare)
    ? compiled
    : compilePlan(compiled.written, minOnTimeShare);
}
