import { parseArgs } from "node:util";

import { nearestHint, UsageError } from "./failure.js";
import type { Option } from "./verb.js";

/** Words and options as they were typed. */
interface Parsed {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string | true>;
}

/** Tells words from options; an option that is not known is refused with the nearest one named. */
export function parseWords(typed: readonly string[], known: Readonly<Record<string, Option>>): Parsed {
  const config = Object.fromEntries(
    Object.entries(known).map(([name, { type, short }]) => [
      name,
      { type: type === "text" ? "string" : "boolean", ...(short === undefined ? {} : { short }) } as const,
    ]),
  );
  const { tokens } = parseArgs({
    args: [...typed],
    options: config,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words: string[] = [];
  const options = new Map<string, string | true>();
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    options.set(token.name, optionValue(token.rawName, known[token.name], token.value, Object.keys(known)));
  }
  return { words, options };
}

function optionValue(
  typed: string,
  option: Option | undefined,
  value: string | undefined,
  known: readonly string[],
): string | true {
  if (option === undefined)
    throw new UsageError(
      `there is no option ${JSON.stringify(typed)}; ${nearestHint(
        typed,
        known.map((name) => `--${name}`),
      )}`,
    );
  if (option.type === "flag") {
    if (value !== undefined) throw new UsageError(`${typed} takes no value; got ${JSON.stringify(value)}`);
    return true;
  }
  if (value === undefined)
    throw new UsageError(`${typed} needs a value: ${typed} <${option.value ?? "value"}>`);
  return value;
}
