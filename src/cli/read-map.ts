import { safeParseMapping } from "../adapters/index.js";
import type { ParsedMapping } from "../adapters/parse-mapping.js";
import { readYaml } from "../yaml/index.js";
import { InputError } from "./failure.js";
import { readText } from "./read-plan.js";
import type { World } from "./world.js";

/** What a map.yaml says: how columns and words are meant, and perhaps the system and the stages. */
export type MapFile = ParsedMapping;

/**
 * Reads a mapping from a file, YAML or JSON; what is wrong with it is named with its line.
 *
 * @throws InputError with every issue and its line
 */
export async function readMap(world: World, file: string): Promise<MapFile> {
  const text = await readText(world, file);
  const { data, issues, positionOf } = readYaml(text);
  if (issues.length > 0) throw new InputError(file, issues);
  const result = safeParseMapping(data);
  if (result.success) return result.data;
  throw new InputError(
    file,
    result.error.issues.map((issue) => ({ ...issue, ...positionOf(issue.path) })),
  );
}
