import { readYaml } from "../../yaml/index.js";
import { InputError, UsageError } from "../failure.js";
import { systemReason } from "../read-plan.js";
import type { World } from "../world.js";
import type { Config } from "./config-schema.js";
import { safeParseConfig } from "./parse-config.js";
import { fieldsOf } from "../../schema/fields.js";

/** How the file is called that says with what the command is called. */
export const CONFIG_NAME = "reverse-funnel.yaml";

/** A config and its file. */
export interface ConfigFile {
  readonly file: string;
  readonly config: Config;
}

/** The config of the folder, or of the nearest folder above it that has one. */
export async function findConfig(world: World): Promise<ConfigFile | undefined> {
  for (let up = 0; up <= world.foldersAbove; up += 1) {
    const file = `${"../".repeat(up)}${CONFIG_NAME}`;
    const text = await textIfThere(world, file);
    if (text !== undefined) return { file, config: parsed(file, text) };
  }
  return undefined;
}

/**
 * The config in a file that was named.
 *
 * @throws UsageError where the file is not there
 * @throws InputError for a config that is not valid, with lines and columns
 * @throws UsageError where there is no such file
 */
export async function readConfig(world: World, file: string): Promise<ConfigFile> {
  const text = await textIfThere(world, file);
  if (text === undefined) throw new UsageError(`cannot read ${file}: there is no such file`);
  return { file, config: parsed(file, text) };
}

async function textIfThere(world: World, file: string): Promise<string | undefined> {
  try {
    return await world.readFile(file);
  } catch (error) {
    const { code } = fieldsOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new UsageError(`cannot read ${file}: ${systemReason(error)}`);
  }
}

function parsed(file: string, text: string): Config {
  const { data, issues, positionOf } = readYaml(text);
  if (issues.length > 0) throw new InputError(file, issues);
  const result = safeParseConfig(data);
  if (result.success) return result.data;
  throw new InputError(
    file,
    result.error.issues.map((issue) => ({ ...issue, ...positionOf(issue.path) })),
  );
}
