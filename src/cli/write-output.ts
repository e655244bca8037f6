import { UsageError } from "./failure.js";
import { systemReason } from "./read-plan.js";
import type { Call, Option } from "./verb.js";
import { fieldsOf } from "../schema/fields.js";

/** Options of verbs that write what they make into a file. */
export const OUTPUT: Readonly<Record<string, Option>> = {
  output: { type: "text", short: "o", value: "file", help: "Write to a new file." },
  force: { type: "flag", help: "Replace the file if it exists." },
};

/**
 * Writes a text, or the bytes of a workbook, where the call says: to a file, whose name is given back, or a text to standard
 * output.
 *
 * @throws UsageError where the file cannot be written
 */
export async function writeOutput(
  { world, text, flag }: Call,
  made: string | Uint8Array,
): Promise<string | undefined> {
  const file = text("output");
  if (file === undefined) {
    if (typeof made !== "string")
      throw new UsageError("a workbook is written to a file; say which: -o plan.xlsx");
    world.out(made);
    return undefined;
  }
  if (file === "") throw new UsageError("--output needs the name of a file");
  try {
    await world.writeFile(file, made, flag("force"));
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${whyNot(error)}`);
  }
  return file;
}

/** A new file that "is not there" is missing its folder. */
function whyNot(error: unknown): string {
  return fieldsOf(error)["code"] === "ENOENT" ? "there is no such folder" : systemReason(error);
}
