import { nearestHint, UsageError } from "./failure.js";
import type { Call } from "./verb.js";

/**
 * The format that `--format` asks for, `--json` is short for one of them; the first of those known unless asked for.
 *
 * @throws UsageError for a format that there is not, or two that do not go together
 */
export function answerFormat<Format extends string>(
  { text, flag }: Call,
  known: readonly [Format, ...Format[]],
): Format {
  const typed = text("format");
  if (flag("json") && typed !== undefined && typed !== "json")
    throw new UsageError(`--json does not go with --format ${typed}; write one of them`);
  const meant = flag("json") ? "json" : (typed ?? known[0]);
  const found = known.find((format) => format === meant);
  if (found !== undefined) return found;
  throw new UsageError(`there is no format ${JSON.stringify(meant)}; ${nearestHint(meant, known)}`);
}
