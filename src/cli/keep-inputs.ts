import { resolve } from "node:path";

import { UsageError } from "./failure.js";
import type { Call } from "./verb.js";

/**
 * What an answer is made of is never replaced by it, whatever is forced. Files are compared, not their names: a link, a
 * linked folder and standard input that comes out of a file all lead to the same one.
 *
 * @throws UsageError where the output is one of the inputs
 */
export async function keepInputs(
  { world, text }: Call,
  inputs: readonly (string | undefined)[],
): Promise<void> {
  const output = text("output");
  if (output === undefined || output === "") return;
  const target = await world.identityOf(output);
  for (const input of inputs) {
    if (input === undefined) continue;
    const isSame =
      (input !== "-" && resolve(input) === resolve(output)) ||
      (target !== undefined && (await world.identityOf(input)) === target);
    if (isSame) throw new UsageError(`cannot write ${output}: the report is made of it; name another file`);
  }
}
