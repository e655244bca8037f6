import type { ExactString } from "../number/exact-string.js";
import type { Path } from "../schema/issue.js";
import type { ExplanationData } from "../words/explanations/say-explanation.js";

/** A figure that a number was worked out from, and where it stands in the answer (below `plan`: as you wrote it). */
export interface ExplanationInput {
  /** What the number is called. */
  readonly name: string;
  /** What it is. */
  readonly value: ExactString;
  /** Where it stands in the answer or its plan. */
  readonly path: Path;
}

/** One more why on the way up: a number of the answer, and the sentence that explains it. */
export interface Why {
  /** The number that this one serves. */
  readonly path: Path;
  /** The same as data: a code, and the figures of the sentence. */
  readonly says: ExplanationData;
  /** How it serves it, in a sentence. */
  readonly text: string;
}

/** Why one number of an answer is what it is. */
export interface Explanation {
  /** The number's full path in the answer. */
  readonly path: Path;
  /** What is said of it as data: a code, and the figures of sentence and formula. */
  readonly says: ExplanationData;
  /** A sentence that names the number and what it follows from. */
  readonly text: string;
  /** How it was worked out, with the figures put in: "15 wins ÷ 50% = 30". */
  readonly formula: string;
  /** The numbers that the formula takes; each can be asked why in its turn. */
  readonly inputs: readonly ExplanationInput[];
  /** What this number is for, step by step; the last one is the outcome goal (none for the goal itself). */
  readonly supports: readonly Why[];
}
