import { ceiling } from "../number/ceiling.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import type { Ratio } from "../number/ratio.js";
import type { Path } from "../schema/issue.js";
import type { RoundedUp } from "../words/explanations/said.js";
import type { ExplanationInput } from "./explanation.js";

/** A figure that goes into a calculation. */
export function input(name: string, value: Ratio | ExactString | number, path: Path): ExplanationInput {
  return { name, value: typeof value === "object" ? encodeExact(value) : String(value), path };
}

/** A result with the whole number that it is rounded up to. */
export function roundedUp(exact: Ratio): RoundedUp {
  return { exact: encodeExact(exact), whole: String(ceiling(exact)) };
}
