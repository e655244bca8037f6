import type { Scenario } from "../sensitivity/compare.js";
import { UsageError } from "./failure.js";
import { readData } from "./read-data.js";
import type { World } from "./world.js";
import { fieldsOf, isList } from "../schema/fields.js";

/**
 * Reads the scenarios of a file: named lists of changes.
 *
 * @throws UsageError for data that is no such list
 */
export async function readScenarios(world: World, file: string): Promise<readonly Scenario[]> {
  return scenariosIn(await readData(world, file));
}

function scenariosIn(data: unknown): readonly Scenario[] {
  if (isList(data) && data.every(isScenario)) return data;
  throw new UsageError("scenarios are a list of { name, changes: [{ path: [funnel, 0, rate], to: 60% }] }");
}

function isScenario(value: unknown): value is Scenario {
  const { name, changes } = fieldsOf(value);
  return typeof name === "string" && isList(changes) && changes.every(isChange);
}

function isChange(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("path" in value)) return false;
  const { path } = value;
  return isList(path) && path.every((step) => typeof step === "string" || typeof step === "number");
}
