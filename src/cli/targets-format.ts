import { answerFormat } from "./answer-format.js";
import { UsageError } from "./failure.js";
import type { Call } from "./verb.js";

const FORMATS = ["text", "csv", "xlsx", "ics", "json"] as const;

/** What targets can be written as. */
export type TargetsFormat = (typeof FORMATS)[number];

/**
 * The format of targets: what `--format` says, else what the file's name says, else text.
 *
 * @throws UsageError for an ending that stands for no format
 * @throws UsageError for an ending that no targets are written as
 */
export function targetsFormat(call: Call): TargetsFormat {
  if (call.text("format") !== undefined || call.flag("json")) return answerFormat(call, FORMATS);
  const ending = /\.([a-z]+)$/i.exec(call.text("output") ?? "")?.[1]?.toLowerCase() ?? "";
  if (["", "txt"].includes(ending)) return "text";
  const found = FORMATS.find((format) => format === ending);
  if (found !== undefined) return found;
  throw new UsageError(`no targets are written as .${ending}; known are ${FORMATS.join(", ")}`);
}
