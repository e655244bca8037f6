import { readYaml } from "../yaml/index.js";
import { InputError } from "./failure.js";
import { readText } from "./read-plan.js";
import type { World } from "./world.js";

/**
 * Reads plain data from a file, YAML or JSON; what cannot be read is named with its line.
 *
 * @throws InputError for a text that cannot be read
 */
export async function readData(world: World, file: string): Promise<unknown> {
  const { data, issues } = readYaml(await readText(world, file));
  if (issues.length > 0) throw new InputError(file === "-" ? "<stdin>" : file, issues);
  return data;
}
