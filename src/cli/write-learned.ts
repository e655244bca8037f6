import { isDeepStrictEqual } from "node:util";

import type { AppliedLearning } from "../history/learning/apply-learned.js";
import { safeParsePlanYaml } from "../yaml/index.js";
import { editPlanText } from "./edit-plan-text.js";
import { UsageError } from "./failure.js";
import { readText, systemReason } from "./read-plan.js";
import type { World } from "./world.js";

/**
 * Writes what was learned into the file of the plan. What is to be written is read again first: unless it says exactly the
 * learned plan, the file stays as it is.
 *
 * @throws UsageError where something would be lost, or the file cannot be written
 */
export async function writeLearned(world: World, file: string, learned: AppliedLearning): Promise<void> {
  if (learned.changes.length === 0) return;
  const text = editPlanText(await readText(world, file), learned.changes);
  const result = text === undefined ? undefined : safeParsePlanYaml(text);
  if (
    text === undefined ||
    result?.success !== true ||
    !isDeepStrictEqual(asText(result.data), asText(learned.plan))
  )
    throw new UsageError(
      `${file} was left as it is, because something in it would be lost (an anchor, or a comment inside a value that changes); write the changes by hand`,
    );
  try {
    await world.writeFile(file, text, true);
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${systemReason(error)}`);
  }
}

/** A number means the same with quotes and without. */
function asText(value: unknown): unknown {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(asText);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asText(member)]));
}
