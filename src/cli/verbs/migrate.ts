import { isDeepStrictEqual } from "node:util";

import { isMapping, migrateMapping, oldMappingWords } from "../../adapters/migrate-mapping.js";
import { migrate, oldWords } from "../../plan/migrate.js";
import { readYaml } from "../../yaml/index.js";
import { InputError, UsageError } from "../failure.js";
import { readText, systemReason } from "../read-plan.js";
import { renameInText } from "../rename-in-text.js";
import { COMMON, type Verb } from "../verb.js";
import type { ExitCode, World } from "../world.js";
import { noMoreWords } from "../words.js";
import { writeOutput, OUTPUT } from "../write-output.js";

/**
 * `migrate plan.yaml --write`: old words of a plan, a snapshot or a map become new ones, comments stay.
 *
 * @throws UsageError where no file is named or written to, and where keys must be renamed by hand
 * @throws InputError for a text that cannot be read
 */
export const migrateVerb: Verb = {
  name: "migrate",
  summary: "Rewrite the old keys of a plan, a snapshot or a map; comments and layout stay.",
  usage: "<file> [options]",
  options: { write: { type: "flag", help: "Replace the file itself." }, ...OUTPUT, ...COMMON },
  example: "reverse-funnel migrate plan.yaml --write",
  run: async (call): Promise<ExitCode> => {
    noMoreWords(call, 1);
    const { world, words } = call;
    const [file] = words;
    if (file === undefined)
      throw new UsageError("migrate needs a plan, a snapshot or a map: a file, or - for standard input");
    if (call.flag("write") && file === "-") throw new UsageError("--write needs a file, not standard input");
    const text = await readText(world, file);
    const { data, issues } = readYaml(text);
    if (issues.length > 0) throw new InputError(file === "-" ? "<stdin>" : file, issues);
    const [old, migrated] = isMapping(data)
      ? [oldMappingWords(data), migrateMapping(data)]
      : [oldWords(data), migrate(data)];
    const rewritten = renameInText(text, old);
    if (!isDeepStrictEqual(asPlain(readYaml(rewritten).data), asPlain(migrated)))
      throw new UsageError(
        `${file} was left as it is: rename the keys by hand where an alias (*name) stands for them`,
      );
    if (call.flag("write")) await replaceText(world, file, rewritten);
    else await writeOutput(call, rewritten);
    for (const { path, to } of old) world.err(`${path.join(".")} is ${to} now\n`);
    return 0;
  },
};

/** Copies are of another prototype than what YAML gives. */
function asPlain(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data ?? null));
}

async function replaceText(world: World, file: string, text: string): Promise<void> {
  try {
    await world.writeFile(file, text, true);
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${systemReason(error)}`);
  }
}
