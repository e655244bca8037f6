import type { Format } from "../format/format.js";
import type { Path } from "../schema/issue.js";
import type { Solution, Targets } from "../solve/answer.js";
import type { CompiledPlan as Prepared } from "../model/compile.js";
import type { Explanation } from "./explanation.js";

/** What explainers look at: the answer, and its plan read into exact numbers. */
export interface Subject {
  /** How figures are written. */
  readonly format: Format;
  readonly answer: Solution;
  readonly model: Prepared;
}

/** What an explainer says of one number; `because` is the number that this one serves, null for the goal. */
export interface Said extends Pick<Explanation, "text" | "formula" | "inputs"> {
  readonly supports: Path | null;
}

/** Explains the number at a full path of the answer. */
export type Explainer = (subject: Subject, path: Path) => Said;

/** A row of the table of explainers; in a pattern `*` stands for any one step, `**` at the end for all that follow. */
export type ExplainerRow = readonly [pattern: string, explainer: Explainer];

/** The targets, where an explainer for one of their numbers was found. */
export function targetsOf({ answer }: Subject): Targets {
  if (answer.targets === null) throw new TypeError("targetsOf requires an answer with targets; got null");
  return answer.targets;
}

/** Where the outcome goal stands: every chain of whys ends there. */
export function goalPath({ answer }: Subject): Path {
  return answer.targets === null ? ["plan", "goal", "amount"] : ["targets", "goal", "amount"];
}
