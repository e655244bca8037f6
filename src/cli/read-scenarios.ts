import type { Scenario } from "../sensitivity/compare.js";
import { UsageError } from "./failure.js";
import { readData } from "./read-data.js";
import type { World } from "./world.js";

/**
 * Reads the scenarios of a file: named lists of changes.
 *
 * @throws UsageError for data that is no such list
 */
export async function readScenarios(world: World, file: string): Promise<readonly Scenario[]> {
  return scenariosIn(await readData(world, file));
}

function scenariosIn(data: unknown): readonly Scenario[] {
  const list = Array.isArray(data) ? (data as readonly unknown[]) : undefined;
  if (list?.every(isScenario) === true) return list;
  throw new UsageError("scenarios are a list of { name, changes: [{ path: [funnel, 0, rate], to: 60% }] }");
}

function isScenario(value: unknown): value is Scenario {
  if (typeof value !== "object" || value === null) return false;
  const { name, changes } = value as { readonly name?: unknown; readonly changes?: unknown };
  return (
    typeof name === "string" && Array.isArray(changes) && (changes as readonly unknown[]).every(isChange)
  );
}

function isChange(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("path" in value)) return false;
  const { path } = value;
  return (
    Array.isArray(path) &&
    (path as readonly unknown[]).every((step) => typeof step === "string" || typeof step === "number")
  );
}
