import type { Plan } from "../plan/plan.js";
import { safeParseSnapshot } from "../plan/parse-snapshot.js";
import type { Snapshot } from "../plan/snapshot.js";
import { readYaml } from "../yaml/index.js";
import { InputError } from "./failure.js";
import { readText } from "./read-plan.js";
import type { World } from "./world.js";

/**
 * Reads a snapshot of a plan from a file, YAML or JSON; what is wrong with it is named with its line.
 *
 * @throws InputError with every issue and its line
 */
export async function readSnapshot(world: World, file: string, plan: Plan): Promise<Snapshot> {
  const text = await readText(world, file);
  const name = file === "-" ? "<stdin>" : file;
  const { data, issues, positionOf } = readYaml(text);
  if (issues.length > 0) throw new InputError(name, issues);
  const result = safeParseSnapshot(data, plan);
  if (result.success) return result.data;
  const placed = result.error.issues.map((issue) => ({ ...issue, ...positionOf(issue.path) }));
  throw new InputError(name, placed);
}
