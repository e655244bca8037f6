import { goalAt } from "../model/chosen-goal.js";
import type { Path } from "../schema/issue.js";
import type { InfeasibleSolution, Solution, Targets } from "../solve/answer.js";
import type { CompiledPlan } from "../model/compile.js";
import type { ExplanationData } from "../words/explanations/say-explanation.js";
import type { ExplanationInput } from "./explanation.js";
import type { Guide } from "./guide.js";

/** What explainers look at: the answer, and its plan read into exact numbers. */
export interface Subject {
  readonly answer: Solution;
  readonly compiled: CompiledPlan;
}

/** What explains one number; `supports` is the number that this one serves, null for the goal. */
export interface Explained {
  readonly says: ExplanationData;
  readonly inputs: readonly ExplanationInput[];
  readonly supports: Path | null;
}

/** Explains the number at a full path of the answer. */
export type Explainer = (subject: Subject, path: Path) => Explained;

/** Who explains the numbers of one type of solve's answer. */
export type GuideOf<Part> = Guide<Explainer, Part>;

/**
 * The targets, where an explainer for one of their numbers was found.
 *
 * @throws TypeError where the answer has none
 */
export function targetsOf({ answer }: Subject): Targets {
  if (answer.targets === null) throw new TypeError("targetsOf requires an answer with targets; got null");
  return answer.targets;
}

/** Where the outcome goal stands: every chain of whys ends there. */
export function goalPath({ answer, compiled }: Subject): Path {
  return answer.targets === null ? writtenGoalPath(compiled) : ["targets", "goal", "amount"];
}

/** Where the plan writes a number of its goal: the amount itself, or what it is a change of. */
export function writtenGoalPath(compiled: CompiledPlan): Path {
  const { origin } = compiled.bridge;
  const path = ["plan", ...goalAt(compiled, "amount")];
  return origin === undefined ? path : [...path, origin.of];
}

/**
 * The answer that says why not, where an explainer for one of its numbers was found.
 *
 * @throws TypeError where the goal can be reached
 */
export function infeasible({ answer }: Subject): InfeasibleSolution {
  if (answer.status === "feasible")
    throw new TypeError("infeasible requires an answer that is infeasible; got one that is feasible");
  return answer;
}
